import type { Answer, Row } from '#web/api/types.ts';
import { numberOf } from '#web/numbers/figure.ts';

/** One row of an answer split by a dimension: a measure's value, its base and the difference. */
export type Part = Readonly<{
  /** Null stands for rows that have no such thing. */
  key: string | null;
  name: string | null;
  value: number | null;
  base: number | null;
  delta: number | null;
  change: number | null;
}>;

/** The rows of an answer as parts of one measure. */
export function partsOf(answer: Answer, dimension: string, measure: string): readonly Part[] {
  return answer.rows.map((row) => ({
    key: textOf(row[`${dimension}_key`] ?? row[dimension]),
    name: textOf(row[dimension]),
    ...figuresOf(row, measure),
  }));
}

/** The totals of an answer as one part. */
export function totalOf(answer: Answer, measure: string): Part {
  return { key: null, name: null, ...figuresOf(answer.totals, measure) };
}

function figuresOf(row: Row, measure: string) {
  const value = numberOf(row[measure]);
  const base = numberOf(row[`${measure}_base`]);
  const delta = numberOf(row[`${measure}_delta`]) ?? (value === null || base === null ? null : value - base);
  return { value, base, delta, change: numberOf(row[`${measure}_change`]) };
}

function textOf(cell: unknown): string | null {
  return typeof cell === 'string' && cell !== '' ? cell : typeof cell === 'number' ? String(cell) : null;
}

/** Which part moved the total most in the total's own direction, and which moved most against it. */
export type Drivers = Readonly<{
  driver: Part;
  /** Its part of the change; above 1 when others pull back. */
  share: number;
  /** The strongest pull the other way, when it is at least a tenth of the total's change. */
  counter: Part | null;
}>;

/** Why the total changed, in one part; null without a comparison or when nothing moved. */
export function driversOf(parts: readonly Part[], totalDelta: number | null): Drivers | null {
  if (totalDelta === null || totalDelta === 0) return null;
  const sign = Math.sign(totalDelta);
  const moved = parts.filter((part) => part.name !== null && part.delta !== null);
  const pull = (part: Part) => sign * (part.delta ?? 0);
  const driver = moved.reduce<Part | null>((most, part) => (most && pull(most) >= pull(part) ? most : part), null);
  if (!driver || pull(driver) <= 0) return null;
  const against = moved.reduce<Part>((most, part) => (pull(most) <= pull(part) ? most : part), driver);
  const isFelt = pull(against) < -0.1 * Math.abs(totalDelta);
  return { driver, share: (driver.delta ?? 0) / totalDelta, counter: isFelt ? against : null };
}

/** The middle value; the mean of the two middle ones for an even count; null for none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** Ranks from the greatest value down; equal values share one (1, 2, 2, 4), unknown values have none. */
export function ranksOf(values: readonly (number | null)[]): readonly (number | null)[] {
  return values.map((value) =>
    value === null ? null : 1 + values.filter((other) => other !== null && other > value).length,
  );
}
