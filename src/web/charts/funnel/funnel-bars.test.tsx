import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { FunnelBar } from './funnel-bars.tsx';

const parts = { n: 300, reached: 180, skipped: 0, open: 30, lost: 60, disqualified: 30 };
const names = { skipped: '跳级', open: '仍在', lost: '输单', disqualified: '无效' };
const drawn = (base: number | null) =>
  renderToStaticMarkup(<FunnelBar parts={parts} names={names} most={300} base={base} label="商务谈判" note="赢单" />);
const rects = (svg: string) =>
  [...svg.matchAll(/class="funnel-part (\w+)"><rect x="(\d+)" y="2" width="(\d+)"/g)].map((found) => found.slice(1));

test('the parts of a step lie end to end and make up all that came to it', () => {
  expect(rects(drawn(null))).toEqual([
    ['reached', '0', '180'],
    ['open', '180', '30'],
    ['lost', '210', '60'],
    ['disqualified', '270', '30'],
  ]);
});

test('what is still open is hatched, and a tick says where the earlier cohort came', () => {
  expect(drawn(210)).toContain('fill="url(#');
  expect(drawn(210)).toContain('<line x1="210" x2="210"');
  expect(drawn(null)).not.toContain('<line');
});

test('a part too narrow for its count has it printed below, so that none is without a number', () => {
  const thin = { n: 300, reached: 290, skipped: 0, open: 0, lost: 8, disqualified: 2 };
  const html = renderToStaticMarkup(<FunnelBar parts={thin} names={names} most={300} base={null} label="x" />);
  expect(html).toContain('输单 <span class="num">8</span>');
  expect(html).toContain('无效 <span class="num">2</span>');
});
