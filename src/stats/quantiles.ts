/**
 * The value that a share `q` of the values lies below, between neighbours by straight line (type 7 of Hyndman & Fan 1996, as
 * spreadsheets and R have it); null when there are no values.
 */
export function quantile(values: readonly number[], q: number): number | null {
  const sorted = values.toSorted((left, right) => left - right);
  const place = q * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return null;
  return below + (place - Math.floor(place)) * (above - below);
}

/** The middle value; null when there are none. */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}
