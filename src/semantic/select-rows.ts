import { join, type Sql, sql } from '#shared/sql.ts';
import { componentsOf } from './components.ts';
import { visibleTable } from './filter-sql.ts';
import { countedRows, filling } from './part-sql.ts';
import type { Plan } from './plan.ts';
import { currentSide } from './side.ts';

/** Rows that the plan's one measure counts, as a table of a statement; `columns` is catalogue SQL over `f`, with `:as_of` filled. */
export type CountedTable = Readonly<{ name: Sql; plan: Plan; columns: string }>;

/**
 * The tables to put behind `with`, for statistics that no measure can hold. They contain what the measure counts and nothing else:
 * the same predicate, the viewer's scope and the question's filters. Plans of one statement must be of one viewer.
 */
export function countedTables(tables: readonly [CountedTable, ...CountedTable[]]): Sql {
  const visible = visibleTable(tables[0].plan.scope);
  return join([...(visible ? [visible] : []), ...tables.map(countedTable)], ',\n  ');
}

function countedTable({ name, plan, columns }: CountedTable): Sql {
  const [measure] = plan.measures;
  if (!measure || plan.measures.length > 1) throw new RangeError('rows are of one measure');
  const atoms = componentsOf(measure.value).map(({ atom }) => atom);
  const [first, ...more] = atoms;
  if (!first || more.some(({ fact }) => fact !== first.fact))
    throw new RangeError(`${measure.column} is of several facts`);
  const part = { name: '', side: currentSide(plan), atoms: [first, ...more] } as const;
  return sql`${name} as (select ${filling(plan, part)(columns)} ${countedRows(plan, part, [])})`;
}
