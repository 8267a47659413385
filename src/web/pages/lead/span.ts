import { addDays, addMonths, type Day, type DayRange, daysBetween, partsOf } from '#shared/day.ts';
import type { Filters } from '#web/filters/filters.ts';
import { type CalendarStyle, periodDays, periodInput } from '#web/filters/period-choice.ts';

/** The chosen period as days, for questions that need other stretches around it. */
export type Span = Readonly<{
  days: DayRange;
  /** The last day of the period that has begun. */
  last: Day;
  isRunning: boolean;
  /** The whole base period; null when nothing is compared. */
  base: DayRange | null;
}>;

/** The stretch a page is about. The base is the one the server compares with (METRICS §1). */
export function spanOf(filters: Pick<Filters, 'period' | 'compare'>, calendar: CalendarStyle): Span {
  const days = periodDays(filters.period, calendar);
  const lastDay = addDays(days.before, -1);
  const isRunning = lastDay >= calendar.today;
  return { days, last: isRunning ? calendar.today : lastDay, isRunning, base: baseOf(filters, days) };
}

function baseOf({ period, compare }: Pick<Filters, 'period' | 'compare'>, days: DayRange): DayRange | null {
  if (compare === 'none') return null;
  const input = periodInput(period);
  if ('kind' in input && input.kind === 'all') return null;
  if (compare !== 'previous') {
    const isWeek = 'unit' in input && input.unit === 'week';
    return isWeek
      ? { from: addDays(days.from, -364), before: addDays(days.before, -364) }
      : { from: addMonths(days.from, -12), before: addMonths(days.before, -12) };
  }
  const months = wholeMonths(days);
  if (months !== null) return { from: addMonths(days.from, -months), before: days.from };
  return { from: addDays(days.from, -daysBetween(days.from, days.before)), before: days.from };
}

function wholeMonths({ from, before }: DayRange): number | null {
  const [fromYear, fromMonth, fromDate] = partsOf(from);
  const [year, month, date] = partsOf(before);
  return fromDate === 1 && date === 1 ? (year - fromYear) * 12 + month - fromMonth : null;
}

/** The first day of the month a day lies in. */
export function monthStart(day: Day): Day {
  return `${day.slice(0, 7)}-01` as Day;
}
