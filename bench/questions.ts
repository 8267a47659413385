import type { Question } from '#semantic/question.ts';
import type { Day } from '#shared/day.ts';
import type { Sql } from '#shared/sql.ts';
import { filtersOf, questionBase } from '#web/filters/filters.ts';
import { spanOf } from '#web/pages/lead/span.ts';
import { teamQuestions } from '#web/pages/overview/overview-questions.ts';
import { revenueQuestions } from '#web/pages/revenue/revenue-questions.ts';
import { openByStage, orderFigures, refunds, revenue, type Stretch, tiles } from './hand-written.ts';

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
  const base = questionBase(filters);
  const span = spanOf(filters, { today, weekStart: 1, fiscalStartMonth: 1 });
  return [...listed('overview', teamQuestions(base, span, 1)), ...listed('revenue', revenueQuestions(base, span, 1))];
}

type Asked = Readonly<Record<string, Question>>;

function listed(page: BenchQuestion['page'], asked: Asked): BenchQuestion[] {
  return Object.entries(asked).map(([id, question]) => ({
    page,
    id,
    question,
    postgres: byHand[`${page}/${id}`] ?? null,
  }));
}

const byHand: Readonly<Record<string, (stretch: Stretch) => Sql>> = {
  'overview/totals': tiles,
  'overview/daily': (stretch) => revenue(stretch, { grain: 'day' }),
  'overview/dailyBase': (stretch) => revenue(stretch, { grain: 'day' }),
  'overview/stages': openByStage,
  'overview/customerUp': (stretch) => revenue(stretch, { by: ['customer'] }),
  'overview/productUp': (stretch) => revenue(stretch, { by: ['product'] }),
  'overview/reps': (stretch) => revenue(stretch, { by: ['rep'] }),
  'overview/regions': (stretch) => revenue(stretch, { by: ['region'] }),
  'overview/lines': (stretch) => revenue(stretch, { by: ['product_line'] }),
  'overview/lineMonths': (stretch) => revenue(stretch, { by: ['product_line'], grain: 'month' }),
  'revenue/totals': orderFigures,
  'revenue/trend_day': (stretch) => revenue(stretch, { grain: 'day' }),
  'revenue/trend_week': (stretch) => revenue(stretch, { grain: 'week' }),
  'revenue/trend_month': (stretch) => revenue(stretch, { grain: 'month' }),
  'revenue/trend_quarter': (stretch) => revenue(stretch, { grain: 'quarter' }),
  'revenue/trend_year': (stretch) => revenue(stretch, { grain: 'year' }),
  'revenue/products': (stretch) => revenue(stretch, { by: ['product'] }),
  'revenue/regions': (stretch) => revenue(stretch, { by: ['region'] }),
  'revenue/reps': (stretch) => revenue(stretch, { by: ['rep'] }),
  'revenue/lines': (stretch) => revenue(stretch, { by: ['product_line'] }),
  'revenue/provinces': (stretch) => revenue(stretch, { by: ['province'] }),
  'revenue/matrix': (stretch) => revenue(stretch, { by: ['region', 'product_line'] }),
  'revenue/customers': (stretch) => revenue(stretch, { by: ['customer'] }),
  'revenue/types': (stretch) => revenue(stretch, { by: ['customer_type'] }),
  'revenue/sources': (stretch) => revenue(stretch, { by: ['source'] }),
  'revenue/refundLines': (stretch) => refunds(stretch, 'product_line'),
  'revenue/refundReasons': (stretch) => refunds(stretch, 'reason'),
};
