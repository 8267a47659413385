import { useQuery } from '@tanstack/react-query';
import { type Day, type DayRange, daysBetween } from '#shared/day.ts';
import { calendarQuery } from '#web/api/calendar.ts';

const longestDays = 800;

/** The workdays of a range by the workspace's calendar; null until they are known, and for ranges too long to count by day. */
export function useWorkdays(range: DayRange | null): readonly Day[] | null {
  const isAsked = range !== null && daysBetween(range.from, range.before) <= longestDays;
  const query = useQuery({ ...calendarQuery(range ?? nowhere), enabled: isAsked });
  return isAsked ? (query.data ?? null) : null;
}

const nowhere = { from: '2000-01-01' as Day, before: '2000-01-02' as Day };
