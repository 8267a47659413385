import { type NotEnoughData, notEnoughData } from './not-enough-data.ts';
import { median } from './quantiles.ts';

/** A straight line through a series: value = intercept + slope × period, the first period being 0. */
type TheilSen = Readonly<{ kind: 'line'; slope: number; intercept: number }>;

/**
 * The line that single odd periods cannot bend: its slope is the median of the slopes between all pairs of periods (Theil
 * 1950, Sen 1968), its intercept the median of what is left. In units of the values a period. Needs 2 periods.
 */
export function theilSen(values: readonly number[]): TheilSen | NotEnoughData {
  const slope = median(pairSlopes(values));
  if (slope === null) return notEnoughData(2, values.length);
  const intercept = median(values.map((value, period) => value - slope * period)) ?? 0;
  return { kind: 'line', slope, intercept };
}

function pairSlopes(values: readonly number[]): number[] {
  return values.flatMap((early, first) =>
    values.slice(first + 1).map((late, between) => (late - early) / (between + 1)),
  );
}
