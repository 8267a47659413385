import { betaShareBelow } from './incomplete-beta.ts';
import { loess } from './loess.ts';
import { type NotEnoughData, notEnoughData } from './not-enough-data.ts';
import { median } from './quantiles.ts';

/**
 * How much of a series recurs in every cycle: `strength` F_s in [0, 1]; `p`, how often chance alone has seasons that far
 * apart; `seasons`, what each season lies above the trend, from the one of the first value on.
 */
type Seasonality = Readonly<{ kind: 'seasonality'; strength: number; p: number; seasons: readonly number[] }>;

const minCycles = 2;
/** As STL has it for seasons that do not change: the trend looks at one and a half cycles. */
const trendCycles = 1.5;
const rounds = 3;

/**
 * F_s = max(0, 1 − var(R) / var(S + R)) of an additive decomposition into trend, seasons S and rest R (Wang, Smith & Hyndman
 * 2006), STL-like (Cleveland et al. 1990): seasons are the means of each place in the cycle and do not change, the trend
 * is a loess over 1.5 cycles; the first trend is the line of the median change over whole cycles (Hirsch, Slack & Smith
 * 1982), which seasons cannot bend. Needs two whole cycles of evenly spaced periods.
 * TRAP: over two cycles noise alone has F_s near 0.5; therefore `p`, by an F test of the seasons against the rest.
 */
export function seasonalStrength(values: readonly number[], cycle: number): Seasonality | NotEnoughData {
  const n = values.length;
  if (!Number.isInteger(cycle) || cycle < 2) throw new RangeError(`a cycle has at least 2 periods, not ${cycle}`);
  if (n < minCycles * cycle) return notEnoughData(minCycles * cycle, n);
  const { seasons, seasonalAndRest, rest } = decomposed(values, cycle);
  const [both, left] = [variance(seasonalAndRest), variance(rest)];
  const nothing = 1e-20 * Math.max(...values.map((value) => value * value));
  const share = both > nothing ? Math.min(1, left / both) : 1;
  return { kind: 'seasonality', strength: 1 - share, p: chanceOf(share, cycle - 1, n - cycle - 1), seasons };
}

function decomposed(values: readonly number[], cycle: number) {
  const slope = (median(values.slice(cycle).map((value, index) => value - (values[index] ?? 0))) ?? 0) / cycle;
  const span = 2 * Math.floor((trendCycles * cycle) / 2) + 1;
  let trend = values.map((_, period) => slope * period);
  let seasonalAndRest: number[] = [];
  let seasons: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    seasonalAndRest = values.map((value, period) => value - (trend[period] ?? 0));
    seasons = centredSeasons(seasonalAndRest, cycle);
    const deseasoned = values.map((value, period) => value - (seasons[period % cycle] ?? 0));
    trend = loess(deseasoned, span);
  }
  seasonalAndRest = values.map((value, period) => value - (trend[period] ?? 0));
  seasons = centredSeasons(seasonalAndRest, cycle);
  const rest = seasonalAndRest.map((value, period) => value - (seasons[period % cycle] ?? 0));
  return { seasons, seasonalAndRest, rest };
}

function centredSeasons(values: readonly number[], cycle: number): number[] {
  const means = Array.from({ length: cycle }, (_, season) =>
    mean(values.filter((_value, period) => period % cycle === season)),
  );
  const middle = mean(means);
  return means.map((each) => each - middle);
}

/** P(F > f) with f from the share of the variance that the seasons leave over; F by the incomplete beta function. */
function chanceOf(shareLeft: number, seasonFreedom: number, restFreedom: number): number {
  return betaShareBelow(shareLeft, restFreedom / 2, seasonFreedom / 2);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: readonly number[]): number {
  const middle = mean(values);
  return mean(values.map((value) => (value - middle) ** 2));
}
