import type { Locale } from '#shared/bilingual.ts';
import type { DayRange } from '#shared/day.ts';
import { addDays, addMonths, type Day, isDay, partsOf, weekday } from '#shared/day.ts';
import type { Grain, PeriodInput } from '#web/api/types.ts';
import { monthName, rangeText } from '#web/numbers/dates.ts';

/** A period as it stands in the URL: `this_quarter`, `last_month`, `last_30_days`, or `2026-01-01_2026-03-31`, both days included. */
export type PeriodCode = string & { readonly __brand: 'PeriodCode' };

/** The period when the URL names none. */
export const defaultPeriod = 'this_quarter' as PeriodCode;

/** What the period menu offers, in its order. */
export const offeredPeriods = [
  'this_week',
  'this_month',
  'this_quarter',
  'this_year',
  'this_fiscal_year',
  'last_7_days',
  'last_30_days',
  'last_90_days',
  'last_month',
  'last_quarter',
] as const;

const units: Readonly<Record<string, Grain>> = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  half_year: 'half_year',
  year: 'year',
  fiscal_quarter: 'fiscal_quarter',
  fiscal_year: 'fiscal_year',
};

/** The text as a period code; null when it is none. */
export function periodCode(text: string): PeriodCode | null {
  return parsed(text) ? (text as PeriodCode) : null;
}

/** The code of a range of days, the last one included. */
export function customPeriod(from: Day, last: Day): PeriodCode {
  return `${from}_${last}` as PeriodCode;
}

/** The period as the server takes it. */
export function periodInput(code: PeriodCode): PeriodInput {
  return parsed(code) ?? { kind: 'this', unit: 'quarter' };
}

function parsed(text: string): PeriodInput | null {
  const named = /^(this|last)_([a-z_]+)$/.exec(text);
  const unit = units[named?.[2] ?? ''];
  if (named && unit) return { kind: named[1] as 'this' | 'last', unit };
  const days = Number(/^last_(\d{1,4})_days$/.exec(text)?.[1] ?? 0);
  if (days > 0) return { kind: 'last_days', days };
  const [from, last] = text.split('_');
  if (from && last && isDay(from) && isDay(last) && from <= last) return { from, before: addDays(last, 1) };
  return null;
}

/** What the calendar of the workspace says about periods. */
export type CalendarStyle = Readonly<{ today: Day; fiscalStartMonth: number; weekStart: number }>;

/** The days a period covers, for its caption and the date picker; the server resolves the question itself. */
export function periodDays(code: PeriodCode, calendar: CalendarStyle): DayRange {
  const input = periodInput(code);
  if ('from' in input) return input;
  if (input.kind === 'all') return { from: calendar.today, before: addDays(calendar.today, 1) };
  if (input.kind === 'last_days') {
    return { from: addDays(calendar.today, 1 - input.days), before: addDays(calendar.today, 1) };
  }
  const current = bucketOf(calendar.today, input.unit, calendar);
  return input.kind === 'this' ? current : bucketOf(addDays(current.from, -1), input.unit, calendar);
}

/** What the caption adds to the period's name: `2026 Q4`, `11月`; empty where the name says it all. */
export function periodCaption(code: PeriodCode, calendar: CalendarStyle, locale: Locale): string {
  const input = periodInput(code);
  if (!('unit' in input)) return '';
  const { from, before } = periodDays(code, calendar);
  const [year, month] = partsOf(from);
  const quarter = `Q${Math.ceil(month / 3)}`;
  if (input.unit === 'quarter') return locale === 'zh' ? `${year} ${quarter}` : `${quarter} ${year}`;
  if (input.unit === 'year') return String(year);
  if (input.unit === 'month') return locale === 'zh' ? `${month}月` : monthName(from);
  const last = addDays(before, -1);
  if (input.unit === 'week') return rangeText({ from, before }, { locale, today: calendar.today });
  return year === partsOf(last)[0] ? String(year) : `${year}–${String(partsOf(last)[0]).slice(2)}`;
}

const monthsOf = { month: 1, quarter: 3, half_year: 6, year: 12, fiscal_quarter: 3, fiscal_year: 12 } as const;

function bucketOf(day: Day, unit: Grain, { fiscalStartMonth, weekStart }: CalendarStyle): DayRange {
  if (unit === 'day') return { from: day, before: addDays(day, 1) };
  if (unit === 'week') {
    const from = addDays(day, -((weekday(day) - weekStart + 7) % 7));
    return { from, before: addDays(from, 7) };
  }
  const [year, month] = partsOf(day);
  const first = unit.startsWith('fiscal') ? fiscalStartMonth : 1;
  const into = ((month - first + 12) % 12) % monthsOf[unit];
  const from = addMonths(`${year}-${String(month).padStart(2, '0')}-01` as Day, -into);
  return { from, before: addMonths(from, monthsOf[unit]) };
}
