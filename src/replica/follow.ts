import type { DuckDBConnection } from '@duckdb/node-api';
import { identifier, join, raw, type Sql, sql } from '#shared/sql.ts';
import {
  changedTables,
  deletedIds,
  FeedPruned,
  isSince,
  type Position,
  type Reader,
  readSnapshot,
} from '#store/feed.ts';
import { type Keyring, UnknownKey } from '#store/seal.ts';
import type { Store } from '#store/store.ts';
import { inTransaction } from './database.ts';
import { deriveAll, deriveChanges } from './derive.ts';
import { type RawTable, rawTables } from './raw-tables.ts';
import { bindings } from './statement-values.ts';
import { loadCopyText } from './table-loader.ts';

/** The workspace that a replica follows, and where. */
export type Followed = Readonly<{ store: Store; keyring: Keyring; workspaceId: string }>;

/** Where the replica is after looking for news, whether there was any, and how many rows it wrote. */
export type Step = Readonly<{ position: Position; isNews: boolean; rows: number }>;

/** Fills the tables anew with everything the workspace holds at one moment. */
export function loadAll(connection: DuckDBConnection, followed: Followed): Promise<Step> {
  return withNewKeys(followed.keyring, () => loadAllRows(connection, followed));
}

/** Another node may have begun to seal with a key that is not known here yet: learns it and tries once more. */
async function withNewKeys<T>(keyring: Keyring, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof UnknownKey)) throw cause;
    await keyring.refresh();
    return work();
  }
}

async function loadAllRows(connection: DuckDBConnection, { store, keyring, workspaceId }: Followed): Promise<Step> {
  const step = await readSnapshot(store, async (reader) => {
    let rows = 0;
    for (const table of rawTables) {
      await connection.run(`delete from raw_${table.entity}`);
      const text = rowsOf(reader, { workspaceId, table, only: raw('') });
      const load = { into: `raw_${table.entity}`, columns: table.columns, text, open: keyring.open };
      rows += await loadCopyText(connection, load);
    }
    return { position: reader.position, isNews: true, rows };
  });
  await connection.run(deriveAll);
  return step;
}

/**
 * Brings the tables to the present, in one transaction: readers see all of it or nothing. When the step fails nothing has
 * changed, and the next one starts from `since` again.
 */
export function loadChanges(connection: DuckDBConnection, followed: Followed, since: Position): Promise<Step> {
  return withNewKeys(followed.keyring, () => loadNews(connection, followed, since));
}

async function loadNews(connection: DuckDBConnection, followed: Followed, since: Position): Promise<Step> {
  const news = await newsSince(followed, since);
  if (!news.isNews) return news;
  let step: Step = news;
  await inTransaction(connection, async () => {
    try {
      step = await applyChanges(connection, followed, since);
    } catch (cause) {
      if (!(cause instanceof FeedPruned)) throw cause;
      step = await loadAllRows(connection, followed);
    }
  });
  return step;
}

/** One small statement, so that a question costs little when nothing was written. */
async function newsSince({ store, workspaceId }: Followed, since: Position): Promise<Step> {
  const [row] = await store.query<Omit<Step, 'rows'>>(sql`
    select pg_current_snapshot()::text as position,
           exists (select from change where workspace_id = ${workspaceId} and ${isSince(since)})
             or exists (select from feed_horizon
                        where workspace_id = ${workspaceId} and changed_in >= pg_snapshot_xmin(${since}::pg_snapshot)) as "isNews"`);
  return { ...(row ?? { position: since, isNews: true }), rows: 0 };
}

async function applyChanges(connection: DuckDBConnection, followed: Followed, since: Position): Promise<Step> {
  const { position, tables, rows } = await readSnapshot(followed.store, async (reader) => ({
    position: reader.position,
    ...(await stageChanges(connection, { ...followed, reader, since })),
  }));
  await connection.run(deriveChanges(tables));
  return { position, isNews: true, rows };
}

type Staging = Followed & Readonly<{ reader: Reader; since: Position }>;

/** Puts written rows into the step tables, and the keys of deleted ones into `step_change`. */
async function stageChanges(
  connection: DuckDBConnection,
  staging: Staging,
): Promise<{ tables: readonly RawTable[]; rows: number }> {
  const { reader, workspaceId, since, keyring } = staging;
  const changed = await changedTables(reader, { workspaceId, since });
  const tables = rawTables.filter((table) => changed.includes(table.entity));
  let rows = 0;
  for (const table of tables) {
    const { entity, columns } = table;
    const text = rowsOf(reader, { workspaceId, table, only: sql`and ${isSince(since)}` });
    rows += await loadCopyText(connection, { into: `step_${entity}`, columns, text, open: keyring.open });
    const deleted = await deletedIds(reader, { workspaceId, since, table: entity });
    if (deleted.length > 0) await noteDeleted(connection, entity, deleted);
  }
  return { tables, rows };
}

async function noteDeleted(connection: DuckDBConnection, entity: string, ids: readonly string[]): Promise<void> {
  const { values, types } = bindings([entity, ids]);
  await connection.run('insert into step_change select $1, unnest($2)', values, types);
}

type RowsOf = Readonly<{ workspaceId: string; table: RawTable; only: Sql }>;

function rowsOf(reader: Reader, { workspaceId, table, only }: RowsOf): AsyncIterable<Uint8Array> {
  return reader.copyOut(sql`
    select ${join(table.columns.map((column) => identifier(column.name)))}
    from ${identifier(table.entity)} where workspace_id = ${workspaceId} ${only}`);
}
