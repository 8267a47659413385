import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DotRows } from './dot-rows.tsx';

const column = { id: 'deals', header: '个数', median: { value: 10, label: '中位10' }, mean: 8, line: 6 };

const dot = (value: number, isBelow = false) => ({ value, text: String(value), isBelow, label: `未结${value}个` });

const rows = [
  { id: 'a', name: '安', isFlagged: false, dots: [dot(20)] },
  { id: 'b', name: '白', isFlagged: true, dots: [dot(0, true)] },
];

const drawn = (more = {}) =>
  renderToStaticMarkup(
    <DotRows
      label="销售对团队"
      nameHeader="销售"
      columns={[column]}
      rows={rows}
      gap={null}
      onPick={() => {}}
      {...more}
    />,
  );

test('every row has its dot on a scale from 0, hollow and amber when far below', () => {
  const svg = drawn();
  expect(svg).toContain('cx="94.34%"'); // 20 of 20 × 1.06
  expect(svg).toContain('cx="0%"');
  expect(svg.match(/stroke="var\(--warn-f\)" stroke-width="2"/g)).toHaveLength(1);
  expect(svg).toContain('data-flagged="true"');
});

test('median, mean and the far-below line go through all rows, and each dot says its number', () => {
  const svg = drawn();
  expect(svg.match(/x1="47.17%"/g)).toHaveLength(2); // 10
  expect(svg.match(/x1="37.74%"/g)).toHaveLength(2); // 8
  expect(svg.match(/x1="28.3%"/g)).toHaveLength(2); // 6
  expect(svg).toContain('aria-label="未结20个"');
});

test('without a team there are no lines', () => {
  const svg = drawn({ columns: [{ ...column, median: null, mean: null, line: null }] });
  expect(svg).not.toContain('stroke="var(--ink)"');
  expect(svg).not.toContain('x1="28.3%"');
});

test('rows left out in the middle are told where they are missing', () => {
  const svg = drawn({ gap: { after: 0, text: '展开中间18人', show: () => {} } });
  expect(svg.indexOf('展开中间18人')).toBeGreaterThan(svg.indexOf('>安<'));
  expect(svg.indexOf('展开中间18人')).toBeLessThan(svg.indexOf('>白<'));
});
