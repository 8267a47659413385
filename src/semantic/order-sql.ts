import { Problem } from '#shared/problem.ts';
import { identifier, join, raw, type Sql, sql } from '#shared/sql.ts';
import type { Plan } from './plan.ts';
import { suggestions } from './suggest.ts';

/** How the rows are ordered: as asked, else over time, else the largest first; keys decide ties. */
export function orderSql(plan: Plan): Sql {
  const asked = plan.question.order ?? [];
  const known = orderable(plan);
  for (const { by } of asked) refuseUnknown(by, known);
  const terms = asked.map(({ by, direction }) => listedTerm(plan, by, direction) ?? term(by, direction));
  const first = plan.measures[0];
  if (asked.length === 0 && plan.grain) terms.push(term(plan.grain, 'asc'));
  if (asked.length === 0 && plan.by.length > 0 && first) terms.push(term(first.column, 'desc'));
  if (asked.length > 0 && plan.grain) terms.push(term(plan.grain, 'asc'));
  for (const { id } of plan.by) terms.push(term(id, 'asc'), term(`${id}_key`, 'asc'));
  return terms.length > 0 ? sql`\norder by ${join(terms)}` : raw('');
}

/** Stages are listed as they follow each other, not by name. */
function listedTerm(plan: Plan, column: string, direction: 'asc' | 'desc'): Sql | null {
  const dimension = plan.by.find(({ id }) => id === column);
  if (!dimension?.listed || !dimension.names) return null;
  const [table, key] = [identifier(dimension.names), identifier(`${column}_key`)];
  return sql`(select l.${identifier(dimension.listed)} from ${table} l where l.id = named.${key}) ${raw(direction)} nulls last`;
}

function term(column: string, direction: 'asc' | 'desc'): Sql {
  return sql`${identifier(column)} ${raw(direction)} nulls last`;
}

function orderable(plan: Plan): ReadonlySet<string> {
  const figures = plan.measures.flatMap(({ column, show }) =>
    plan.comparison && show === 'value' ? [column, `${column}_base`, `${column}_delta`, `${column}_change`] : [column],
  );
  const groups = plan.by.flatMap(({ id }) => [id, `${id}_key`]);
  return new Set([...figures, ...groups, ...(plan.grain ? [plan.grain] : [])]);
}

function refuseUnknown(name: string, known: ReadonlySet<string>): void {
  if (known.has(name)) return;
  const near = suggestions(name, known);
  throw new Problem('unknown_name', [
    {
      detail: { zh: `答案里没有“${name}”这一列`, en: `the answer has no column “${name}”` },
      place: { field: 'order' },
      suggestions: near.length > 0 ? near : [...known],
    },
  ]);
}
