import { addDays, type DayRange, isDay } from '#shared/day.ts';
import { type Calendar, type Clock, stretchOf, type TimeUnit } from '#shared/period.ts';
import { Problem } from '#shared/problem.ts';
import type { PeriodInput } from './question.ts';

/** A period as days, and the calendar unit it is one whole of, when it is. */
export type ResolvedPeriod = Readonly<{ range: DayRange; unit: TimeUnit | null }>;

type Context = Readonly<{
  calendar: Calendar;
  clock: Clock;
  /** First and last day that have data; null when there is none. */
  dataDays: DayRange | null;
}>;

/** The days a period means today. Throws `illegal_question` when it is empty or beyond the calendar. */
export function resolvedPeriod(input: PeriodInput, context: Context): ResolvedPeriod {
  if ('from' in input) return { range: stated(input), unit: null };
  const { calendar, clock } = context;
  const tomorrow = addDays(clock.today, 1);
  if (input.kind === 'last_days')
    return { range: { from: addDays(tomorrow, -input.days), before: tomorrow }, unit: null };
  if (input.kind === 'all')
    return { range: { from: context.dataDays?.from ?? clock.today, before: tomorrow }, unit: null };
  const current = stretchOf(calendar, clock.today, input.unit);
  if (input.kind === 'this') return { range: current, unit: input.unit };
  return { range: stretchOf(calendar, addDays(current.from, -1), input.unit), unit: input.unit };
}

function stated(range: DayRange): DayRange {
  if (isDay(range.from) && isDay(range.before) && range.from < range.before) return range;
  throw new Problem('illegal_question', [
    { detail: { zh: '期间的开始要早于结束', en: 'a period begins before it ends' }, place: { field: 'period' } },
  ]);
}
