import { addDays, type Day, type DayRange, daysBetween, type Instant, localMoment } from './day.ts';
import { Problem } from './problem.ts';

/** The stretches of time a calendar knows; a fiscal one follows the workspace's first month. */
export type TimeUnit = 'day' | 'week' | 'month' | 'quarter' | 'half_year' | 'year' | 'fiscal_quarter' | 'fiscal_year';

/** One row of the workspace's calendar. `starts` is the first day of each stretch the day lies in. */
export type CalendarDay = Readonly<{
  day: Day;
  isWorkday: boolean;
  /** Workdays from the calendar's first day to this one, this one included. */
  workdayNumber: number;
  springFestivalOffset: number;
  isoYear: number;
  isoWeek: number;
  starts: Readonly<Record<TimeUnit, Day>>;
}>;

/** The workspace's calendar, day after day without a gap; everything about time is read from it, nothing computed. */
export type Calendar = Readonly<{ days: readonly CalendarDay[]; range: DayRange }>;

/** The rows as a calendar. Throws `RangeError` when they are empty or have a gap. */
export function calendarOf(days: readonly CalendarDay[]): Calendar {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) throw new RangeError('a calendar without days');
  if (daysBetween(first.day, last.day) !== days.length - 1) throw new RangeError('a calendar with a gap');
  return { days, range: { from: first.day, before: addDays(last.day, 1) } };
}

/** Whether the calendar has every day of the range. */
export function covers(calendar: Calendar, range: DayRange): boolean {
  return range.from >= calendar.range.from && range.before <= calendar.range.before;
}

/** The calendar's row of a day. Throws `illegal_question` outside of it. */
export function calendarDay(calendar: Calendar, day: Day): CalendarDay {
  const found = calendar.days[daysBetween(calendar.range.from, day)];
  if (found) return found;
  const { from, before } = calendar.range;
  throw new Problem('illegal_question', [
    {
      detail: {
        zh: `日历只有 ${from} 至 ${addDays(before, -1)}，没有 ${day}`,
        en: `the calendar holds ${from} to ${addDays(before, -1)}, not ${day}`,
      },
    },
  ]);
}

/** The whole stretch (its month, its fiscal year …) that a day lies in. */
export function stretchOf(calendar: Calendar, day: Day, unit: TimeUnit): DayRange {
  const from = calendarDay(calendar, day).starts[unit];
  let index = daysBetween(calendar.range.from, day) + 1;
  while (calendar.days[index]?.starts[unit] === from) index += 1;
  return { from, before: calendar.days[index]?.day ?? calendar.range.before };
}

/** The stretches that a range touches, in order, each cut to the range; `bucket` is the first day of the whole one. */
export function stretchesOf(
  calendar: Calendar,
  range: DayRange,
  unit: TimeUnit,
): readonly Readonly<{ bucket: Day; range: DayRange }>[] {
  const found: { bucket: Day; range: DayRange }[] = [];
  for (let from = range.from; from < range.before; ) {
    const whole = stretchOf(calendar, from, unit);
    const before = earlier(whole.before, range.before);
    found.push({ bucket: whole.from, range: { from, before } });
    from = before;
  }
  return found;
}

/** Workdays in a range; null when the calendar does not have all of it. */
export function workdaysIn(calendar: Calendar, range: DayRange): number | null {
  if (range.before <= range.from) return 0;
  if (!covers(calendar, range)) return null;
  const first = calendarDay(calendar, range.from);
  const last = calendarDay(calendar, addDays(range.before, -1));
  return last.workdayNumber - first.workdayNumber + (first.isWorkday ? 1 : 0);
}

/** The `k`-th workday of a range (from 1); null when it has fewer. */
export function nthWorkday(calendar: Calendar, range: DayRange, k: number): Day | null {
  const first = daysBetween(calendar.range.from, range.from);
  let left = k;
  for (let index = first; left > 0; index += 1) {
    const each = calendar.days[index];
    if (!each || each.day >= range.before) return null;
    if (each.isWorkday) left -= 1;
    if (left === 0) return each.day;
  }
  return null;
}

/** What is known at a moment: days before `knownBefore` have begun; the last of them may still be running. */
export type Clock = Readonly<{
  /** The day it is, or the day asked about. */
  today: Day;
  knownBefore: Day;
  /** Minute of the day that is still running; null when every known day is over. */
  runningMinute: number | null;
}>;

/** The clock at `now` in a zone, or at the end of `asOf` when that day is over. */
export function clockAt(now: Instant, zone: string, asOf?: Day | undefined): Clock {
  const { day: today, minute } = localMoment(now, zone);
  if (asOf && asOf < today) return { today: asOf, knownBefore: addDays(asOf, 1), runningMinute: null };
  const msIntoMinute = Date.parse(now) % 60_000;
  if (minute === 0 && msIntoMinute === 0) return { today, knownBefore: today, runningMinute: null };
  return { today, knownBefore: addDays(today, 1), runningMinute: minute };
}

/** The earlier of two days. */
export function earlier(left: Day, right: Day): Day {
  return left < right ? left : right;
}

/** The later of two days. */
export function later(left: Day, right: Day): Day {
  return left > right ? left : right;
}
