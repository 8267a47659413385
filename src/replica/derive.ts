import { dealRoots, dealTables } from './deal-tables.ts';
import { type DerivedTable, type Only, type RootKind, type RootSource, rootKinds } from './derived-table.ts';
import { leadRoots, leadTables } from './lead-tables.ts';
import { orderHelpers, orderRoots, orderTables } from './order-tables.ts';
import { type RawTable, rawTableStatements } from './raw-tables.ts';
import { dimensionTables, factTables } from './tables.ts';
import { treeTables } from './tree-tables.ts';

/** Every derived table, each after those it reads. */
const derivedTables: readonly DerivedTable[] = [...treeTables, ...orderTables, ...dealTables, ...leadTables];

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

/** Statements that make every derived table anew from the raw ones. */
export const deriveAll: string = derivedTables.flatMap((table) => refreshed(table, null)).join(';\n');

/**
 * Statements that bring a step into the raw tables and refresh what depends on it. The step is in `step_<entity>` (rows as
 * they are now) and `step_change` (keys of rows written or deleted); both are empty afterwards. What depends on a row is
 * looked up before and after the row changes: a line that moves to another order changes both.
 */
export function deriveChanges(changed: readonly RawTable[]): string {
  const entities = new Set<string>(changed.map((table) => table.entity));
  const sources = rootSources.filter((source) => entities.has(source.entity));
  const lookUps = sources.map(({ kind, entity, select }) => rooting(kind, select(idsOf(entity))));
  return [
    ...changed.map(
      ({ entity, key }) => `insert into step_change select '${entity}', ${key}::varchar from step_${entity}`,
    ),
    ...lookUps,
    ...changed.flatMap(replaceRows),
    ...lookUps,
    ...refreshes(entities, new Set(sources.map((source) => source.kind))),
    ...[
      ...changed.map(({ entity }) => `step_${entity}`),
      'step_change',
      ...rootKinds.map((kind) => `roots_${kind}`),
    ].map((name) => `delete from ${name}`),
  ].join(';\n');
}

function idsOf(entity: string): string {
  return `(select id from step_change where entity = '${entity}')`;
}

function replaceRows({ entity, key }: RawTable): readonly string[] {
  return [
    `delete from raw_${entity} where ${key}::varchar in ${idsOf(entity)}`,
    `insert into raw_${entity} select * from step_${entity}`,
  ];
}

function refreshes(entities: ReadonlySet<string>, kinds: Set<RootKind>): readonly string[] {
  return derivedTables.flatMap((table) => {
    if (table.wholeFor.some((entity) => entities.has(entity))) return refreshed(table, null);
    if (!table.root || !kinds.has(table.root.kind)) return [];
    const { spreads } = table;
    if (!spreads) return refreshed(table, table.root);
    kinds.add(spreads.kind);
    const spreading = rooting(spreads.kind, spreads.select);
    return [spreading, ...refreshed(table, table.root), spreading];
  });
}

function refreshed(table: DerivedTable, root: DerivedTable['root']): readonly string[] {
  const only: Only = (column) => (root ? `${column} in (select id from roots_${root.kind})` : 'true');
  return [
    `delete from ${table.name} where ${only(root?.column ?? '')}`,
    `insert into ${table.name} by name ${table.select(only)}`,
  ];
}

function rooting(kind: RootKind, select: string): string {
  return `insert into roots_${kind} (${select}) except select id from roots_${kind}`;
}
