import { type NotEnoughData, notEnoughData } from './not-enough-data.ts';
import { quantile } from './quantiles.ts';

/**
 * An open deal: its amount, the probability that it is won at all, its age in days, and how long won deals like it took from
 * creation to close, in days, *rising* (the empirical distribution; deals may share one array).
 */
export type OpenDeal = Readonly<{
  amount: number;
  winProbability: number;
  ageDays: number;
  cycleDays: readonly number[];
}>;

/** What a forecast is made of. `uniform` gives numbers in [0, 1); a seeded one makes the forecast repeatable. */
type CloseForecastInput = Readonly<{
  wonSoFar: number;
  deals: readonly OpenDeal[];
  daysLeft: number;
  uniform: () => number;
  runs?: number;
  /** What deals not open yet brought in past stretches of as many days; each run draws one. Empty: nothing new is expected. */
  fresh?: readonly number[];
}>;

/**
 * The amount that the period closes with: in one of ten, half and nine of ten simulated ends at most this much; `expected` is
 * the mean. `outlived` deals are older than any won deal like them, and are not expected to close.
 */
type CloseForecast = Readonly<{
  kind: 'forecast';
  p10: number;
  p50: number;
  p90: number;
  expected: number;
  outlived: number;
}>;

const usualRuns = 10_000;
/** As for "stuck" deals: below, a distribution of cycles is too coarse; give that of the whole pipeline. */
const minCycles = 20;

/**
 * Monte Carlo of the end of a period: won so far, and each open deal won within `daysLeft` by its own chance, `runs` times;
 * with `fresh`, also what deals not open yet may bring. Needs 20 cycles for every deal.
 * TRAP: deals are drawn independently; what moves them all (a price war, a holiday) is not in the band.
 */
export function closeForecast(input: CloseForecastInput): CloseForecast | NotEnoughData {
  const { wonSoFar, deals, daysLeft, uniform, runs = usualRuns, fresh = [] } = input;
  const fewest = deals.reduce((least, { cycleDays }) => Math.min(least, cycleDays.length), minCycles);
  if (fewest < minCycles) return notEnoughData(minCycles, fewest);
  const chances = deals.map((deal) => closingChance(deal, daysLeft));
  const possible = deals.flatMap(({ amount }, index) =>
    (chances[index] ?? 0) > 0 ? [{ amount, chance: chances[index] ?? 0 }] : [],
  );
  const drawing = {
    amounts: Float64Array.from(possible, ({ amount }) => amount),
    chances: Float64Array.from(possible, ({ chance }) => chance),
  };
  const ends = Array.from({ length: runs }, () => wonSoFar + simulatedAmount(drawing, uniform) + drawn(fresh, uniform));
  const at = (share: number) => quantile(ends, share) ?? wonSoFar;
  return {
    kind: 'forecast',
    p10: at(0.1),
    p50: at(0.5),
    p90: at(0.9),
    expected: deals.reduce((sum, { amount }, index) => sum + amount * (chances[index] ?? 0), wonSoFar + meanOf(fresh)),
    outlived: deals.filter(({ ageDays, cycleDays }) => ageDays >= (cycleDays.at(-1) ?? 0)).length,
  };
}

/**
 * Probability that an open deal is won within `daysLeft`: that it is won at all, times the share of cycles that end in time
 * among those longer than its age.
 */
export function closingChance({ winProbability, ageDays, cycleDays }: OpenDeal, daysLeft: number): number {
  const ended = countUntil(cycleDays, ageDays);
  const endedInTime = countUntil(cycleDays, ageDays + Math.max(0, daysLeft));
  const possible = cycleDays.length - ended;
  return possible === 0 ? 0 : (winProbability * (endedInTime - ended)) / possible;
}

/** How many of the rising values are at most `limit`, by bisection. */
function countUntil(rising: readonly number[], limit: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? Number.POSITIVE_INFINITY) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Drawing = Readonly<{ amounts: Float64Array; chances: Float64Array }>;

/** One end: plain arrays of numbers and an index, because this is where all the time goes. */
function simulatedAmount({ amounts, chances }: Drawing, uniform: () => number): number {
  let sum = 0;
  for (let index = 0; index < chances.length; index += 1) {
    if (uniform() < (chances[index] as number)) sum += amounts[index] as number;
  }
  return sum;
}

function drawn(amounts: readonly number[], uniform: () => number): number {
  return amounts.length === 0 ? 0 : (amounts[Math.floor(uniform() * amounts.length)] ?? 0);
}

function meanOf(amounts: readonly number[]): number {
  return amounts.length === 0 ? 0 : amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length;
}
