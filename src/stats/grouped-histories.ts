import type { BuyingHistory } from './buying-history.ts';

/** Customers with the same history are one row of columns that counts them. Times are divided by `scale`, their mean. */
export type Grouped = Readonly<{
  rows: number;
  customers: number;
  scale: number;
  repeats: Float64Array;
  recency: Float64Array;
  observed: Float64Array;
  count: Float64Array;
}>;

/** Histories that are the same, counted once; likelihoods over them cost by the number of different ones. */
export function grouped(histories: readonly BuyingHistory[]): Grouped {
  const groups = new Map<string, { history: BuyingHistory; count: number }>();
  for (const history of histories) {
    const key = `${history.repeats}/${history.recency}/${history.observed}`;
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { history, count: 1 });
  }
  const scale = histories.reduce((sum, each) => sum + each.observed, 0) / histories.length || 1;
  const each = [...groups.values()];
  return {
    rows: each.length,
    customers: histories.length,
    scale,
    repeats: Float64Array.from(each, ({ history }) => history.repeats),
    recency: Float64Array.from(each, ({ history }) => history.recency / scale),
    observed: Float64Array.from(each, ({ history }) => history.observed / scale),
    count: Float64Array.from(each, ({ count }) => count),
  };
}

/** Total log-likelihood in the unit of the histories, from the mean in units of `scale`. */
export function totalLogLikelihood(data: Grouped, mean: number): number {
  let repeats = 0;
  for (let row = 0; row < data.rows; row += 1) repeats += at(data.repeats, row) * at(data.count, row);
  return data.customers * mean - repeats * Math.log(data.scale);
}

/** The number of a row. */
export function at(column: Float64Array, row: number): number {
  return column[row] ?? 0;
}
