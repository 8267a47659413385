import type { ValueAndGradient } from './bfgs.ts';
import type { BuyingHistory } from './buying-history.ts';
import { type BuyingModel, fittedByLikelihood } from './buying-model.ts';
import { hypergeometricOne } from './gauss-fraction.ts';
import { at, type Grouped, grouped, totalLogLikelihood } from './grouped-histories.ts';

/** Rates of buying vary as a gamma(r, α), rates of leaving as a gamma(s, β); α and β in units of time. */
export type ParetoParameters = Readonly<{ r: number; alpha: number; s: number; beta: number }>;

/**
 * Pareto/NBD of Schmittlein, Morrison & Colombo 1987 (Management Science 33): a customer may leave at any moment, not only
 * after a purchase. Expressions of Fader & Hardie 2005, "A note on deriving the Pareto/NBD model and related expressions".
 */
export const paretoNbd: BuyingModel<ParetoParameters> = {
  fit: (histories) =>
    fittedByLikelihood(histories, {
      start: [1, 0.5, 1, 0.5],
      meanLogLikelihood: withGradient,
      named: (searched, scale) => {
        const [r = 0, alpha = 0, s = 0, beta = 0] = ofRates(searched);
        return { r, alpha: alpha * scale, s, beta: beta * scale };
      },
    }),
  logLikelihood,
  aliveProbability: (parameters, history) => Math.exp(-lifeOf(parameters, history).logOverAlive),
  expectedPurchases,
};

function logLikelihood({ r, alpha, s, beta }: ParetoParameters, histories: readonly BuyingHistory[]): number {
  if (histories.length === 0) return 0;
  const data = grouped(histories);
  return totalLogLikelihood(data, meanLogLikelihood(data, [r, alpha / data.scale, s, beta / data.scale]));
}

/** (r+x)/(α+T) purchases in a unit of time, while the customer stays: ∫ ((β+T)/(β+T+t))^s dt, which has a limit at s = 1. */
function expectedPurchases(parameters: ParetoParameters, history: BuyingHistory, time: number): number {
  const { r, alpha, s, beta } = parameters;
  const rate = (r + history.repeats) / (alpha + history.observed);
  const logGrowth = Math.log1p(time / (beta + history.observed));
  const stayed = (beta + history.observed) * logGrowth * meanDecay((s - 1) * logGrowth);
  return Math.exp(-lifeOf(parameters, history).logOverAlive) * rate * stayed;
}

/** (1 − e^−y) / y. */
function meanDecay(y: number): number {
  return y === 0 ? 1 : -Math.expm1(-y) / y;
}

/**
 * The chance of the history, in logarithms and but for factors that it shares with all others of as many repeats: having bought
 * so and being alive is `logAlive` = log (α+T)^−(r+x) (β+T)^−s, and having bought so, alive or not, is as much and `logOverAlive`.
 *
 * Fader & Hardie (equation 19) write the chance of having left as s/(r+s+x) · A₀, where A₀ is the difference of two values of
 * ₂F₁, of one form for α ≥ β and another for α < β. By Euler's transformation each value is (α+t)^−(r+x) (β+t)^−s · `left(t)` with
 * `left` between 0 and (r+s+x)/s, at t_x and at T. Added to being alive nothing is subtracted but 1 − s/(r+s+x) · left(T).
 * TRAP: as published the two values overflow for frequent buyers, and their difference has no digits left when t_x is near T.
 */
function lifeOf({ r, alpha, s, beta }: ParetoParameters, { repeats, recency, observed }: BuyingHistory) {
  const ofDead = s / (r + s + repeats);
  const [bought, silence] = [r + repeats, Math.log((alpha + observed) / (alpha + recency))];
  const longer = bought * silence + s * Math.log((beta + observed) / (beta + recency));
  const left = (time: number) => ofDead * hypergeometric(bought, s, (beta + time) / (alpha + time));
  return {
    logAlive: -bought * Math.log(alpha + observed) - s * Math.log(beta + observed),
    logOverAlive: longer + Math.log(left(recency) + Math.max(0, 1 - left(observed)) * Math.exp(-longer)),
  };
}

/**
 * ₂F₁(1, r+x; r+s+x+1; 1 − ratio) for ratio = (β+t)/(α+t) > 0; above 1 by Pfaff's transformation, so that the argument is never
 * negative.
 */
function hypergeometric(bought: number, s: number, ratio: number): number {
  const c = bought + s + 1;
  return ratio <= 1 ? hypergeometricOne(bought, c, 1 - ratio) : hypergeometricOne(s + 1, c, 1 - 1 / ratio) / ratio;
}

/** Mean log-likelihood of a customer (Fader & Hardie, equation 18): Γ(r+x)/Γ(r) α^r β^s × the chance of the history above. */
function meanLogLikelihood(data: Grouped, [r = 1, alpha = 1, s = 1, beta = 1]: readonly number[]): number {
  const most = data.repeats.reduce((top, each) => Math.max(top, each), 0);
  const rising = new Float64Array(most + 1);
  for (let n = 1; n <= most; n += 1) rising[n] = at(rising, n - 1) + Math.log(r + n - 1);
  const ofAll = r * Math.log(alpha) + s * Math.log(beta);
  let sum = 0;
  for (let row = 0; row < data.rows; row += 1) {
    const repeats = at(data.repeats, row);
    const history = { repeats, recency: at(data.recency, row), observed: at(data.observed, row) };
    const { logAlive, logOverAlive } = lifeOf({ r, alpha, s, beta }, history);
    sum += at(data.count, row) * (at(rising, repeats) + ofAll + logAlive + logOverAlive);
  }
  return sum / data.customers;
}

/** A step of a derivative, as a part of the parameter: the error of the difference is then about 1e-10. */
const step = 1e-5;

/**
 * (r, α, s, β) from the mean rates r/α and s/β, which data tell well, and α and β, which they may leave open: a search over these does
 * not creep along a ridge when all leave alike.
 */
function ofRates([buying = 1, alpha = 1, leaving = 1, beta = 1]: readonly number[]): readonly number[] {
  return [buying * alpha, alpha, leaving * beta, beta];
}

/** By central differences: the derivatives of ₂F₁ by its parameters have no closed form. */
function withGradient(data: Grouped, searched: readonly number[]): ValueAndGradient {
  const moved = (index: number, by: number) =>
    meanLogLikelihood(data, ofRates(searched.map((each, at) => (at === index ? each * (1 + by) : each))));
  return {
    value: meanLogLikelihood(data, ofRates(searched)),
    gradient: searched.map((each, index) => (moved(index, step) - moved(index, -step)) / (2 * step * each)),
  };
}
