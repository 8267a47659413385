import { addDays, type Day, type DayRange, weekday } from '#shared/day.ts';

/** A day and what was sold on it. */
export type DayValue = Readonly<{ day: string; value: number }>;

/** Workdays of a range, in order. */
export function workdaysIn(range: DayRange, isWorkday: (day: Day) => boolean): readonly Day[] {
  const days: Day[] = [];
  for (let day = range.from; day < range.before; day = addDays(day, 1)) if (isWorkday(day)) days.push(day);
  return days;
}

/**
 * Running total at the end of each workday. What was sold on a day off counts to the next workday, as in the like-for-like
 * base; after the last workday, to that one.
 */
export function runningTotals(values: readonly DayValue[], workdays: readonly Day[]): readonly number[] {
  const totals = workdays.map(() => 0);
  for (const { day, value } of values) {
    const next = workdays.findIndex((workday) => workday >= day);
    const index = next < 0 ? workdays.length - 1 : next;
    if (index >= 0) totals[index] = (totals[index] ?? 0) + value;
  }
  let sum = 0;
  return totals.map((each) => {
    sum += each;
    return sum;
  });
}

/** A week of a period on its axis of workdays. */
export type PaceWeek = Readonly<{
  /** Its first workday in the period. */
  start: Day;
  /** The first day of the whole calendar week. */
  bucket: Day;
  from: number;
  to: number;
}>;

/** The weeks of a period by workday: `from` workdays came before the week, `to` by its end. Weeks without workdays are left out. */
export function weeksOf(workdays: readonly Day[], weekStart: number): readonly PaceWeek[] {
  const weeks: PaceWeek[] = [];
  for (const [index, workday] of workdays.entries()) {
    const monday = addDays(workday, -((weekday(workday) - weekStart + 7) % 7));
    const last = weeks.at(-1);
    const isSame = last?.bucket === monday;
    if (last && isSame) weeks[weeks.length - 1] = { ...last, to: index + 1 };
    else weeks.push({ start: workday, bucket: monday, from: index, to: index + 1 });
  }
  return weeks;
}

/** What was sold in a calendar week, days off included; the first week also has what came before it without a workday. */
export function soldInWeek(values: readonly DayValue[], week: PaceWeek, isFirst: boolean): number {
  const before = addDays(week.bucket, 7);
  const isIn = (day: string) => day < before && (isFirst || day >= week.bucket);
  return values.reduce((sum, { day, value }) => (isIn(day) ? sum + value : sum), 0);
}

/** When the running total took the lead (or fell behind) that it still has. */
export type Turning = Readonly<{ isAhead: boolean; difference: number; since: PaceWeek | null }>;

type Race = Readonly<{
  current: readonly number[];
  base: readonly number[];
  weeks: readonly PaceWeek[];
  /** The like-for-like difference at this moment, where it is known: the running day is not compared with a whole one. */
  now: number | null;
}>;

/** The present lead and the week in which it began; `since` is null when it was so from the first week. */
export function turningOf({ current, base, weeks, now }: Race): Turning | null {
  const last = current.length - 1;
  const at = (index: number) =>
    index === last && now !== null ? now : (current[index] ?? 0) - (base[index] ?? base.at(-1) ?? 0);
  if (current.length === 0 || base.length === 0) return null;
  const difference = at(last);
  if (difference === 0) return null;
  const ended = weeks.filter((week) => week.from < current.length);
  const signs = ended.map((week) => Math.sign(at(Math.min(week.to, current.length) - 1)));
  let first = signs.length - 1;
  while (first > 0 && signs[first - 1] === Math.sign(difference)) first -= 1;
  return { isAhead: difference > 0, difference, since: first > 0 ? (ended[first] ?? null) : null };
}
