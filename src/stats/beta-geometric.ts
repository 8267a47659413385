import { type Chances, grouped, logistic, meanLogLikelihood, totalLogLikelihood } from './beta-geometric-likelihood.ts';
import type { BuyingHistory } from './buying-history.ts';
import { likeliest } from './maximum-likelihood.ts';
import { type NotEnoughData, notEnoughData } from './not-enough-data.ts';

/**
 * How customers buy and leave: rates of buying vary as a gamma(r, α) (α in units of time), chances to leave as a beta(a, b).
 */
export type BuyingParameters = Readonly<{ r: number; alpha: number; a: number; b: number }>;

/** A fitted model; `atEdge` when the data leave a parameter open (nobody seems ever to leave, or all buy alike). */
type FittedBuying = Readonly<{
  kind: 'fitted';
  parameters: BuyingParameters;
  logLikelihood: number;
  customers: number;
  atEdge: boolean;
}>;

/** A model of repeat buying without contracts, of the beta-geometric/NBD family. */
export type BuyingModel = Readonly<{
  /** Parameters of maximum likelihood. Needs 30 customers who bought again. RangeError for an impossible history. */
  fit: (histories: readonly BuyingHistory[]) => FittedBuying | NotEnoughData | Readonly<{ kind: 'not_converged' }>;
  /** Total log-likelihood of the histories. */
  logLikelihood: (parameters: BuyingParameters, histories: readonly BuyingHistory[]) => number;
  /** P(alive): how likely the customer has not left by now. */
  aliveProbability: (parameters: BuyingParameters, history: BuyingHistory) => number;
  /** Purchases to expect in the next `time` (in the unit of the history). A new customer's history is all zeros. */
  expectedPurchases: (parameters: BuyingParameters, history: BuyingHistory, time: number) => number;
}>;

/** The model whose customers have had `chances` to leave after so many repeats; `bgNbd` and `mbgNbd` are its two forms. */
export function betaGeometric(chances: Chances): BuyingModel {
  return {
    fit: (histories) => fitted(chances, histories),
    logLikelihood: (parameters, histories) => logLikelihood(chances, parameters, histories),
    aliveProbability: (parameters, history) => aliveProbability(chances, parameters, history),
    expectedPurchases: (parameters, history, time) => expectedPurchases(chances, parameters, history, time),
  };
}

const minRepeatBuyers = 30;

function fitted(chances: Chances, histories: readonly BuyingHistory[]): ReturnType<BuyingModel['fit']> {
  histories.forEach(requirePossible);
  const repeatBuyers = histories.filter((history) => history.repeats > 0).length;
  if (repeatBuyers < minRepeatBuyers) return notEnoughData(minRepeatBuyers, repeatBuyers);
  const data = grouped(histories);
  const found = likeliest((parameters) => meanLogLikelihood(data, chances, parameters), [0.5, 0.5, 0.5, 2]);
  if (!found) return { kind: 'not_converged' };
  const [r = 0, alpha = 0, a = 0, b = 0] = found.parameters;
  return {
    kind: 'fitted',
    parameters: { r, alpha: alpha * data.scale, a, b },
    logLikelihood: totalLogLikelihood(data, found.value),
    customers: data.customers,
    atEdge: found.atEdge,
  };
}

function logLikelihood(
  chances: Chances,
  { r, alpha, a, b }: BuyingParameters,
  histories: readonly BuyingHistory[],
): number {
  if (histories.length === 0) return 0;
  const data = grouped(histories);
  return totalLogLikelihood(data, meanLogLikelihood(data, chances, [r, alpha / data.scale, a, b]).value);
}

function aliveProbability(chances: Chances, { r, alpha, a, b }: BuyingParameters, history: BuyingHistory): number {
  const k = chances(history.repeats);
  if (k === 0) return 1;
  const silence = Math.log((alpha + history.observed) / (alpha + history.recency));
  return logistic(Math.log((b + k - 1) / a) - (r + history.repeats) * silence);
}

/** A geometric tail of purchases this small is left out. */
const negligible = 1e-14;
/** Nobody buys more in a period; a bound for parameters without sense, such as an α of 0. */
const maxPurchases = 100_000;
/** Below, a probability is no double any more, and is carried on as a logarithm. */
const smallestLog = -600;

/**
 * P(alive) × Σ_j P(N > j) · (b+k)_j / (a+b+k)_j: the purchase after the next j happens when the customer would buy more than
 * j times (N is negative binomial, from the gamma posterior of the rate) and has stayed at each of the j chances to leave
 * before it (beta posterior). It equals the closed form of Fader, Hardie & Lee 2005 (equation 10), but all terms are
 * positive, so nothing cancels.
 * TRAP: the closed form divides by a − 1; near a = 1 it has no digits left.
 */
function expectedPurchases(
  chances: Chances,
  parameters: BuyingParameters,
  history: BuyingHistory,
  time: number,
): number {
  const { a } = parameters;
  const b = parameters.b + chances(history.repeats);
  const shape = parameters.r + history.repeats;
  const share = time / (parameters.alpha + history.observed + time);
  if (!(share > 0)) return 0;
  let logExactly = shape * Math.log1p(-share);
  let exactly = Math.exp(logExactly);
  let more = -Math.expm1(logExactly);
  let [stayed, sum] = [1, 0];
  for (let j = 0; j < maxPurchases; j += 1) {
    sum += more * stayed;
    stayed *= (b + j) / (a + b + j);
    const ratio = (share * (shape + j)) / (j + 1);
    if (logExactly < smallestLog) {
      logExactly += Math.log(ratio);
      exactly = Math.exp(logExactly);
    } else exactly *= ratio;
    more = Math.max(0, more - exactly);
    if (ratio < 1 && exactly < negligible * (1 - ratio)) break;
  }
  return aliveProbability(chances, parameters, history) * sum;
}

function requirePossible({ repeats, recency, observed }: BuyingHistory): void {
  const inTime = recency >= 0 && recency <= observed && observed < Number.POSITIVE_INFINITY;
  if (Number.isInteger(repeats) && repeats >= 0 && inTime) return;
  throw new RangeError(`no customer has ${repeats} repeats, the last after ${recency} of ${observed}`);
}
