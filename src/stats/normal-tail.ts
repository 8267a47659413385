/** Where the continued fraction converges faster than the series. */
const farOut = 3;

/**
 * Share of a standard normal distribution above z, to about 1e-14: by series near the middle (Abramowitz & Stegun 26.2.11)
 * and by continued fraction far out (26.2.14), where nothing cancels.
 */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return z < farOut ? 0.5 - density * series(z) : density / fraction(z);
}

function series(z: number): number {
  let [term, sum] = [z, z];
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum;
}

function fraction(z: number): number {
  let value = z;
  for (let k = 100; k > 0; k -= 1) value = z + k / value;
  return value;
}
