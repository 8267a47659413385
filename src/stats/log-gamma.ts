/** Where Stirling's series is exact to double precision; smaller arguments climb there by the recurrence. */
const stirlingFrom = 12;

const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);

/**
 * Natural logarithm of the gamma function for x > 0, to about 1e-14 (Abramowitz & Stegun 6.1.41 after the recurrence
 * Γ(x + 1) = x Γ(x)). Infinity at 0; throws RangeError below.
 */
export function logGamma(x: number): number {
  requireNotNegative(x);
  let at = x;
  let product = 1;
  for (; at < stirlingFrom; at += 1) product *= at;
  const inverse = 1 / (at * at);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / at;
  return (at - 0.5) * Math.log(at) - at + halfLogTwoPi + series - Math.log(product);
}

/** Derivative of `logGamma` for x > 0, to about 1e-13 (Abramowitz & Stegun 6.3.18). −Infinity at 0; RangeError below. */
export function digamma(x: number): number {
  requireNotNegative(x);
  let at = x;
  let climbed = 0;
  for (; at < stirlingFrom; at += 1) climbed += 1 / at;
  const inverse = 1 / (at * at);
  const series = inverse * (1 / 12 - inverse * (1 / 120 - inverse * (1 / 252 - inverse * (1 / 240 - inverse / 132))));
  return Math.log(at) - 0.5 / at - series - climbed;
}

/** Logarithm of the beta function B(a, b) = Γ(a)Γ(b)/Γ(a + b), for a, b > 0. */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

function requireNotNegative(x: number): void {
  if (!(x >= 0)) throw new RangeError(`the gamma function is wanted at ${x}; it is given for positive numbers`);
}
