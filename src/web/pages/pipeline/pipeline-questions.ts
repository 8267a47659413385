import type { Question } from '#web/api/types.ts';
import type { QuestionBase } from '#web/filters/filters.ts';

/** The figures at the top of the page, in one round. */
export function pipelineQuestions(base: QuestionBase) {
  return {
    totals: {
      ...base,
      measures: [
        'opportunities_open',
        'open_amount',
        'due_deals',
        'due_amount',
        'weighted_pipeline',
        'win_rate',
        'won_deals',
        'sales_cycle_days',
      ],
    },
  } satisfies Record<string, Question>;
}
