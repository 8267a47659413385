import { expect, test } from 'vitest';
import { day, type Instant } from '#shared/day.ts';
import { type Calendar, calendarOf, clockAt, type TimeUnit } from '#shared/period.ts';
import { calendarRows } from '#store/calendar.ts';
import { comparison } from './compare.ts';
import type { CompareKind, PeriodInput } from './question.ts';
import { resolvedPeriod } from './resolve-period.ts';

const calendar: Calendar = calendarOf(
  calendarRows({ from: day('2019-01-01'), before: day('2028-01-01'), fiscalStartMonth: 4, weekStart: 1 }).map(
    (row) => ({
      day: row.day,
      isWorkday: row.is_workday,
      workdayNumber: row.workday_number,
      springFestivalOffset: row.spring_festival_offset,
      isoYear: row.iso_year,
      isoWeek: row.iso_week,
      starts: {
        day: row.day,
        week: row.week_on,
        month: row.month_on,
        quarter: row.quarter_on,
        half_year: row.half_year_on,
        year: row.year_on,
        fiscal_quarter: row.fiscal_quarter_on,
        fiscal_year: row.fiscal_year_on,
      },
    }),
  ),
);

type Asked = Readonly<{ now: string; period: PeriodInput; kind: CompareKind; grain?: TimeUnit }>;

function compared({ now, period, kind, grain }: Asked) {
  const clock = clockAt(new Date(now).toISOString() as Instant, 'Asia/Shanghai');
  const resolved = resolvedPeriod(period, { calendar, clock, dataDays: null });
  return comparison({ calendar, clock, kind, period: resolved, grain: grain ?? null });
}

const range = (from: string, before: string) => ({ from: day(from), before: day(before) });
const thisQuarter = { kind: 'this', unit: 'quarter' } as const;
const thisMonth = { kind: 'this', unit: 'month' } as const;

test('2026-11-20 15:40 is workday 33 of 62, and goes with the first 33 workdays of the year before', () => {
  const { basis, cut } = compared({ now: '2026-11-20T15:40+08:00', period: thisQuarter, kind: 'year_ago' });
  expect(basis).toEqual({
    kind: 'year_ago',
    period: range('2025-10-01', '2026-01-01'),
    compared: range('2025-10-01', '2025-11-22'),
    basis: 'workdays',
    workdaysElapsed: 33,
    workdaysTotal: 62,
  });
  expect(cut).toEqual({ before: '2025-11-22', minute: 15 * 60 + 40 });
});

test('at midnight no workday of the new month has begun, so there is nothing to compare', () => {
  const { basis, cut } = compared({ now: '2026-03-01T00:00+08:00', period: thisMonth, kind: 'previous' });
  expect(basis).toMatchObject({ compared: null, basis: 'none', workdaysElapsed: 0 });
  expect(cut).toBeNull();
});

test('a month whose only workday is still running is not compared', () => {
  const asked = { now: '2026-04-01T11:00+08:00', period: thisMonth, kind: 'previous' } as const;
  expect(compared(asked).basis).toMatchObject({ compared: null, basis: 'none', workdaysElapsed: 1 });
});

test('on a weekend the last workday is over and compares whole', () => {
  const { basis, cut } = compared({ now: '2026-11-21T10:00+08:00', period: thisMonth, kind: 'previous' });
  expect(basis.workdaysElapsed).toBe(15);
  expect(cut?.minute).toBeNull();
});

test('a finished month compares whole with whole, though one has 31 days and the other 30', () => {
  const period = { kind: 'last', unit: 'month' } as const;
  expect(compared({ now: '2026-11-20T15:40+08:00', period, kind: 'previous' }).basis).toMatchObject({
    period: range('2026-09-01', '2026-10-01'),
    compared: range('2026-09-01', '2026-10-01'),
    basis: 'whole',
  });
});

test('31 March goes with 28 February when a period has no workdays to count', () => {
  const unworked = calendarOf(calendar.days.map((each) => ({ ...each, isWorkday: false, workdayNumber: 0 })));
  const clock = clockAt('2026-03-31T10:00:00.000Z' as Instant, 'Asia/Shanghai');
  const period = resolvedPeriod(thisMonth, { calendar: unworked, clock, dataDays: null });
  const { basis } = comparison({ calendar: unworked, clock, kind: 'previous', period, grain: null });
  expect(basis).toMatchObject({ basis: 'days', compared: range('2026-02-01', '2026-03-01') });
});

test('last month and the last 30 days are different periods', () => {
  const now = '2026-11-20T15:40+08:00';
  const month = compared({ now, period: { kind: 'last', unit: 'month' }, kind: 'previous' });
  const days = compared({ now, period: { kind: 'last_days', days: 30 }, kind: 'previous' });
  expect(month.basis.period).toEqual(range('2026-09-01', '2026-10-01'));
  expect(days.basis.period).toEqual(range('2026-09-22', '2026-10-22'));
});

test('a week goes with the week 52 weeks earlier, from Monday to Monday', () => {
  const period = { kind: 'last', unit: 'week' } as const;
  const { basis, notes } = compared({ now: '2026-11-20T15:40+08:00', period, kind: 'year_ago' });
  expect(basis.period).toEqual(range('2025-11-10', '2025-11-17'));
  expect(notes).toEqual([]);
});

test('a year of 53 weeks between the two is said', () => {
  const period = { kind: 'this', unit: 'week' } as const;
  const { notes } = compared({ now: '2021-06-16T15:40+08:00', period, kind: 'year_ago' });
  expect(notes).toMatchObject([{ code: 'iso_53_weeks' }]);
});

test('February is laid over the days as far from Spring Festival the year before', () => {
  // 初一: 2026-02-17 and 2025-01-29, 19 days apart.
  const period = range('2026-02-10', '2026-02-25');
  const { basis } = compared({ now: '2026-11-20T15:40+08:00', period, kind: 'spring_festival' });
  expect(basis).toMatchObject({ kind: 'spring_festival', period: range('2025-01-22', '2025-02-06'), basis: 'whole' });
});

test('Spring Festival alignment of another season falls back to the year before and says so', () => {
  const { basis, notes } = compared({ now: '2026-11-20T15:40+08:00', period: thisQuarter, kind: 'spring_festival' });
  expect(basis.kind).toBe('year_ago');
  expect(notes).toMatchObject([{ code: 'spring_festival_not_applicable' }]);
});

test('a fiscal year from April goes with the fiscal year before', () => {
  const period = { kind: 'this', unit: 'fiscal_year' } as const;
  const { basis } = compared({ now: '2026-11-20T15:40+08:00', period, kind: 'previous' });
  expect(basis.period).toEqual(range('2025-04-01', '2026-04-01'));
});

test('the running month of a quarter goes with its own first workdays, finished months whole', () => {
  const { pairs } = compared({ now: '2026-11-20T15:40+08:00', period: thisQuarter, kind: 'year_ago', grain: 'month' });
  expect(pairs).toEqual([
    { bucket: '2026-10-01', range: range('2025-10-01', '2025-11-01') },
    { bucket: '2026-11-01', range: range('2025-11-01', '2025-11-22') },
  ]);
});
