import type { DuckDBConnection } from '@duckdb/node-api';
import { dealRoots, dealTables } from './deal-tables.ts';
import { type DerivedTable, type Only, type RootKind, type RootSource, rootKinds } from './derived-table.ts';
import { leadRoots, leadTables } from './lead-tables.ts';
import { orderHelpers, orderRoots, orderTables } from './order-tables.ts';
import { rawTableStatements } from './raw-tables.ts';
import { dimensionTables, factTables } from './tables.ts';
import { treeTables } from './tree-tables.ts';

/** Every derived table, each after those it reads. */
export const derivedTables: readonly DerivedTable[] = [...treeTables, ...orderTables, ...dealTables, ...leadTables];

const rootSources: readonly RootSource[] = [...orderRoots, ...dealRoots, ...leadRoots];

/** Statements that make every table of a replica. */
export const replicaTables = [
  rawTableStatements,
  dimensionTables,
  factTables,
  orderHelpers,
  'create table step_change (entity varchar not null, id varchar not null);',
  ...rootKinds.map((kind) => `create table roots_${kind} (id varchar);`),
].join('\n');

/** Makes every derived table anew from the raw ones. */
export async function deriveAll(connection: DuckDBConnection): Promise<void> {
  for (const table of derivedTables) {
    await connection.run(`delete from ${table.name}`);
    await connection.run(insertion(table, () => 'true'));
  }
}

/**
 * Changes the raw tables by `apply` and refreshes what depends on it: the roots of the changed rows, as they were and as
 * they are. `step_change` holds the changed ids. Runs inside the caller's transaction.
 */
export async function deriveChanges(
  connection: DuckDBConnection,
  entities: ReadonlySet<string>,
  apply: () => Promise<void>,
): Promise<void> {
  const concerned = rootSources.filter((source) => entities.has(source.entity));
  const findRoots = async () => {
    for (const { kind, entity, select } of concerned) {
      await connection.run(rooting(kind, select(`(select id from step_change where entity = '${entity}')`)));
    }
  };
  await findRoots();
  await apply();
  await findRoots();
  const kinds = new Set(concerned.map((source) => source.kind));
  for (const table of derivedTables) {
    if (table.wholeFor.some((entity) => entities.has(entity))) await refresh(connection, table, null);
    else if (table.root && kinds.has(table.root.kind)) await refresh(connection, table, table.root);
    if (table.spreads && table.root && kinds.has(table.root.kind)) kinds.add(table.spreads.kind);
  }
  for (const kind of rootKinds) await connection.run(`delete from roots_${kind}`);
}

async function refresh(connection: DuckDBConnection, table: DerivedTable, root: DerivedTable['root']): Promise<void> {
  const only: Only = (column) => (root ? `${column} in (select id from roots_${root.kind})` : 'true');
  if (table.spreads) await connection.run(rooting(table.spreads.kind, table.spreads.select));
  await connection.run(`delete from ${table.name} where ${only(root?.column ?? '')}`);
  await connection.run(insertion(table, only));
  if (table.spreads) await connection.run(rooting(table.spreads.kind, table.spreads.select));
}

function insertion(table: DerivedTable, only: Only): string {
  return `insert into ${table.name} by name ${table.select(only)}`;
}

function rooting(kind: RootKind, select: string): string {
  return `insert into roots_${kind} (${select}) except select id from roots_${kind}`;
}
