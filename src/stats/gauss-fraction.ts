const tiny = 1e-300;
const maxTerms = 100_000;

/**
 * Gauss's hypergeometric function ₂F₁(1, b; c; z) for c ≥ b > 0 and z in [0, 1), by the continued fraction of Gauss (DLMF
 * 15.7.5 with a = 1) and the modified method of Lentz: all partial results are positive, so nothing cancels, and it stays
 * quick near 1, where the series takes for ever.
 */
export function hypergeometricOne(b: number, c: number, z: number): number {
  let [numerator, denominator] = [1, 0];
  let value = 1;
  for (let m = 0; m < maxTerms; m += 1) {
    const even = m === 0 ? b / c : ((b + m) * (c + m - 1)) / ((c + 2 * m - 1) * (c + 2 * m));
    const odd = ((m + 1) * (c - b + m)) / ((c + 2 * m) * (c + 2 * m + 1));
    denominator = 1 / notZero(1 - even * z * denominator);
    numerator = notZero(1 - (even * z) / numerator);
    value *= numerator * denominator;
    denominator = 1 / notZero(1 - odd * z * denominator);
    numerator = notZero(1 - (odd * z) / numerator);
    const change = numerator * denominator;
    value *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return 1 / value;
}

function notZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
