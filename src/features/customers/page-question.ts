import { z } from 'zod';
import { type Asking, plannedQuestion } from '#features/ask.ts';
import type { ParsedFilter } from '#semantic/parse.ts';
import { questionSchema } from '#semantic/parse.ts';
import type { Question } from '#semantic/question.ts';
import type { Day } from '#shared/day.ts';
import { earlier } from '#shared/period.ts';

/** The filters of the page, as every one of its statistics takes them. */
export const pageQuestion = z.strictObject({
  period: questionSchema.shape.period,
  where: questionSchema.shape.where,
});

export type PageQuestion = Pick<Question, 'period' | 'where'>;

/** The page's question with its names looked up. */
export type PagePlan = Readonly<{
  /** The first day that is not known: the end of the period, or tomorrow. */
  asOf: Day;
  where: readonly ParsedFilter[];
}>;

/** Reads the filters once for all statistics. Throws `unknown_name`, `illegal_question` as any question does. */
export async function pagePlan(asking: Asking, { period, where }: PageQuestion): Promise<PagePlan> {
  const plan = await plannedQuestion(asking, { measures: [netRevenue], period, where });
  return { asOf: earlier(plan.period.range.before, plan.clock.knownBefore), where: plan.where };
}

/** The measure whose rows are orders and refunds as one signed list, by customer. */
export const netRevenue = 'customer_hhi';
