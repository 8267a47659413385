import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { type DwellMarks, DwellTrack } from './dwell-track.tsx';

const marks: DwellMarks = { median: 20, low: 18, high: 25, p75: 30, p90: 45, base: 15, line: 28 };
const drawn = (some: Partial<DwellMarks>) =>
  renderToStaticMarkup(
    <DwellTrack marks={{ ...marks, ...some }} most={50} ticks={[0, 25, 50]} label="商务谈判" format={String} />,
  );

test('a stage’s stays run from the median over P75 to P90, with last year and the stuck line beside them', () => {
  const svg = drawn({});
  expect(svg).toContain('cx="40%"');
  expect(svg).toContain('x1="40%" x2="60%"');
  expect(svg).toContain('x1="40%" x2="90%"');
  expect(svg).toContain('x="30%"');
  expect(svg).toContain('x="56%"');
});

test('a median that is not reached yet is not drawn', () => {
  const svg = drawn({ median: null, low: 18, high: null, p75: null, p90: null });
  expect(svg).not.toContain('<circle');
  expect(svg).toContain('x1="36%" x2="100%"');
});
