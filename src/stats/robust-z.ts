import { type NotEnoughData, notEnoughData } from './not-enough-data.ts';
import { median } from './quantiles.ts';

/** How far a value lies from the usual one, in robust standard deviations, and what it was measured by. */
type RobustZ = Readonly<{ kind: 'robust_z'; z: number; median: number; spread: number }>;

/** The baseline is one value throughout: then anything else is out of the usual, but nothing says how far. */
type NoSpread = Readonly<{ kind: 'no_spread'; median: number; isUsual: boolean }>;

const minBaseline = 8;
/** Makes the median absolute deviation, and the mean one, the standard deviation of a normal distribution. */
const fromMedianDeviation = 1.4826;
const fromMeanDeviation = 1.2533;

/**
 * (value − median) / (1.4826 × MAD) against a baseline of complete, de-seasonalised periods *without* the value (Iglewicz &
 * Hoaglin 1993; METRICS 41). Where more than half of the baseline is one value, MAD is 0 and the mean absolute deviation
 * stands in, as they advise. Needs 8 baseline values.
 */
export function robustZ(value: number, baseline: readonly number[]): RobustZ | NoSpread | NotEnoughData {
  const middle = median(baseline);
  if (middle === null || baseline.length < minBaseline) return notEnoughData(minBaseline, baseline.length);
  const deviations = baseline.map((each) => Math.abs(each - middle));
  const meanDeviation = deviations.reduce((sum, each) => sum + each, 0) / deviations.length;
  const spread = fromMedianDeviation * (median(deviations) ?? 0) || fromMeanDeviation * meanDeviation;
  if (spread === 0) return { kind: 'no_spread', median: middle, isUsual: value === middle };
  return { kind: 'robust_z', z: (value - middle) / spread, median: middle, spread };
}
