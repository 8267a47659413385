import { type Chances, logistic, meanLogLikelihood } from './beta-geometric-likelihood.ts';
import type { BuyingHistory } from './buying-history.ts';
import { type BuyingModel, fittedByLikelihood } from './buying-model.ts';
import { grouped, totalLogLikelihood } from './grouped-histories.ts';

/**
 * How customers buy and leave: rates of buying vary as a gamma(r, α) (α in units of time), chances to leave as a beta(a, b).
 */
export type BuyingParameters = Readonly<{ r: number; alpha: number; a: number; b: number }>;

/** The model whose customers have had `chances` to leave after so many repeats; `bgNbd` and `mbgNbd` are its two forms. */
export function betaGeometric(chances: Chances): BuyingModel<BuyingParameters> {
  return {
    fit: (histories) => fitted(chances, histories),
    logLikelihood: (parameters, histories) => logLikelihood(chances, parameters, histories),
    aliveProbability: (parameters, history) => aliveProbability(chances, parameters, history),
    expectedPurchases: (parameters, history, time) => expectedPurchases(chances, parameters, history, time),
  };
}

function fitted(chances: Chances, histories: readonly BuyingHistory[]) {
  return fittedByLikelihood(histories, {
    start: [0.5, 0.5, 0.5, 2],
    meanLogLikelihood: (data, parameters) => meanLogLikelihood(data, chances, parameters),
    named: ([r = 0, alpha = 0, a = 0, b = 0], scale): BuyingParameters => ({ r, alpha: alpha * scale, a, b }),
  });
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
