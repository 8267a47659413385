import { expect, test } from 'vitest';
import type { Day } from '#shared/day.ts';
import { aCompany } from '#testing/a-company.ts';
import type { Question } from '#web/api/types.ts';
import { filtersOf, questionBase } from '#web/filters/filters.ts';
import { spanOf } from '../lead/span.ts';
import { commonQuestions, teamQuestions } from '../overview/overview-questions.ts';
import { revenueQuestions, trendPeriod } from '../revenue/revenue-questions.ts';

const calendar = { today: '2026-11-20' as Day, fiscalStartMonth: 4, weekStart: 1 };

function pagesFor(search: Readonly<Record<string, string>>): Readonly<Record<string, Question>> {
  const filters = filtersOf(search);
  const base = questionBase(filters);
  const span = spanOf(filters, calendar);
  return { ...commonQuestions(base, span, 1), ...teamQuestions(base, span, 1), ...revenueQuestions(base, span, 1) };
}

const choices = [
  {},
  { compare: 'none' },
  { compare: 'previous', period: 'last_month' },
  { compare: 'spring_festival', period: '2026-02-01_2026-02-28' },
  { period: 'last_30_days', region: 'r1', rep: 'p1', product_line: 'l1' },
  { period: 'this_week', team: 't1' },
  { period: 'last_quarter', team: 't1', compare: 'previous' },
];

test.each(choices)('every question of both pages can be asked with %o', async (search) => {
  const company = await aCompany();
  for (const [name, question] of Object.entries(pagesFor(search))) {
    const answer = await company.ask(question as Parameters<typeof company.ask>[0]);
    expect(answer.totals, name).toBeDefined();
  }
});

test('a page asks everything in one round', () => {
  const filters = filtersOf({});
  const span = spanOf(filters, calendar);
  expect(Object.keys(teamQuestions(questionBase(filters), span, 1)).length).toBeLessThanOrEqual(40);
  expect(Object.keys(revenueQuestions(questionBase(filters), span, 1)).length).toBeLessThanOrEqual(40);
});

test('the base of the running total is the one the server compares with', async () => {
  const company = await aCompany();
  for (const period of ['this_quarter', 'last_month', 'this_week', 'last_30_days', '2026-02-01_2026-02-28']) {
    for (const compare of ['year_ago', 'previous'] as const) {
      const filters = filtersOf({ period, compare });
      const answer = await company.ask({ ...questionBase(filters), measures: ['revenue'] } as Parameters<
        typeof company.ask
      >[0]);
      expect(spanOf(filters, calendar).base, `${period} ${compare}`).toEqual(answer.compare?.period);
    }
  }
});

test('trends end with the bucket of the last day', () => {
  const last = '2026-11-20' as Day;
  expect(trendPeriod('day', last, 1)).toEqual({ from: '2026-10-21', before: '2026-11-21' });
  expect(trendPeriod('week', last, 1)).toEqual({ from: '2026-08-03', before: '2026-11-23' });
  expect(trendPeriod('month', last, 1)).toEqual({ from: '2025-12-01', before: '2026-12-01' });
  expect(trendPeriod('quarter', last, 1)).toEqual({ from: '2025-01-01', before: '2027-01-01' });
  expect(trendPeriod('year', last, 1)).toEqual({ from: '2022-01-01', before: '2027-01-01' });
});
