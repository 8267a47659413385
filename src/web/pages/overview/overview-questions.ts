import { addDays, addMonths, type Day, weekday } from '#shared/day.ts';
import type { Question } from '#web/api/types.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { orderValueMeasures } from '../lead/order-values.ts';
import { monthStart, type Span } from '../lead/span.ts';

/** The figures of the tiles, in their order. */
export const tileMeasures = [
  'revenue',
  'order_count',
  'new_customers',
  'win_rate',
  'average_order_value',
  'open_amount',
] as const;

/** How many weeks a tile's line covers. */
const sparkWeeks = 12;

/** What every overview asks, whoever looks at it. */
export function commonQuestions(base: QuestionBase, span: Span, weekStart: number) {
  const { where } = base;
  const week = addDays(span.last, -((weekday(span.last) - weekStart + 7) % 7));
  const weeks = { from: addDays(week, -7 * (sparkWeeks - 1)), before: addDays(week, 7) };
  const narrowed = where ? { where } : {};
  return {
    totals: {
      ...base,
      measures: [...tileMeasures, 'won_deals', 'lost_deals', 'opportunities_open', ...orderValueMeasures(base)],
    },
    weekly: { measures: [...tileMeasures], grain: 'week', period: weeks, ...narrowed },
    daily: { measures: ['revenue'], grain: 'day', period: base.period, ...narrowed },
    dailyBase: { measures: ['revenue'], grain: 'day', period: span.base ?? weeks, ...narrowed },
    stages: {
      measures: ['opportunities_open', 'open_amount'],
      by: ['stage'],
      order: [{ by: 'stage', direction: 'asc' }],
      period: base.period,
      ...narrowed,
    },
    ...movers(base, 'customer'),
  } satisfies Record<string, Question>;
}

/** What a manager's overview asks, in one round. */
export function teamQuestions(base: QuestionBase, span: Span, weekStart: number) {
  return {
    ...commonQuestions(base, span, weekStart),
    reps: { ...base, measures: ['revenue', 'order_count'], by: ['rep'], order: greatest('revenue'), limit: 500 },
    regions: { ...base, measures: ['revenue'], by: ['region'], order: greatest('revenue'), limit: 40 },
    lines: { ...base, measures: ['revenue'], by: ['product_line'], order: greatest('revenue'), limit: 40 },
    lineMonths: {
      measures: ['revenue'],
      by: ['product_line'],
      grain: 'month',
      period: monthsUpTo(span.last, 13),
      compare: 'year_ago',
      ...(base.where ? { where: base.where } : {}),
    },
    ...movers(base, 'product'),
  } satisfies Record<string, Question>;
}

/** The month a day lies in and those before it, `count` in all. */
function monthsUpTo(day: Day, count: number) {
  const month = monthStart(day);
  return { from: addMonths(month, 1 - count), before: addMonths(month, 1) };
}

const moversShown = 5;

type MoverKind = 'customer' | 'product';

/** Those that gained and those that lost most; without a comparison the greatest stand in both places and only the first is shown. */
function movers<Kind extends MoverKind>(base: QuestionBase, kind: Kind) {
  const column = base.compare ? 'revenue_delta' : 'revenue';
  const question = { ...base, measures: ['revenue'], by: [kind], limit: moversShown };
  const ordered = (direction: 'asc' | 'desc'): Question => ({ ...question, order: [{ by: column, direction }] });
  const named: Record<string, Question> = { [`${kind}Up`]: ordered('desc'), [`${kind}Down`]: ordered('asc') };
  return named as Record<`${Kind}Up` | `${Kind}Down`, Question>;
}

function greatest(measure: string) {
  return [{ by: measure, direction: 'desc' as const }];
}
