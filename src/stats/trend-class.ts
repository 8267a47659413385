import { mannKendall } from './mann-kendall.ts';
import { type NotEnoughData, notEnoughData } from './not-enough-data.ts';
import { seasonalStrength } from './seasonal-strength.ts';
import { theilSen } from './theil-sen.ts';

/** What a series of revenue does, in one word. */
export type Trend = 'new' | 'stalled' | 'seasonal' | 'growing' | 'declining' | 'volatile' | 'steady';

/**
 * The numbers that a class rests on: periods since the first sale, their mean and coefficient of variation; the change a
 * period (Theil–Sen), also as a share of the mean, and the Mann–Kendall p of it; the seasonal strength and its p. Null where
 * the series is too short for one, or its mean is 0.
 */
type Evidence = Readonly<{
  periods: number;
  mean: number;
  variation: number | null;
  slope: number | null;
  slopeShare: number | null;
  trendP: number | null;
  seasonalStrength: number | null;
  seasonalP: number | null;
}>;

/** A series put into its class, with the reasons. */
export type ClassifiedTrend = Readonly<{ kind: 'trend'; trend: Trend; evidence: Evidence }>;

const newBelow = 6;
const minPeriods = 8;
const stalledAfter = 3;
const significant = 0.05;
const strongSeason = 0.6;
const steepShare = 0.01;
const volatileAbove = 0.5;

/**
 * Class of a series of *complete* periods, oldest first (METRICS 26); it begins with the first sale, `cycle` periods make a
 * year. In this order: `new` below 6 periods, `stalled` when the last 3 are 0, not enough data below 8, `seasonal` (two
 * cycles or more, F_s > 0.6 and not by chance), `growing` or `declining` (Mann–Kendall p < 0.05 and more than 1 % of
 * the mean a period), `volatile` (standard deviation above half the mean), else `steady`.
 */
export function trendClass(values: readonly number[], cycle: number): ClassifiedTrend | NotEnoughData {
  const start = values.findIndex((value) => value !== 0);
  const active = start < 0 ? [] : values.slice(start);
  if (active.length === 0) return notEnoughData(minPeriods, 0);
  const evidence = evidenceOf(active, cycle);
  const found = (trend: Trend): ClassifiedTrend => ({ kind: 'trend', trend, evidence });
  if (active.length < newBelow) return found('new');
  if (active.slice(-stalledAfter).every((value) => value === 0)) return found('stalled');
  if (active.length < minPeriods) return notEnoughData(minPeriods, active.length);
  return found(isSeasonal(evidence) ? 'seasonal' : (direction(evidence) ?? calm(evidence)));
}

function evidenceOf(values: readonly number[], cycle: number): Evidence {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const line = theilSen(values);
  const test = mannKendall(values);
  const season = seasonalStrength(values, cycle);
  const slope = line.kind === 'line' ? line.slope : null;
  const byMean = (value: number | null) => (value === null || mean === 0 ? null : value / Math.abs(mean));
  return {
    periods: values.length,
    mean,
    variation: byMean(values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : null),
    slope,
    slopeShare: byMean(slope),
    trendP: test.kind === 'mann_kendall' ? test.p : null,
    seasonalStrength: season.kind === 'seasonality' ? season.strength : null,
    seasonalP: season.kind === 'seasonality' ? season.p : null,
  };
}

function isSeasonal({ seasonalStrength: strength, seasonalP: p }: Evidence): boolean {
  return strength !== null && p !== null && strength > strongSeason && p < significant;
}

function direction({ trendP, slopeShare }: Evidence): 'growing' | 'declining' | null {
  if (trendP === null || slopeShare === null) return null;
  if (trendP >= significant || Math.abs(slopeShare) <= steepShare) return null;
  return slopeShare > 0 ? 'growing' : 'declining';
}

function calm({ variation }: Evidence): 'volatile' | 'steady' {
  return variation === null || variation > volatileAbove ? 'volatile' : 'steady';
}
