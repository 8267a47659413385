import { join, raw, type Sql, sql } from '#shared/sql.ts';
import type { Component } from './components.ts';
import { visibleTable } from './filter-sql.ts';
import { countedRows, filling, type Part } from './part-sql.ts';
import type { Plan } from './plan.ts';
import { currentSide } from './side.ts';

/** Rows that count for one component, and their signed sum where it is a sum. */
export function compileCounted(plan: Plan, { atom, sign }: Component): Sql {
  const part = partOf(plan, atom);
  const { aggregate } = atom;
  const minus = raw(sign < 0 ? '-' : '');
  const amount = aggregate.kind === 'sum' ? sql`${minus}sum(${filling(plan, part)(aggregate.of)})` : raw('null');
  const rows = aggregate.kind === 'distinct' ? sql`count(distinct ${raw(aggregate.of)})` : raw('count(*)');
  return sql`${withVisible(plan)}select ${rows}, cast(${amount} as decimal(38, 4)) ${countedRows(plan, part, [])}`;
}

/** Rows that do not count although they are asked about, by the first reason that holds. A row without a day is always told. */
export function compileLeftOut(plan: Plan, { atom }: Component): Sql {
  const part = partOf(plan, atom);
  const fill = filling(plan, part);
  const reasons = atom.leftOut.map((reason) => sql`when ${fill(reason.when)} then ${raw(`'${reason.id}'`)}`);
  if (reasons.length === 0) return sql`select null as reason, 0 as n, null as amount where false`;
  return sql`${withVisible(plan)}select reason, count(*) as n, cast(sum(worth) as decimal(38, 4)) as amount from (
    select case ${join(reasons, ' ')} end as reason, ${raw(atom.fact.worth ?? 'null')} as worth
    ${countedRows(plan, part, [], 'ignore')}) where reason is not null group by reason`;
}

function partOf(plan: Plan, atom: Component['atom']): Part {
  return { name: '', side: currentSide(plan), atoms: [atom] };
}

function withVisible(plan: Plan): Sql {
  const visible = visibleTable(plan.scope);
  return visible ? sql`with ${visible} ` : raw('');
}
