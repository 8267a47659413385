import { queryOptions } from '@tanstack/react-query';
import type { Day, DayRange } from '#shared/day.ts';
import { request } from './request.ts';

type CalendarDays = Readonly<{ days: readonly Readonly<{ day: Day; isWorkday: boolean }>[] }>;

/** The workdays of a range, from the workspace's calendar. */
export const calendarQuery = (range: DayRange) =>
  queryOptions({
    queryKey: ['calendar', range.from, range.before],
    queryFn: async ({ signal }) => {
      const path = `/api/v1/calendar?${new URLSearchParams({ from: range.from, before: range.before })}`;
      const { days } = await request<CalendarDays>(path, { signal });
      return days.filter((each) => each.isWorkday).map((each) => each.day);
    },
    staleTime: 60 * 60_000,
  });
