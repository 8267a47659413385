import type { ValueAndGradient } from './bfgs.ts';
import { at, type Grouped } from './grouped-histories.ts';

/** How many times a customer with so many repeats has had the chance to leave and stayed (or left at the last of them). */
export type Chances = (repeats: number) => number;

/**
 * Mean log-likelihood of a customer and its derivatives by (r, α, a, b), α in units of `scale` (Fader, Hardie & Lee 2005,
 * equation 6). For a customer with x repeats and k chances to leave
 * L = (r)_x α^r (b)_k / (a+b)_k (α+T)^−(r+x) · (1 + eᵘ), eᵘ = a / (b+k−1) · ((α+T)/(α+t_x))^(r+x), the second term for k > 0
 * only: it is having left over being alive. (y)_n is the rising factorial, for which whole n need no gamma function.
 */
export function meanLogLikelihood(
  data: Grouped,
  chances: Chances,
  [r = 1, alpha = 1, a = 1, b = 1]: readonly number[],
): ValueAndGradient {
  const most = data.repeats.reduce((top, each) => Math.max(top, each), 0);
  const [ofR, ofB, ofBoth] = [rising(r, most), rising(b, chances(most)), rising(a + b, chances(most))];
  let [sum, byR, byAlpha, byA, byB] = [0, 0, 0, 0, 0];
  for (let row = 0; row < data.rows; row += 1) {
    const [x, count] = [at(data.repeats, row), at(data.count, row)];
    const k = chances(x);
    const [untilNow, untilLast] = [alpha + at(data.observed, row), alpha + at(data.recency, row)];
    const silence = Math.log(untilNow / untilLast);
    const odds = k > 0 ? Math.log(a / (b + k - 1)) + (r + x) * silence : Number.NEGATIVE_INFINITY;
    const left = logistic(odds);
    const rate = Math.log(alpha / untilNow);
    sum += count * (at(ofR.log, x) + r * rate - x * Math.log(untilNow) + at(ofB.log, k) - at(ofBoth.log, k));
    sum += count * softplus(odds);
    byR += count * (at(ofR.slope, x) + rate + left * silence);
    byAlpha += count * (r / alpha - (r + x) * ((1 - left) / untilNow + left / untilLast));
    byA += count * (left / a - at(ofBoth.slope, k));
    byB += count * (at(ofB.slope, k) - at(ofBoth.slope, k) - (k > 0 ? left / (b + k - 1) : 0));
  }
  const mean = (total: number) => total / data.customers;
  return { value: mean(sum), gradient: [mean(byR), mean(byAlpha), mean(byA), mean(byB)] };
}

/** 1 / (1 + e^−odds), from log odds; exact at both ends. */
export function logistic(odds: number): number {
  return odds < 0 ? Math.exp(odds) / (1 + Math.exp(odds)) : 1 / (1 + Math.exp(-odds));
}

function softplus(odds: number): number {
  return Math.max(0, odds) + Math.log1p(Math.exp(-Math.abs(odds)));
}

/** Logarithms of the rising factorials (y)_0 … (y)_most, and their derivatives by y. */
function rising(y: number, most: number): { log: Float64Array; slope: Float64Array } {
  const log = new Float64Array(most + 1);
  const slope = new Float64Array(most + 1);
  for (let n = 1; n <= most; n += 1) {
    log[n] = at(log, n - 1) + Math.log(y + n - 1);
    slope[n] = at(slope, n - 1) + 1 / (y + n - 1);
  }
  return { log, slope };
}
