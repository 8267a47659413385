import type { Question } from '#web/api/types.ts';
import type { QuestionBase } from '#web/filters/filters.ts';

const totals = ['revenue', 'active_customers', 'new_customers', 'repeat_rate', 'top10_customer_share'];

/** The measures of the page, in one round. */
export function customersQuestions(base: QuestionBase): Readonly<Record<'totals', Question>> {
  return { totals: { ...base, measures: totals } };
}
