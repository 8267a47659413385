import { expect, test } from 'vitest';
import { day } from '#shared/day.ts';
import { bucketDays, bucketName, bucketText, clockText, dayText, fullDayText, rangeText } from './dates.ts';

const zh = { locale: 'zh', today: day('2026-11-20') } as const;
const en = { locale: 'en', today: day('2026-11-20') } as const;

test('the year is written only when it differs from today', () => {
  expect(dayText(day('2026-11-18'), zh)).toBe('11-18');
  expect(dayText(day('2025-11-18'), zh)).toBe('2025-11-18');
  expect(dayText(day('2025-11-18'), en)).toBe('18 Nov 2025');
});
test('a range is said with its last day', () => {
  expect(rangeText({ from: day('2026-10-01'), before: day('2026-11-22') }, zh)).toBe('10-01至11-21');
  expect(rangeText({ from: day('2026-10-01'), before: day('2026-11-22') }, en)).toBe('1 Oct – 21 Nov');
  expect(rangeText({ from: day('2026-10-01'), before: day('2026-10-02') }, zh)).toBe('10-01');
});
test('buckets have a short and a full name', () => {
  expect(bucketText(day('2026-11-01'), 'month', 'zh')).toBe('11月');
  expect(bucketName(day('2026-11-01'), 'month', zh)).toBe('2026年11月');
  expect(bucketName(day('2026-10-01'), 'quarter', en)).toBe('Q4 2026');
  expect(bucketName(day('2026-11-16'), 'week', zh)).toBe('11-16当周');
  expect(bucketText(day('2026-04-01'), 'fiscal_year', 'zh')).toBe('2027财年');
});
test('a bucket ends where the next begins', () => {
  expect(bucketDays(day('2026-01-01'), 'month').before).toBe('2026-02-01');
  expect(bucketDays(day('2026-11-16'), 'week').before).toBe('2026-11-23');
  expect(bucketDays(day('2026-10-01'), 'fiscal_quarter').before).toBe('2027-01-01');
});
test('a clock is read in the zone of the workspace, with the date when it is not today', () => {
  const style = { ...zh, zone: 'Asia/Shanghai' };
  expect(clockText(Date.parse('2026-11-20T07:40:00Z'), style)).toBe('15:40');
  expect(clockText(Date.parse('2026-11-18T01:12:00Z'), style)).toBe('11-18 09:12');
});
test('a full day has its weekday', () => {
  expect(fullDayText(day('2026-11-20'), 'zh')).toBe('2026-11-20周五');
  expect(fullDayText(day('2026-11-20'), 'en')).toBe('Fri 20 Nov 2026');
});
