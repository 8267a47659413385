import { type NotEnoughData, notEnoughData } from './not-enough-data.ts';

/** A year of a customer: days since the last order, days with an order, net revenue. */
export type RfmInput = Readonly<{ recencyDays: number; frequency: number; monetary: number }>;

/** What to do with a customer, in one word. */
export type RfmSegment = 'champions' | 'loyal' | 'potential' | 'new' | 'at_risk' | 'hibernating' | 'lost';

/** Scores from 1 to 5, best last, and the segment they put the customer in. */
type RfmScore = Readonly<{ r: number; f: number; m: number; segment: RfmSegment }>;

/** Scores in the order of the customers. */
type RfmScores = Readonly<{ kind: 'rfm'; customers: readonly RfmScore[] }>;

const quintiles = 5;

/**
 * Recency, frequency and revenue of each customer among all as quintiles (Hughes 1994): a score is 1 + the fifths of the
 * customers that are worse, so ties share a score (METRICS 29). Needs 5 customers.
 */
export function rfmScores(customers: readonly RfmInput[]): RfmScores | NotEnoughData {
  if (customers.length < quintiles) return notEnoughData(quintiles, customers.length);
  const byRecency = scores(customers.map(({ recencyDays }) => -recencyDays));
  const byFrequency = scores(customers.map(({ frequency }) => frequency));
  const byRevenue = scores(customers.map(({ monetary }) => monetary));
  const scored = customers.map(({ frequency }, index) => {
    const [r, f, m] = [byRecency[index] ?? 1, byFrequency[index] ?? 1, byRevenue[index] ?? 1];
    return { r, f, m, segment: segment(r, (f + m) / 2, frequency) };
  });
  return { kind: 'rfm', customers: scored };
}

function scores(values: readonly number[]): number[] {
  const rising = values.toSorted((left, right) => left - right);
  const worse = new Map<number, number>();
  for (const [index, value] of rising.entries()) if (!worse.has(value)) worse.set(value, index);
  return values.map((value) => 1 + Math.floor((quintiles * (worse.get(value) ?? 0)) / values.length));
}

/** Every customer is in exactly one: recent or not, valuable or not, and those who only just began apart. */
function segment(r: number, value: number, frequency: number): RfmSegment {
  if (r >= 4 && frequency <= 1) return 'new';
  if (r >= 4 && value >= 4) return 'champions';
  if (r >= 3) return value >= 3 ? 'loyal' : 'potential';
  if (value >= 3) return 'at_risk';
  return r === 2 ? 'hibernating' : 'lost';
}
