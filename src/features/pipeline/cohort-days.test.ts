import { expect, test } from 'vitest';
import { day } from '#shared/day.ts';
import { cohortsOf } from './cohort-days.ts';

const period = (from: string, before: string) => ({ from: day(from), before: day(before) });
const tomorrow = day('2026-11-21');

test('this quarter is too young, so the one before is looked at, whole', () => {
  const { periodsBack, now } = cohortsOf(period('2026-10-01', '2027-01-01'), tomorrow, 45);
  expect(periodsBack).toBe(1);
  expect(now).toEqual({ range: period('2026-07-01', '2026-10-01'), seenBefore: tomorrow });
});

test('cohorts compared with are seen as many days after they began', () => {
  const { now, previous, yearAgo } = cohortsOf(period('2026-07-01', '2026-10-01'), tomorrow, 45);
  expect(now.seenBefore).toBe('2026-11-21'); // 143 days after 1 July
  expect(previous).toEqual({ range: period('2026-04-01', '2026-07-01'), seenBefore: '2026-08-22' });
  expect(yearAgo).toEqual({ range: period('2025-07-01', '2025-10-01'), seenBefore: '2025-11-21' });
});

test('of this year the members that are old enough are looked at', () => {
  const { periodsBack, now } = cohortsOf(period('2026-01-01', '2027-01-01'), tomorrow, 45);
  expect(periodsBack).toBe(0);
  expect(now.range).toEqual(period('2026-01-01', '2026-10-07'));
});

test('days that make no months are shifted by their number', () => {
  const { periodsBack, now } = cohortsOf(period('2026-11-01', '2026-11-11'), tomorrow, 45);
  expect(periodsBack).toBe(3);
  expect(now.range).toEqual(period('2026-10-02', '2026-10-07'));
});
