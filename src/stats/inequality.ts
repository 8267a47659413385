import { type NotEnoughData, notEnoughData } from './not-enough-data.ts';

/** The smallest `people` share of the customers has this `amount` share of the revenue. */
type LorenzPoint = Readonly<{ people: number; amount: number }>;

/** How unevenly amounts are spread: `gini` from 0 (all alike) to 1 − 1/n (one has all), and the Lorenz curve from 0 to 1. */
type Inequality = Readonly<{ kind: 'inequality'; gini: number; lorenz: readonly LorenzPoint[] }>;

/**
 * Gini coefficient and Lorenz curve (Lorenz 1905, Gini 1914) of amounts of 0 or more, as the population formula without
 * small-sample correction: Σ (2i − n − 1) x_i / (n Σ x) over amounts in rising order. Not enough data where all are 0;
 * RangeError for a negative amount.
 */
export function inequality(amounts: readonly number[]): Inequality | NotEnoughData {
  const wrong = amounts.find((amount) => !(amount >= 0 && amount < Number.POSITIVE_INFINITY));
  if (wrong !== undefined) throw new RangeError(`inequality is of amounts of 0 or more, not ${wrong}`);
  const rising = amounts.toSorted((left, right) => left - right);
  const n = rising.length;
  const total = rising.reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return notEnoughData(1, 0);
  const weighted = rising.reduce((sum, amount, index) => sum + (2 * index + 1 - n) * amount, 0);
  return { kind: 'inequality', gini: Math.max(0, weighted / (n * total)), lorenz: lorenzPoints(rising, total) };
}

function lorenzPoints(rising: readonly number[], total: number): LorenzPoint[] {
  let sum = 0;
  const points = rising.map((amount, index) => {
    sum += amount;
    return { people: (index + 1) / rising.length, amount: Math.min(1, sum / total) };
  });
  return [{ people: 0, amount: 0 }, ...points.slice(0, -1), { people: 1, amount: 1 }];
}
