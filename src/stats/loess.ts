/**
 * A smooth line through evenly spaced values, one for each: at every period a straight line fitted to the `span` nearest
 * periods, nearer ones weighing more (tricube; Cleveland 1979, degree 1, without robustness steps). As in Cleveland et al.
 * 1990 a span longer than the series widens the weights.
 */
export function loess(values: readonly number[], span: number): number[] {
  const size = Math.min(span, values.length);
  return values.map((_, centre) => {
    const first = Math.min(Math.max(0, centre - Math.floor(size / 2)), values.length - size);
    const farthest = Math.max(centre - first, first + size - 1 - centre) + Math.max(0, span - values.length) / 2;
    return localLine(values.slice(first, first + size), centre - first, farthest);
  });
}

/** The value at `centre` of the weighted least-squares line through the values. */
function localLine(values: readonly number[], centre: number, farthest: number): number {
  let [total, first, second, sum, product] = [0, 0, 0, 0, 0];
  for (const [index, value] of values.entries()) {
    const away = index - centre;
    const weight = (1 - Math.min(1, Math.abs(away) / (farthest + 1)) ** 3) ** 3;
    total += weight;
    first += weight * away;
    second += weight * away * away;
    sum += weight * value;
    product += weight * away * value;
  }
  const spread = total * second - first * first;
  return spread > 0 ? (second * sum - first * product) / spread : sum / total;
}
