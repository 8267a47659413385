import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { IntervalAxis, IntervalTrack } from './interval-track.tsx';

const track = {
  estimate: 0.1,
  counted: 0.12,
  low: 0.05,
  high: 0.15,
  mean: 0.04,
  most: 0.2,
  ticks: [0, 0.1, 0.2],
  isFaint: false,
  label: '转介绍：赢单率10%',
};

const drawn = (more: Partial<typeof track> = {}) => renderToStaticMarkup(<IntervalTrack {...track} {...more} />);

test('the estimate is a filled dot, the plain rate a hollow one, on the line of the interval', () => {
  const svg = drawn();
  expect(svg).toContain('cx="50%" cy="17" r="4.5" fill="var(--acc)"');
  expect(svg).toContain('cx="60%" cy="17" r="4" fill="var(--bg)" stroke="var(--acc)"');
  expect(svg).toContain('x1="25%" x2="75%"');
  expect(svg).toContain('aria-label="转介绍：赢单率10%"');
});

test('a group too small to be ranked is faint, and its long interval is cut at the end of the scale', () => {
  const svg = drawn({ isFaint: true, high: 0.9 });
  expect(svg).toContain('x2="100%"');
  expect(svg).not.toContain('var(--acc)');
});

test('the axis names the last mark only where it does not touch the mean', () => {
  const axis = (value: number) =>
    renderToStaticMarkup(
      <IntervalAxis mean={{ value, label: '合并' }} most={0.2} ticks={[{ value: 0.2, label: '20%' }]} />,
    );
  expect(axis(0.04)).toContain('20%</text>');
  expect(axis(0.17)).not.toContain('20%</text>');
});
