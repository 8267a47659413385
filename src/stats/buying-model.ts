import type { ValueAndGradient } from './bfgs.ts';
import type { BuyingHistory } from './buying-history.ts';
import { type Grouped, grouped, totalLogLikelihood } from './grouped-histories.ts';
import { likeliest } from './maximum-likelihood.ts';
import { type NotEnoughData, notEnoughData } from './not-enough-data.ts';

/** A fitted model; `atEdge` when the data leave a parameter open (nobody seems ever to leave, or all buy alike). */
type FittedBuying<Parameters> = Readonly<{
  kind: 'fitted';
  parameters: Parameters;
  logLikelihood: number;
  customers: number;
  atEdge: boolean;
}>;

type Fit<Parameters> = FittedBuying<Parameters> | NotEnoughData | Readonly<{ kind: 'not_converged' }>;

/** A model of repeat buying without contracts: customers buy at rates of their own until they leave unseen. */
export type BuyingModel<Parameters> = Readonly<{
  /** Parameters of maximum likelihood. Needs 30 customers who bought again. RangeError for an impossible history. */
  fit: (histories: readonly BuyingHistory[]) => Fit<Parameters>;
  /** Total log-likelihood of the histories. */
  logLikelihood: (parameters: Parameters, histories: readonly BuyingHistory[]) => number;
  /** P(alive): how likely the customer has not left by now. */
  aliveProbability: (parameters: Parameters, history: BuyingHistory) => number;
  /** Purchases to expect in the next `time` (in the unit of the history). A new customer's history is all zeros. */
  expectedPurchases: (parameters: Parameters, history: BuyingHistory, time: number) => number;
}>;

/**
 * Purchases to expect in the next `time` of all who once bought, from the time since their first purchase alone: those after
 * so long and `time`, less those after so long. Where a customer's own history tells who has left, this does not use it, and so
 * tells the total of a cohort without its errors.
 */
export function cohortPurchases<Parameters>(
  { expectedPurchases }: BuyingModel<Parameters>,
  parameters: Parameters,
  histories: readonly BuyingHistory[],
  time: number,
): number {
  const sinceFirst = (until: number) => expectedPurchases(parameters, { repeats: 0, recency: 0, observed: 0 }, until);
  // Many bought first on the same day.
  const added = new Map<number, number>();
  return histories.reduce((sum, { observed }) => {
    const each = added.get(observed) ?? sinceFirst(observed + time) - sinceFirst(observed);
    added.set(observed, each);
    return sum + each;
  }, 0);
}

const minRepeatBuyers = 30;

type Likelihood<Parameters> = Readonly<{
  start: readonly number[];
  /** Mean log-likelihood of a customer and its derivatives by the parameters, times in units of the data's scale. */
  meanLogLikelihood: (data: Grouped, parameters: readonly number[]) => ValueAndGradient;
  named: (parameters: readonly number[], scale: number) => Parameters;
}>;

/** The fit of a model by its likelihood. */
export function fittedByLikelihood<Parameters>(
  histories: readonly BuyingHistory[],
  { start, meanLogLikelihood, named }: Likelihood<Parameters>,
): Fit<Parameters> {
  histories.forEach(requirePossible);
  const repeatBuyers = histories.filter((history) => history.repeats > 0).length;
  if (repeatBuyers < minRepeatBuyers) return notEnoughData(minRepeatBuyers, repeatBuyers);
  const data = grouped(histories);
  const found = likeliest((parameters) => meanLogLikelihood(data, parameters), start);
  if (!found) return { kind: 'not_converged' };
  return {
    kind: 'fitted',
    parameters: named(found.parameters, data.scale),
    logLikelihood: totalLogLikelihood(data, found.value),
    customers: data.customers,
    atEdge: found.atEdge,
  };
}

function requirePossible({ repeats, recency, observed }: BuyingHistory): void {
  const inTime = recency >= 0 && recency <= observed && observed < Number.POSITIVE_INFINITY;
  if (Number.isInteger(repeats) && repeats >= 0 && inTime) return;
  throw new RangeError(`no customer has ${repeats} repeats, the last after ${recency} of ${observed}`);
}
