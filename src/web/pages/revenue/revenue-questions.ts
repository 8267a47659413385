import { addDays, addMonths, type Day, type DayRange, partsOf, weekday } from '#shared/day.ts';
import type { Question } from '#web/api/types.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { orderValueMeasures } from '../lead/order-values.ts';
import { monthStart, type Span } from '../lead/span.ts';

/** How the trend can be cut. */
export const trendGrains = ['day', 'week', 'month', 'quarter', 'year'] as const;

export type TrendGrain = (typeof trendGrains)[number];

/** How many customers of the concentration curve are asked one by one; the rest is one piece. */
const customersAsked = 1500;

/** Everything the page shows, in one round; the trend in every grain, so that switching asks nothing. */
export function revenueQuestions(base: QuestionBase, span: Span, weekStart: number) {
  const narrowed = base.where ? { where: base.where } : {};
  const yearRound = { period: monthsBack(span.last, 12), ...narrowed };
  const trend = (grain: TrendGrain) =>
    ({
      measures: ['revenue', 'order_count'],
      grain,
      period: trendPeriod(grain, span.last, weekStart),
      ...narrowed,
      ...(base.compare ? { compare: 'year_ago' } : {}),
    }) satisfies Question;
  const split = (dimension: string, limit: number) =>
    ({ ...base, measures: ['revenue', 'order_count'], by: [dimension], order: greatest, limit }) satisfies Question;
  return {
    totals: {
      ...base,
      measures: [
        'revenue',
        'order_count',
        'average_order_value',
        'refund_amount',
        'gross_revenue',
        ...orderValueMeasures(base),
      ],
    },
    topTen: { measures: ['top10_customer_share'], ...yearRound },
    trend_day: trend('day'),
    trend_week: trend('week'),
    trend_month: trend('month'),
    trend_quarter: trend('quarter'),
    trend_year: trend('year'),
    products: split('product', 12),
    regions: split('region', 40),
    reps: split('rep', 12),
    lines: split('product_line', 40),
    provinces: split('province', 60),
    matrix: { ...base, measures: ['revenue'], by: ['region', 'product_line'] },
    bands: { measures: ['order_count'], by: ['order_value_band'], period: base.period, ...narrowed },
    bandLines: {
      measures: ['order_count'],
      by: ['order_value_band', 'product_line'],
      period: base.period,
      ...narrowed,
    },
    customers: {
      measures: ['revenue', 'active_customers'],
      by: ['customer'],
      order: greatest,
      limit: customersAsked,
      ...yearRound,
    },
    types: split('customer_type', 12),
    kinds: split('order_kind', 4),
    sources: split('source', 12),
    ...refundQuestions({ period: base.period, ...narrowed }),
  } satisfies Record<string, Question>;
}

/** Refunds by what was sold and by why. */
function refundQuestions(base: Pick<Question, 'period' | 'where'>) {
  const order = [{ by: 'refund_amount', direction: 'desc' as const }];
  return {
    refundLines: { ...base, measures: ['refund_amount', 'gross_revenue'], by: ['product_line'], order, limit: 40 },
    refundReasons: { ...base, measures: ['refund_amount'], by: ['refund_reason'], order, limit: 12 },
  } satisfies Record<string, Question>;
}

/** The stretch a trend covers, up to the bucket the day lies in. */
export function trendPeriod(grain: TrendGrain, last: Day, weekStart: number): DayRange {
  const [year, month] = partsOf(last);
  if (grain === 'day') return { from: addDays(last, -30), before: addDays(last, 1) };
  if (grain === 'week') {
    const week = addDays(last, -((weekday(last) - weekStart + 7) % 7));
    return { from: addDays(week, -7 * 15), before: addDays(week, 7) };
  }
  if (grain === 'month') return monthsBack(last, 12);
  if (grain === 'quarter') {
    const quarter = addMonths(monthStart(last), -((month - 1) % 3));
    return { from: addMonths(quarter, -21), before: addMonths(quarter, 3) };
  }
  return { from: `${year - 4}-01-01` as Day, before: `${year + 1}-01-01` as Day };
}

/** The month a day lies in and those before it, `count` in all. */
function monthsBack(last: Day, count: number): DayRange {
  const month = monthStart(last);
  return { from: addMonths(month, 1 - count), before: addMonths(month, 1) };
}

const greatest = [{ by: 'revenue', direction: 'desc' as const }];
