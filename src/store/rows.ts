import { identifier, join, raw, type Sql, sql } from '#shared/sql.ts';
import { type Entity, type EntityTable, entityTables } from './entities.ts';
import { LostRace } from './retry.ts';
import type { Keyring } from './seal.ts';
import type { Transaction } from './store.ts';

/** A row as the table has it, snake_case; sealed columns in clear. A column that is absent keeps its value, or gets its default. */
export type Row = Readonly<{ id: string } & Record<string, RowValue>>;
export type RowValue = string | number | boolean | null;

export type Upsert = Readonly<{
  workspaceId: string;
  entity: Entity;
  rows: readonly Row[];
  /** The import that writes: new rows carry it, and changed rows are remembered as they were. */
  batchId?: string | undefined;
}>;

export type UpsertCounts = Readonly<{ inserted: number; updated: number; unchanged: number }>;

const chunkRows = 10_000;

/**
 * Writes rows by id: new ones are inserted, different ones updated, equal ones left alone. When an id comes twice the later row
 * counts. Throws `RangeError` for a column that the entity does not have.
 */
export async function upsertRows(tx: Transaction, keyring: Keyring, upsert: Upsert): Promise<UpsertCounts> {
  const table = entityTables[upsert.entity];
  const unique = [...new Map(upsert.rows.map((row) => [row.id, row])).values()];
  let inserted = 0;
  let updated = 0;
  if (upsert.batchId && unique.length > 0) await noteImportWrite(tx, upsert.workspaceId, upsert.batchId);
  for (const [columns, rows] of byColumns(table, unique)) {
    for (let start = 0; start < rows.length; start += chunkRows) {
      const chunk = rows
        .slice(start, start + chunkRows)
        .map((row) => sealedRow(keyring, table, upsert.workspaceId, row));
      const written = await writeChunk(tx, upsert, { table, columns, rows: chunk });
      inserted += written.inserted;
      updated += written.updated;
    }
  }
  return { inserted, updated, unchanged: unique.length - inserted - updated };
}

export type Removal = Readonly<{
  workspaceId: string;
  entity: Entity;
  ids: readonly string[];
  batchId?: string | undefined;
}>;

/** Deletes rows by id and says how many there were; an import's deletions are remembered and can be undone. */
export async function deleteRows(tx: Transaction, removal: Removal): Promise<number> {
  const { workspaceId, entity, ids, batchId } = removal;
  if (ids.length === 0) return 0;
  const table = identifier(entity);
  if (batchId) {
    await noteImportWrite(tx, workspaceId, batchId);
    await tx.query(sql`
      insert into import_before (workspace_id, batch_id, entity, row_id, before, is_removed)
      select ${workspaceId}, ${batchId}, ${entity}, t.id, to_jsonb(t), true
      from ${table} as t
      where t.workspace_id = ${workspaceId} and t.id = any(${ids}::text[]) and t.batch_id is distinct from ${batchId}
      on conflict (workspace_id, batch_id, entity, row_id) do update set is_removed = true`);
  }
  const [gone] = await tx.query<{ count: number }>(sql`
    with gone as (
      delete from ${table} where workspace_id = ${workspaceId} and id = any(${ids}::text[]) returning 1
    )
    select count(*) as count from gone`);
  return gone?.count ?? 0;
}

/** The rows with their sealed columns in clear, for readers of this store. */
export function openedRows<T extends Record<string, unknown>>(
  keyring: Keyring,
  entity: Entity,
  rows: readonly T[],
): readonly T[] {
  const { sealedColumns } = entityTables[entity];
  if (sealedColumns.length === 0) return rows;
  return rows.map((row) => {
    const opened = sealedColumns.flatMap((column) => {
      const value = row[column];
      return typeof value === 'string' ? [[column, keyring.open(value)]] : [];
    });
    return { ...row, ...Object.fromEntries(opened) };
  });
}

type Chunk = Readonly<{ table: EntityTable; columns: readonly string[]; rows: readonly Row[] }>;
type Written = Readonly<{ inserted: number; updated: number; remembered: number }>;

/** Rows with the same columns together, as one statement names its columns once. */
function byColumns(table: EntityTable, rows: readonly Row[]): ReadonlyMap<readonly string[], readonly Row[]> {
  const groups = new Map<string, { columns: readonly string[]; rows: Row[] }>();
  for (const row of rows) {
    const present = Object.keys(row).filter((column) => column !== 'id' && row[column] !== undefined);
    const key = present.join();
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { columns: knownColumns(table, present), rows: [row] });
  }
  return new Map([...groups.values()].map((group) => [group.columns, group.rows]));
}

function knownColumns(table: EntityTable, columns: readonly string[]): readonly string[] {
  const unknown = columns.filter((column) => !table.columns.has(column));
  if (unknown.length > 0) throw new RangeError(`${table.name} has no column ${unknown.join(', ')}`);
  return columns;
}

function sealedRow(keyring: Keyring, table: EntityTable, workspaceId: string, row: Row): Row {
  if (table.sealedColumns.length === 0) return row;
  const sealed = table.sealedColumns.flatMap((column) => {
    const text = row[column];
    if (text === null || text === undefined) return [];
    return [[column, keyring.seal(String(text), { workspaceId, entity: table.name, column, rowId: row.id })]];
  });
  return { ...row, ...Object.fromEntries(sealed) };
}

async function writeChunk(tx: Transaction, upsert: Upsert, chunk: Chunk): Promise<Written> {
  const [written] = await tx.query<Written>(upsertStatement(upsert, chunk));
  const counts = written ?? { inserted: 0, updated: 0, remembered: 0 };
  if (upsert.batchId && counts.updated > counts.remembered) {
    throw new LostRace('a row was written by someone else while the import read it');
  }
  return counts;
}

function upsertStatement(upsert: Upsert, chunk: Chunk): Sql {
  const table = identifier(upsert.entity);
  const names = chunk.columns.map(identifier);
  const isDifferent = isDistinct(chunk.columns);
  return sql`
    with incoming as materialized (
      select * from json_to_recordset(${JSON.stringify(chunk.rows)}::json) as r (${recordColumns(chunk)})
    ),
    ${upsert.batchId ? rememberedRows(upsert, upsert.batchId, isDifferent) : raw('')}
    written as (
      insert into ${table} as t (${join([raw('workspace_id, id, batch_id'), ...names])})
      select ${join([sql`${upsert.workspaceId}, id, ${upsert.batchId ?? null}::text`, ...names])}
      from incoming ${upsert.batchId ? raw(', (select count(*) from remembered) as first') : raw('')}
      on conflict (workspace_id, id) ${onConflict(chunk.columns, isDifferent)}
      returning xmax = 0 as is_new
    )
    select count(*) filter (where is_new) as inserted, count(*) filter (where not is_new) as updated,
           ${upsert.batchId ? raw('(select count(*) from locked)') : raw('0')} as remembered
    from written`;
}

/**
 * What the import is about to change, locked so that nobody changes it in between. Rows that it made itself need no memory.
 * TRAP: parts of one statement run in any order, so the write counts `remembered` and thereby waits for it.
 */
function rememberedRows(upsert: Upsert, batchId: string, isDifferent: (incoming: string) => Sql): Sql {
  return sql`
    locked as (
      select found.*
      from incoming cross join lateral (
        select t.id, t.batch_id, to_jsonb(t) as before
        from ${identifier(upsert.entity)} as t
        where t.workspace_id = ${upsert.workspaceId} and t.id = incoming.id and ${isDifferent('incoming')}
        for update
      ) as found
    ),
    remembered as (
      insert into import_before (workspace_id, batch_id, entity, row_id, before)
      select ${upsert.workspaceId}, ${batchId}, ${upsert.entity}, id, before
      from locked
      where batch_id is distinct from ${batchId}
      on conflict do nothing
      returning 1
    ),`;
}

function onConflict(columns: readonly string[], isDifferent: (incoming: string) => Sql): Sql {
  if (columns.length === 0) return raw('do nothing');
  const taken = columns.map((column) => sql`${identifier(column)} = excluded.${identifier(column)}`);
  return sql`do update set ${join(taken)} where ${isDifferent('excluded')}`;
}

function isDistinct(columns: readonly string[]): (incoming: string) => Sql {
  if (columns.length === 0) return () => raw('false');
  const row = (from: string) => join(columns.map((column) => sql`${raw(from)}.${identifier(column)}`));
  return (incoming) => sql`(${row('t')}) is distinct from (${row(incoming)})`;
}

function recordColumns(chunk: Chunk): Sql {
  const typed = chunk.columns.map(
    (name) => sql`${identifier(name)} ${raw(chunk.table.columns.get(name)?.type ?? 'text')}`,
  );
  return join([raw('id text'), ...typed]);
}

async function noteImportWrite(tx: Transaction, workspaceId: string, batchId: string): Promise<void> {
  await tx.query(sql`
    insert into import_write (workspace_id, batch_id) values (${workspaceId}, ${batchId}) on conflict do nothing`);
}
