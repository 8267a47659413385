import { type NotEnoughData, notEnoughData } from './not-enough-data.ts';

/** Something a customer did (an order, a site visit, a reply…), on a day number. */
export type CustomerAct = Readonly<{ type: string; day: number }>;

/** What an act of each type is worth and how many of it count a day; an act loses half its worth in `halfLifeDays`. */
export type ActivityRules = Readonly<{
  types: ReadonlyMap<string, Readonly<{ weight: number; dailyCap: number }>>;
  halfLifeDays: number;
}>;

/** Scores in the order of the customers. */
type ActivityScores = Readonly<{ kind: 'scores'; scores: readonly number[] }>;

/**
 * Activity of each customer among all, 0–100: the percentage of the *other* customers with fewer points, so that ties share
 * a score and who did nothing has 0 (METRICS 31). Points come from `activityPoints`. Needs 2 customers.
 */
export function activityScores(points: readonly number[]): ActivityScores | NotEnoughData {
  const others = points.length - 1;
  if (others < 1) return notEnoughData(2, points.length);
  const rising = points.toSorted((left, right) => left - right);
  const below = new Map<number, number>();
  for (const [index, each] of rising.entries()) if (!below.has(each)) below.set(each, index);
  return { kind: 'scores', scores: points.map((each) => (100 * (below.get(each) ?? 0)) / others) };
}

/**
 * Σ weight(type) × 2^(−age / half-life) of what a customer did until `asOfDay`. Of one type only the daily cap counts on a
 * day; types without a rule and later acts do not count.
 * TRAP: calls and visits of our own are not acts of the customer.
 */
export function activityPoints(acts: readonly CustomerAct[], asOfDay: number, rules: ActivityRules): number {
  const counted = new Map<string, number>();
  let points = 0;
  for (const { type, day } of acts) {
    const rule = rules.types.get(type);
    const key = `${day}/${type}`;
    const before = counted.get(key) ?? 0;
    if (!rule || day > asOfDay || before >= rule.dailyCap) continue;
    counted.set(key, before + 1);
    points += rule.weight * 2 ** ((day - asOfDay) / rules.halfLifeDays);
  }
  // The last digits depend on the order of the acts; customers who did the same shall tie.
  return Number(points.toPrecision(12));
}
