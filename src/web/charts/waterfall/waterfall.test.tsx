import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Waterfall, type WaterfallMark } from './waterfall.tsx';

function mark(id: string, before: number, after: number, kind: WaterfallMark['kind']): WaterfallMark {
  return {
    id,
    label: id,
    before,
    after,
    kind,
    amount: String(after - before),
    count: '1',
    description: id,
    onPick: () => {},
  };
}

function drawn(marks: readonly WaterfallMark[]): string {
  return renderToStaticMarkup(
    <Waterfall label="变化" headers={{ name: '变化', amount: '金额 万', count: '个数' }} marks={marks} />,
  );
}

const barsOf = (svg: string) =>
  [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="14" fill="([^"]+)"/g)].map(
    ([, x, width, fill]) => ({ left: Number(x), right: Number(x) + Number(width), fill }),
  );

test('each step begins where the one before it ended', () => {
  const bars = barsOf(
    drawn([
      mark('s', 80, 80, 'level'),
      mark('new', 80, 100, 'neutral'),
      mark('lost', 100, 70, 'bad'),
      mark('e', 70, 70, 'level'),
    ]),
  );
  expect(bars).toHaveLength(2);
  expect(bars[1]?.right).toBeCloseTo(bars[0]?.right ?? 0, 6);
  expect((bars[1]?.right ?? 0) - (bars[1]?.left ?? 0)).toBeCloseTo(
    1.5 * ((bars[0]?.right ?? 0) - (bars[0]?.left ?? 0)),
    6,
  );
});

test('levels are ticks, a step of nothing has no bar, and the chart is one tab stop', () => {
  const svg = drawn([mark('s', 80, 80, 'level'), mark('none', 80, 80, 'good'), mark('e', 80, 80, 'level')]);
  expect(barsOf(svg)).toEqual([]);
  expect(svg.split('height="20"')).toHaveLength(3);
  expect(svg.split('tabindex="0"')).toHaveLength(2);
});
