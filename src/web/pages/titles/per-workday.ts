import { addDays, type Day } from '#shared/day.ts';

type Weeks = Readonly<{
  values: readonly (number | null)[];
  /** First day of each week. */
  starts: readonly string[];
  workdays: readonly Day[];
  today: Day;
}>;

/** A week's value per workday that has begun in it, so that a holiday week does not look like a bad one; null for a week without one. */
export function perWorkday({ values, starts, workdays, today }: Weeks): readonly (number | null)[] {
  return values.map((value, index) => {
    const start = starts[index] as Day;
    const before = addDays(start, 7);
    const count = workdays.filter((day) => day >= start && day < before && day <= today).length;
    return value === null || count === 0 ? null : value / count;
  });
}
