import type { Asking } from '#features/ask.ts';
import type { Fact } from '#semantic/define.ts';
import { filterCondition, inScope, visibleTable } from '#semantic/filter-sql.ts';
import { dayLiteral } from '#semantic/side.ts';
import { addDays } from '#shared/day.ts';
import { join, raw, sql } from '#shared/sql.ts';
import type { PagePlan } from './page-question.ts';

/** A colleague who may own customers. */
export type RepInView = Readonly<{ id: string; name: string; isInService: boolean }>;

const personFact: Pick<Fact, 'links'> = { links: { rep: 'f.id' } };

/** The colleagues that the viewer sees and the filters by people leave, with whether they are reps in service on the last day. */
export async function repsInView({ replica, scope }: Asking, { asOf, where }: PagePlan): Promise<readonly RepInView[]> {
  const day = dayLiteral(addDays(asOf, -1));
  // Only the links of the fact are read.
  const context = { fact: personFact as Fact, day, restatedOn: null };
  const ofPeople = where.filter(({ dimension }) => dimension.link === 'rep');
  const visible = visibleTable(scope);
  const { rows } = await replica.run(sql`
    ${visible ? sql`with ${visible}` : raw('')}
    select f.id, f.name, f.is_rep and coalesce(f.hired_on <= ${day}, true) and coalesce(f.left_on > ${day}, true)
    from person f
    where ${join([inScope(scope, context) ?? raw('true'), ...ofPeople.map((each) => filterCondition(each, context))], ' and ')}
    order by f.name, f.id`);
  return rows.map(([id, name, isInService]) => ({
    id: String(id),
    name: String(name),
    isInService: isInService === true,
  }));
}
