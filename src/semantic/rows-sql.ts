import type { Day } from '#shared/day.ts';
import { identifier, join, raw, type Sql, sql } from '#shared/sql.ts';
import { type Component, componentsOf } from './components.ts';
import type { ListColumn } from './define.ts';
import { visibleTable } from './filter-sql.ts';
import { countedRows, filling, ownCondition, type Part, rowContext } from './part-sql.ts';
import type { Plan } from './plan.ts';
import { currentSide, dayLiteral } from './side.ts';
import type { ResolvedAtom, ResolvedMeasure } from './ways.ts';

/** Where a page of rows begins: after this row. */
export type RowCursor = Readonly<{ day: Day; fact: string; rowId: string }>;

type Role = Component['role'];

/** The rows behind the plan's one measure, newest first, each with what it adds to the figure. */
export function compileRows(
  plan: Plan,
  measure: ResolvedMeasure,
  page: { after: RowCursor | null; limit: number },
): Sql {
  const columns = listColumns(measure);
  const named = columns.map(({ id, names }) => {
    const table = names ? plan.catalogue.dimensions.get(names)?.names : undefined;
    return table
      ? sql`(select name from ${identifier(table)} n where n.id = page.${identifier(id)}) as ${identifier(id)}`
      : identifier(id);
  });
  const after = page.after
    ? sql`where on_day < ${dayLiteral(page.after.day)} or (on_day = ${dayLiteral(page.after.day)}
      and (fact, row_id) > (${page.after.fact}, ${page.after.rowId}))`
    : raw('');
  return sql`${listTables(plan, measure)},
  page as (select * from list ${after} order by on_day desc, fact, row_id limit ${raw(String(Math.trunc(page.limit)))})
select fact, row_id, on_day, ${join([...named, ...rolesOf(measure).map(identifier)])}
from page order by on_day desc, fact, row_id`;
}

/** How many rows there are behind the measure, and what they add up to, by role. */
export function compileRowTotals(plan: Plan, measure: ResolvedMeasure): Sql {
  const sums = rolesOf(measure).map((role) => sql`sum(${identifier(role)}) as ${identifier(role)}`);
  return sql`${listTables(plan, measure)}\nselect count(*) as total, ${join(sums)} from list`;
}

/** The roles that the measure's figures play. */
export function rolesOf({ value }: ResolvedMeasure): readonly Role[] {
  return [...new Set(componentsOf(value).map(({ role }) => role))];
}

/** The columns of the list, those of all its facts. */
export function listColumns({ value }: ResolvedMeasure): readonly ListColumn[] {
  const all = componentsOf(value).flatMap(({ atom }) => atom.fact.list);
  return [...new Map(all.map((column) => [column.id, column])).values()];
}

function listTables(plan: Plan, measure: ResolvedMeasure): Sql {
  const components = componentsOf(measure.value);
  const atoms = [...new Set(components.map(({ atom }) => atom))];
  const parts = onePartPerFact(plan, atoms);
  const selects = parts.map((part) => partRows({ plan, part, measure, components }));
  const visible = visibleTable(plan.scope);
  const adding = join(
    rolesOf(measure).map((role) => sql`${identifier(role)} is not null`),
    ' or ',
  );
  const tables = [...(visible ? [visible] : []), ...atoms.flatMap((atom) => topTable(plan, atom))];
  return sql`with ${join([
    ...tables,
    sql`list as (select * from (${join(selects, '\n  union all by name ')}) where ${adding})`,
  ])}`;
}

/** A row is listed once, whatever it adds to: so there is one scan per fact. */
function onePartPerFact(plan: Plan, atoms: readonly ResolvedAtom[]): readonly Part[] {
  const side = currentSide(plan);
  return [...new Set(atoms.map(({ fact }) => fact))].flatMap((fact) => {
    const [first, ...more] = atoms.filter((atom) => atom.fact === fact);
    return first ? [{ name: '', side, atoms: [first, ...more] }] : [];
  });
}

type PartRows = Readonly<{ plan: Plan; part: Part; measure: ResolvedMeasure; components: readonly Component[] }>;

function partRows({ plan, part, measure, components }: PartRows): Sql {
  const { fact } = part.atoms[0];
  const context = rowContext(plan, part);
  const fill = filling(plan, part);
  const own = listColumns(measure).map((column) => {
    const mine = fact.list.find(({ id }) => id === column.id);
    return sql`${mine ? fill(mine.sql) : raw('null')} as ${identifier(column.id)}`;
  });
  const adds = rolesOf(measure).map((role) => {
    const mine = components.filter((each) => each.role === role && part.atoms.includes(each.atom));
    return sql`${contributions(mine, fill, sql`${context.day}, ${raw(fact.rowId)}`)} as ${identifier(role)}`;
  });
  return sql`select ${raw(`'${fact.id}'`)} as fact, ${raw(fact.rowId)} as row_id, ${context.day} as on_day,
    ${join([...own, ...adds])} ${countedRows(plan, part, [])}`;
}

function contributions(components: readonly Component[], fill: (text: string) => Sql, order: Sql): Sql {
  if (components.length === 0) return raw('null');
  const each = components.map((component) => contribution(component, fill, order));
  return each.length === 1
    ? join(each)
    : sql`(${join(
        each.map((one) => sql`coalesce(${one}, 0)`),
        ' + ',
      )})`;
}

/** What a row adds; of rows that count once together (the orders of one customer), the first adds for all. */
function contribution({ atom, sign }: Component, fill: (text: string) => Sql, order: Sql): Sql {
  const { aggregate } = atom;
  const condition = fill(ownCondition(atom) || 'true');
  const minus = raw(sign < 0 ? '-' : '');
  if (aggregate.kind === 'count') return sql`case when ${condition} then ${minus}1 end`;
  const of = fill(aggregate.of);
  if (aggregate.kind === 'distinct') {
    return sql`case when ${condition} and ${of} is not null
      and row_number() over (partition by ${condition}, ${of} order by ${order}) = 1 then ${minus}1 end`;
  }
  if (aggregate.kind === 'top') {
    return sql`case when ${condition} and ${raw(aggregate.per)} in (select per from top_${raw(atom.id)}) then ${of} end`;
  }
  return sql`case when ${condition} then ${minus}${of} end`;
}

/** The largest customers (or whatever `per` names) of a figure that adds up only them. */
function topTable(plan: Plan, atom: ResolvedAtom): Sql[] {
  const { aggregate } = atom;
  if (aggregate.kind !== 'top') return [];
  const part: Part = { name: '', side: currentSide(plan), atoms: [atom] };
  const per = raw(aggregate.per);
  return [
    sql`top_${raw(atom.id)} as (select ${per} as per ${countedRows(plan, part, [])} and ${per} is not null
    group by 1 order by sum(${raw(aggregate.of)}) desc, 1 limit ${raw(String(aggregate.n))})`,
  ];
}
