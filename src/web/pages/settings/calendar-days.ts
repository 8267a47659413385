import { addDays, addMonths, type Day, type DayRange, day, partsOf, weekday } from '#shared/day.ts';
import type { CalendarDay } from './settings-types.ts';

/** The first day of the month that a day lies in. */
export function monthOf(value: Day): Day {
  return day(`${value.slice(0, 7)}-01`);
}

/** The month and quarter that a month lies in. */
export function monthRange(month: Day): DayRange {
  return { from: month, before: addMonths(month, 1) };
}

export function quarterRange(month: Day): DayRange {
  const from = addMonths(month, -((partsOf(month)[1] - 1) % 3));
  return { from, before: addMonths(from, 3) };
}

/** The weeks of a month from Monday (or the day a week starts on), null where another month has the day. */
export function weeksOf(
  days: readonly CalendarDay[],
  month: Day,
  weekStart: number,
): readonly (CalendarDay | null)[][] {
  const { from, before } = monthRange(month);
  const byDay = new Map(days.map((each) => [each.day, each]));
  const weeks: (CalendarDay | null)[][] = [];
  const first = addDays(from, -((weekday(from) - weekStart + 7) % 7));
  for (let start = first; start < before; start = addDays(start, 7)) {
    weeks.push(
      [0, 1, 2, 3, 4, 5, 6].map((index) => {
        const each = addDays(start, index);
        return each < from || each >= before ? null : (byDay.get(each) ?? null);
      }),
    );
  }
  return weeks;
}

/** Workdays in a range. */
export function workdaysIn(days: readonly CalendarDay[], { from, before }: DayRange): number {
  return days.filter((each) => each.isWorkday && each.day >= from && each.day < before).length;
}

/** What a day is when it differs from its weekday: a day off in the week, or a worked weekend. */
export function exceptionOf({ day: value, isWorkday }: CalendarDay): 'off' | 'made_up' | null {
  const isWeekend = weekday(value) > 5;
  if (isWorkday === !isWeekend) return null;
  return isWorkday ? 'made_up' : 'off';
}
