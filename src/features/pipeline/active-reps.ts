import { type Asking, plannedQuestion } from '#features/ask.ts';
import type { Fact } from '#semantic/define.ts';
import { filterCondition, inScope, visibleTable } from '#semantic/filter-sql.ts';
import type { Question } from '#semantic/question.ts';
import { dayLiteral } from '#semantic/side.ts';
import { addDays, type Day } from '#shared/day.ts';
import { join, raw, sql } from '#shared/sql.ts';

/** A rep in service on the day asked about. */
export type ActiveRep = Readonly<{ id: string; name: string; hiredOn: Day | null }>;

/** A person as a fact of its own: only the link is read. */
const personFact = { links: { rep: 'f.id' } } as unknown as Fact;

/** The reps in service on the eve of `asOf` whom the viewer sees and the question's filters by people leave, by name. */
export async function activeReps(
  asking: Asking,
  { period, where }: Pick<Question, 'period' | 'where'>,
  asOf: Day,
): Promise<readonly ActiveRep[]> {
  const plan = await plannedQuestion(asking, { measures: ['opportunities_open'], period, where });
  const day = dayLiteral(addDays(asOf, -1));
  const context = { fact: personFact, day, restatedOn: null };
  const ofPeople = plan.where.filter(({ dimension }) => dimension.link === 'rep');
  const visible = visibleTable(plan.scope);
  const conditions = [
    sql`f.is_rep and coalesce(f.hired_on <= ${day}, true) and coalesce(f.left_on > ${day}, true)`,
    ...[inScope(plan.scope, context)].filter((condition) => condition !== null),
    ...ofPeople.map((filter) => filterCondition(filter, context)),
  ];
  const { rows } = await asking.replica.run(sql`
    ${visible ? sql`with ${visible}` : raw('')}
    select f.id, f.name, f.hired_on from person f where ${join(conditions, ' and ')} order by f.name, f.id`);
  return rows.map(([id, name, hiredOn]) => ({ id: String(id), name: String(name), hiredOn: hiredOn as Day | null }));
}

/** Whether the filters are about people only, so that a rep without a deal still counts as one with none. */
export async function areOfPeople(
  asking: Asking,
  { period, where }: Pick<Question, 'period' | 'where'>,
): Promise<boolean> {
  const plan = await plannedQuestion(asking, { measures: ['opportunities_open'], period, where });
  return plan.where.every(({ dimension }) => dimension.link === 'rep');
}
