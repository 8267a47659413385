import { expect, test } from 'vitest';
import { day } from '#shared/day.ts';
import { customPeriod, periodCaption, periodCode, periodDays, periodInput } from './period-choice.ts';

const calendar = { today: day('2026-11-24'), fiscalStartMonth: 4, weekStart: 1 };
const days = (code: string) =>
  periodDays(periodCode(code) ?? customPeriod(day('2000-01-01'), day('2000-01-01')), calendar);

test('a custom period includes both of its days', () => {
  expect(periodInput(customPeriod(day('2026-01-01'), day('2026-03-31')))).toEqual({
    from: '2026-01-01',
    before: '2026-04-01',
  });
});
test('named periods are sent by name, so that the server decides their days', () => {
  expect(periodInput(periodCode('last_month') ?? customPeriod(calendar.today, calendar.today))).toEqual({
    kind: 'last',
    unit: 'month',
  });
});
test('a code that is no period is none', () => {
  expect(
    ['', 'this', 'this_eon', 'last_0_days', '2026-02-30_2026-03-01', '2026-03-01_2026-02-01'].map(periodCode),
  ).toEqual(Array(6).fill(null));
});
test('periods cover the days a person means', () => {
  expect(days('this_week')).toEqual({ from: '2026-11-23', before: '2026-11-30' });
  expect(days('last_quarter')).toEqual({ from: '2026-07-01', before: '2026-10-01' });
  expect(days('this_fiscal_year')).toEqual({ from: '2026-04-01', before: '2027-04-01' });
  expect(days('last_7_days')).toEqual({ from: '2026-11-18', before: '2026-11-25' });
});
test('a caption adds what the name leaves open', () => {
  const caption = (code: string) =>
    periodCaption(periodCode(code) ?? customPeriod(calendar.today, calendar.today), calendar, 'zh');
  expect(caption('this_quarter')).toBe('2026 Q4');
  expect(caption('last_month')).toBe('10月');
  expect(caption('this_fiscal_year')).toBe('2026–27');
  expect(caption('last_30_days')).toBe('');
});
