import { type Asking, plannedQuestion } from '#features/ask.ts';
import type { Question } from '#semantic/question.ts';
import { currentSide } from '#semantic/side.ts';
import type { Day } from '#shared/day.ts';

/** The day after the last one that a question knows anything of: the end of its period, or tomorrow. */
export async function firstUnknownDay(
  asking: Asking,
  question: Pick<Question, 'period' | 'where' | 'asOf'>,
): Promise<Day> {
  return currentSide(await plannedQuestion(asking, { measures: ['opportunities_open'], ...question })).asOf;
}
