/**
 * p-values of many segments scanned at once, adjusted so that among those at most q no more than a share q are false alarms
 * (Benjamini & Hochberg 1995): the smallest of p × n / rank at its own rank or above. In the order given; each is at least
 * its own p.
 */
export function adjustedPValues(pValues: readonly number[]): number[] {
  const falling = pValues.map((p, index) => ({ p, index })).sort((left, right) => right.p - left.p);
  const adjusted = Array<number>(pValues.length).fill(1);
  let least = 1;
  for (const [place, { p, index }] of falling.entries()) {
    least = Math.min(least, Math.max(p, (p * pValues.length) / (pValues.length - place)));
    adjusted[index] = least;
  }
  return adjusted;
}
