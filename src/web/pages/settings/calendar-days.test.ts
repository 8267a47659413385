import { expect, test } from 'vitest';
import { addDays, type Day, weekday } from '#shared/day.ts';
import { exceptionOf, monthOf, monthRange, quarterRange, weeksOf, workdaysIn } from './calendar-days.ts';
import type { CalendarDay } from './settings-types.ts';

const october = '2026-10-01' as Day;

/** October 2026: off from 1 to 7, worked on Saturday the 10th. */
const days: CalendarDay[] = Array.from({ length: 31 }, (_, index) => {
  const day = addDays(october, index);
  const isWorkday = day === '2026-10-10' || (day > '2026-10-07' && weekday(day) <= 5);
  return { day, isWorkday, holiday: null };
});

test('a month is cut into weeks that begin where the workspace says', () => {
  const monday = weeksOf(days, october, 1);
  expect(monday).toHaveLength(5);
  expect(monday[0]?.map((each) => each?.day ?? null)).toEqual([
    null,
    null,
    null,
    '2026-10-01',
    '2026-10-02',
    '2026-10-03',
    '2026-10-04',
  ]);
  expect(weeksOf(days, october, 7)[0]?.at(-1)?.day).toBe('2026-10-03');
  expect(
    weeksOf(days, october, 7)
      .flat()
      .filter((each) => each !== null),
  ).toEqual(days);
});

test('October 2026 has 18 workdays', () => {
  expect(workdaysIn(days, monthRange(october))).toBe(18);
});

test('a holiday in the week and a worked Saturday are exceptions, a weekend is none', () => {
  const of = (day: string) => exceptionOf(days.find((each) => each.day === day) as CalendarDay);
  expect(['2026-10-01', '2026-10-10', '2026-10-11', '2026-10-12'].map(of)).toEqual(['off', 'made_up', null, null]);
});

test('a month knows its quarter', () => {
  expect(monthOf('2026-11-27' as Day)).toBe('2026-11-01');
  expect(quarterRange('2026-11-01' as Day)).toEqual({ from: '2026-10-01', before: '2027-01-01' });
});
