import { setImmediate } from 'node:timers/promises';
import { identifier, join, type Sql, sql } from '#shared/sql.ts';
import { entities, entityTables } from '../entities.ts';
import { KeyringError, sealedParts } from '../seal.ts';
import { type SealedColumn, sealedColumns, sealPlace } from '../sealed-columns.ts';
import type { Store, Transaction } from '../store.ts';
import type { DataKeyring } from './data-keyring.ts';
import { sealReports } from './seal-reports.ts';

export type Resealing = Readonly<{
  store: Store;
  keyring: DataKeyring;
  /** '' : what belongs to the whole installation. */
  workspaceId: string;
  /** Told in the transaction of each batch how many values it sealed anew. */
  onBatch: (tx: Transaction, resealed: number) => Promise<void>;
  signal?: AbortSignal | undefined;
}>;

const batchRows = 500;

/**
 * Seals everything of a workspace that does not carry its active key anew, batch by batch, while others go on writing: a value that
 * changed meanwhile is left as it is. Returns how many values; 0 when every one carries the active key.
 */
export async function resealAll(resealing: Resealing): Promise<number> {
  let resealed = await sealAllReports(resealing);
  for (const column of sealedColumns) {
    if ((column.workspace === null) !== (resealing.workspaceId === '')) continue;
    resealed += await resealColumn(resealing, column);
  }
  return resealing.workspaceId === '' ? resealed : resealed + (await resealRemembered(resealing));
}

async function sealAllReports({ store, keyring, workspaceId, onBatch, signal }: Resealing): Promise<number> {
  for (let total = 0; ; await setImmediate()) {
    signal?.throwIfAborted();
    const sealed = await store.transaction(async (tx) => {
      const count = await sealReports(tx, { keyring, workspaceId });
      if (count > 0) await onBatch(tx, count);
      return count;
    });
    if (sealed === 0) return total;
    total += sealed;
  }
}

type Found = Readonly<Record<string, string>>;

async function resealColumn(resealing: Resealing, column: SealedColumn): Promise<number> {
  return inBatches(resealing, async (tx, after) => {
    const found = await tx.query<Found>(otherKeyed(resealing, { column, after }));
    const changes = found.map((row) => ({ ...row, fresh: freshValue(resealing, column, row) }));
    return { last: found.at(-1), written: await written(tx, column, changes) };
  });
}

type Batch = Readonly<{ last: Found | undefined; written: number }>;

/** Each batch is a transaction of its own, and others get their turn in between. */
async function inBatches(
  { store, onBatch, signal }: Resealing,
  batch: (tx: Transaction, after: Found | null) => Promise<Batch>,
): Promise<number> {
  let total = 0;
  for (let after: Found | null = null; ; ) {
    signal?.throwIfAborted();
    const done: Batch = await store.transaction(async (tx) => {
      await tx.query(sql`select set_config('salesboard.resealing', 'on', true)`);
      const result = await batch(tx, after);
      if (result.written > 0) await onBatch(tx, result.written);
      return result;
    });
    total += done.written;
    if (!done.last) return total;
    after = done.last;
    await setImmediate();
  }
}

/** The next rows, by key, whose value carries another key than the active one. */
function otherKeyed(
  { keyring, workspaceId }: Resealing,
  { column, after }: Readonly<{ column: SealedColumn; after: Found | null }>,
): Sql {
  const value = identifier(column.column);
  const keys = column.keys.map(identifier);
  const own = column.workspace === null ? sql`true` : sql`${identifier(column.workspace)} = ${workspaceId}`;
  const later = after
    ? sql`(${join(keys)}) > (${join(column.keys.map((key) => sql`${after[key] ?? ''}`))})`
    : sql`true`;
  return sql`
    select ${join(keys)}, ${value} as sealed
      from ${identifier(column.table)}
     where ${own} and ${later} and ${carriesOther(value, keyring.activeId(workspaceId))}
     order by ${join(keys)} limit ${batchRows}`;
}

function carriesOther(value: Sql, keyId: string): Sql {
  return sql`${value} is not null and not starts_with(${value}, ${`v2.${keyId}.`})`;
}

/** What is in clear, from a time when the column was not yet sealed, is sealed too. */
function freshValue({ keyring }: Resealing, column: SealedColumn, row: Found): string {
  const sealed = row.sealed ?? '';
  const place = sealPlace(column, row);
  if (column.wasClear && !sealedParts(sealed)) return keyring.seal(sealed, place);
  try {
    return keyring.seal(keyring.open(sealed), place);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new KeyringError(`${column.table}.${column.column} (${place.rowId}): ${reason}`, { cause });
  }
}

/** Only where the value is still the one that was read. */
async function written(tx: Transaction, column: SealedColumn, changes: readonly Found[]): Promise<number> {
  if (changes.length === 0) return 0;
  const table = identifier(column.table);
  const value = identifier(column.column);
  const match = column.keys.map((key) => sql`t.${identifier(key)} = r.${identifier(key)}`);
  const types = [...column.keys, 'sealed', 'fresh'].map((name) => sql`${identifier(name)} text`);
  const [count] = await tx.query<{ n: number }>(sql`
    with done as (
      update ${table} as t set ${value} = r.fresh
        from json_to_recordset(${JSON.stringify(changes)}::json) as r (${join(types)})
       where ${join(match, ' and ')} and t.${value} = r.sealed
      returning 1
    )
    select count(*)::int as n from done`);
  return count?.n ?? 0;
}

/** Rows as they were before an import changed them hold sealed values too: an undo must still be able to read them. */
async function resealRemembered(resealing: Resealing): Promise<number> {
  let resealed = 0;
  for (const entity of entities) {
    for (const column of entityTables[entity].sealedColumns) {
      resealed += await resealRememberedColumn(resealing, { entity, column });
    }
  }
  return resealed;
}

async function resealRememberedColumn(
  resealing: Resealing,
  { entity, column }: Readonly<{ entity: string; column: string }>,
): Promise<number> {
  const { keyring, workspaceId } = resealing;
  return inBatches(resealing, async (tx, after) => {
    const value = sql`(before ->> ${column}::text)`;
    const later = after ? sql`(batch_id, row_id) > (${after.batch_id ?? ''}, ${after.row_id ?? ''})` : sql`true`;
    const found = await tx.query<Found>(sql`
      select batch_id, row_id, ${value} as sealed from import_before
       where workspace_id = ${workspaceId} and entity = ${entity} and ${later}
         and ${carriesOther(value, keyring.activeId(workspaceId))}
       order by batch_id, row_id limit ${batchRows}`);
    const changes = found.map((row) => {
      const place = { workspaceId, entity, column, rowId: row.row_id ?? '' };
      return { ...row, fresh: keyring.seal(keyring.open(row.sealed ?? ''), place) };
    });
    return { last: found.at(-1), written: await writtenRemembered(tx, { workspaceId, entity, column, changes }) };
  });
}

type Remembered = Readonly<{ workspaceId: string; entity: string; column: string; changes: readonly Found[] }>;

async function writtenRemembered(
  tx: Transaction,
  { workspaceId, entity, column, changes }: Remembered,
): Promise<number> {
  if (changes.length === 0) return 0;
  const [count] = await tx.query<{ n: number }>(sql`
    with done as (
      update import_before as t set before = jsonb_set(t.before, array[${column}::text], to_jsonb(r.fresh))
        from json_to_recordset(${JSON.stringify(changes)}::json) as r (batch_id text, row_id text, sealed text, fresh text)
       where t.workspace_id = ${workspaceId} and t.entity = ${entity} and t.batch_id = r.batch_id and t.row_id = r.row_id
         and t.before ->> ${column}::text = r.sealed
      returning 1
    )
    select count(*)::int as n from done`);
  return count?.n ?? 0;
}
