import { betaQuantile } from './incomplete-beta.ts';
import { logBeta } from './log-gamma.ts';
import { type NotEnoughData, notEnoughData } from './not-enough-data.ts';
import { wilson95 } from './wilson.ts';

/** Of `tries` leads of a channel (or deals of a product…), `hits` were won. */
export type Tally = Readonly<{ hits: number; tries: number }>;

/** A rate drawn towards the pooled mean, with the 95 % interval that it is compared and ranked by (its `low` end). */
type ShrunkRate = Readonly<{ rate: number; low: number; high: number }>;

/** The rates of all groups, in their order; `weight` is the number of tries that the pooled mean counts for. */
type ShrunkRates = Readonly<{ kind: 'shrunk'; mean: number; weight: number; groups: readonly ShrunkRate[] }>;

/** A smaller group says too little about how far groups really lie apart (METRICS 35: support ≥ 20). */
const minSupport = 20;

/**
 * Rates of groups, each shrunk to the pooled mean Σhits/Σtries by as much as its size leaves open: a beta prior with that
 * mean, its weight fitted by marginal maximum likelihood of the beta-binomial (empirical Bayes; Casella 1985) on the groups
 * of at least 20 tries (on all when fewer than two are). The weight is at most Σtries: the mean is not known better
 * than the pool. The interval is the central 95 % of each group's beta posterior. A group never tried gets the mean.
 * Throws RangeError unless 0 ≤ hits ≤ tries, whole numbers.
 */
export function shrunkRates(groups: readonly Tally[]): ShrunkRates | NotEnoughData {
  groups.forEach(requireTally);
  const tries = groups.reduce((sum, group) => sum + group.tries, 0);
  if (tries === 0) return notEnoughData(1, 0);
  const mean = groups.reduce((sum, group) => sum + group.hits, 0) / tries;
  const weight = fittedWeight(groups, mean, tries);
  return { kind: 'shrunk', mean, weight, groups: groups.map((group) => shrunk(group, mean, weight)) };
}

function shrunk({ hits, tries }: Tally, mean: number, weight: number): ShrunkRate {
  const won = hits + mean * weight;
  const lost = tries - hits + (1 - mean) * weight;
  const rate = won / (won + lost);
  // Nothing (or everything) won anywhere leaves no prior to speak of: then the group speaks for itself.
  if (won === 0 || lost === 0) return { rate, ...(wilson95(hits, tries) ?? { low: 0, high: 1 }) };
  return { rate, low: betaQuantile(0.025, won, lost), high: betaQuantile(0.975, won, lost) };
}

/** With less, a prior would be all at 0 and 1. */
const minWeight = 1;
const gridSteps = 40;

/** The likelihood may be flat or have its top at an end, so: the best of a grid over log weight, then golden section. */
function fittedWeight(groups: readonly Tally[], mean: number, maxWeight: number): number {
  if (mean === 0 || mean === 1) return maxWeight;
  const large = groups.filter((group) => group.tries >= minSupport);
  const used = large.length >= 2 ? large : groups;
  const worth = (logWeight: number) => marginalLogLikelihood(used, mean, Math.exp(logWeight));
  const step = Math.log(maxWeight / minWeight) / gridSteps;
  const grid = Array.from({ length: gridSteps + 1 }, (_, index) => Math.log(minWeight) + index * step);
  const best = grid.reduce((top, each) => (worth(each) > worth(top) ? each : top));
  const [low, high] = [Math.max(Math.log(minWeight), best - step), Math.min(Math.log(maxWeight), best + step)];
  return Math.exp(goldenSection(worth, low, high));
}

function marginalLogLikelihood(groups: readonly Tally[], mean: number, weight: number): number {
  const [a, b] = [mean * weight, (1 - mean) * weight];
  return groups.reduce((sum, { hits, tries }) => sum + logBeta(a + hits, b + tries - hits) - logBeta(a, b), 0);
}

const golden = (Math.sqrt(5) - 1) / 2;

function goldenSection(worth: (at: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 40; step += 1) {
    const reach = golden * (high - low);
    if (worth(high - reach) < worth(low + reach)) low = high - reach;
    else high = low + reach;
  }
  return (low + high) / 2;
}

function requireTally({ hits, tries }: Tally): void {
  const whole = Number.isInteger(hits) && Number.isInteger(tries);
  if (!whole || hits < 0 || hits > tries) throw new RangeError(`${hits} hits of ${tries} tries is no rate`);
}
