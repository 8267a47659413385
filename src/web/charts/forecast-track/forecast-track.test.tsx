import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ForecastTrack } from './forecast-track.tsx';

const drawn = (reached: number | null, isRunning: boolean) =>
  renderToStaticMarkup(
    <ForecastTrack
      reached={reached}
      isRunning={isRunning}
      low={40}
      middle={50}
      high={60}
      most={100}
      ticks={[0, 50, 100]}
      label="2026 Q3"
    />,
  );

test('the bar begins at 0 and ends at what came, the line goes from P10 to P90', () => {
  const svg = drawn(45, false);
  expect(svg).toContain('width="45%"');
  expect(svg).toContain('x1="40%" x2="60%"');
  expect(svg).toContain('cx="50%"');
});

test('what is won so far is drawn as the actual, without the end cap of the past', () => {
  expect(drawn(45, true)).toContain('var(--acc)');
  expect(drawn(45, true)).not.toContain('var(--acc-2)');
  expect(drawn(null, true)).not.toContain('height="12"');
});
