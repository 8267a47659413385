import type { Question } from '#semantic/question.ts';
import { addMonths, type Day } from '#shared/day.ts';
import type { Sql } from '#shared/sql.ts';
import { filtersOf, questionBase } from '#web/filters/filters.ts';
import { spanOf } from '#web/pages/lead/span.ts';
import { teamQuestions } from '#web/pages/overview/overview-questions.ts';
import { openByStage, orderValues, revenue, type Stretch, tiles } from './hand-written.ts';

/** A question of a page, and how a person would put it to PostgreSQL; null where nobody wrote that down. */
export type BenchQuestion = Readonly<{
  page: 'overview' | 'revenue';
  id: string;
  question: Question;
  postgres: ((stretch: Stretch) => Sql) | null;
}>;

/** Everything that the two pages ask when somebody opens them this quarter. */
export function benchQuestions(today: Day): readonly BenchQuestion[] {
  const filters = filtersOf({});
  const calendar = { today, weekStart: 1, fiscalStartMonth: 1 };
  const overview = teamQuestions(questionBase(filters), spanOf(filters, calendar), 1);
  return [...listed('overview', overview), ...listed('revenue', revenueQuestions(questionBase(filters), today))];
}

type Asked = Readonly<Record<string, Question>>;

function listed(page: BenchQuestion['page'], asked: Asked): BenchQuestion[] {
  return Object.entries(asked).map(([id, question]) => ({ page, id, question, postgres: byHand[id] ?? null }));
}

function revenueQuestions(base: Pick<Question, 'period' | 'where' | 'compare'>, today: Day) {
  const months = {
    from: addMonths(`${today.slice(0, 7)}-01` as Day, -24),
    before: addMonths(`${today.slice(0, 7)}-01` as Day, 1),
  };
  const greatest = [{ by: 'revenue', direction: 'desc' }] as const;
  return {
    monthly: { measures: ['revenue', 'order_count'], grain: 'month', period: months, compare: 'year_ago' },
    productLines: { ...base, measures: ['revenue'], by: ['product_line'], order: greatest },
    customerTypes: { ...base, measures: ['revenue'], by: ['customer_type'], order: greatest },
    provinces: { ...base, measures: ['revenue'], by: ['province'], order: greatest },
    products: { ...base, measures: ['revenue'], by: ['product'], order: greatest, limit: 20 },
    topCustomers: { ...base, measures: ['revenue'], by: ['customer'], order: greatest, limit: 20 },
    orderValues: {
      ...base,
      measures: ['order_count', 'average_order_value', 'median_order_value', 'p90_order_value'],
      by: ['region'],
    },
    allTime: { measures: ['revenue'], by: ['region'], grain: 'month', period: { kind: 'all' } },
  } satisfies Asked;
}

const byHand: Readonly<Record<string, (stretch: Stretch) => Sql>> = {
  totals: tiles,
  daily: (stretch) => revenue(stretch, { grain: 'day' }),
  dailyBase: (stretch) => revenue(stretch, { grain: 'day' }),
  stages: openByStage,
  customerUp: (stretch) => revenue(stretch, { by: 'customer' }),
  productUp: (stretch) => revenue(stretch, { by: 'product' }),
  reps: (stretch) => revenue(stretch, { by: 'rep' }),
  regions: (stretch) => revenue(stretch, { by: 'region' }),
  lines: (stretch) => revenue(stretch, { by: 'product_line' }),
  lineMonths: (stretch) => revenue(stretch, { by: 'product_line', grain: 'month' }),
  monthly: (stretch) => revenue(stretch, { grain: 'month' }),
  productLines: (stretch) => revenue(stretch, { by: 'product_line' }),
  customerTypes: (stretch) => revenue(stretch, { by: 'customer_type' }),
  provinces: (stretch) => revenue(stretch, { by: 'province' }),
  products: (stretch) => revenue(stretch, { by: 'product' }),
  topCustomers: (stretch) => revenue(stretch, { by: 'customer' }),
  orderValues: (stretch) => orderValues(stretch, { by: 'region' }),
  allTime: (stretch) => revenue(stretch, { by: 'region', grain: 'month' }),
};
