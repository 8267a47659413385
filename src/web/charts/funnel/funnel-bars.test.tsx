import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { FunnelBar } from './funnel-bars.tsx';

const parts = { n: 300, reached: 180, skipped: 0, open: 30, lost: 60, disqualified: 30 };
const drawn = (base: number | null) =>
  renderToStaticMarkup(<FunnelBar parts={parts} most={300} base={base} label="商务谈判" note="赢单" />);
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
