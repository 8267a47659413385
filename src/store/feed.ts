import { identifier, raw, type Sql, sql } from '#shared/sql.ts';
import type { FollowedTable } from './entities.ts';
import type { Snapshot, Store, Transaction } from './store.ts';

/** How far a reader has read: the text of a `pg_snapshot`, which says exactly which transactions it has seen. */
export type Position = string & { readonly __brand: 'Position' };

/** A consistent look at the store that knows its own position. */
export type Reader = Snapshot & Readonly<{ position: Position }>;

/** What happened between two positions. Rows are as stored (sealed columns sealed); a calendar day's id is the day. */
export type Changes = Readonly<{
  position: Position;
  changed: ReadonlyMap<FollowedTable, readonly Readonly<Record<string, unknown>>[]>;
  deleted: ReadonlyMap<FollowedTable, readonly string[]>;
}>;

/** A workspace and how far it was read. */
export type Since = Readonly<{ workspaceId: string; since: Position }>;

/** The feed no longer reaches back to the reader's position: it must read everything anew. */
export class FeedPruned extends Error {
  constructor(position: Position) {
    super(`the change feed no longer reaches back to ${position}`);
    this.name = 'FeedPruned';
  }
}

/** Reads many tables as of one moment, which is the reader's position. */
export async function readSnapshot<T>(store: Store, work: (reader: Reader) => Promise<T>): Promise<T> {
  return store.snapshot(async (snapshot) => work({ ...snapshot, position: await positionOf(snapshot) }));
}

/** The store's position now. */
export async function currentPosition(store: Store): Promise<Position> {
  return readSnapshot(store, async (reader) => reader.position);
}

/**
 * Rows written and deleted since the position, complete: a transaction that began before it and committed after it is in. Throws
 * `FeedPruned` when the reader was away too long. For very many rows use `readSnapshot` with `changedTables` and `copyOut`.
 */
export async function changesSince(store: Store, workspaceId: string, since: Position): Promise<Changes> {
  return readSnapshot(store, async (reader) => {
    const changed = new Map<FollowedTable, readonly Readonly<Record<string, unknown>>[]>();
    const deleted = new Map<FollowedTable, readonly string[]>();
    for (const table of await changedTables(reader, { workspaceId, since })) {
      const rows = await reader.query(sql`
        select * from ${identifier(table)} where workspace_id = ${workspaceId} and ${isSince(since)}`);
      if (rows.length > 0) changed.set(table, rows);
      const ids = await deletedIds(reader, { workspaceId, since, table });
      if (ids.length > 0) deleted.set(table, ids);
    }
    return { position: reader.position, changed, deleted };
  });
}

/** Tables with rows written or deleted since the position. Throws `FeedPruned` when the reader was away too long. */
export async function changedTables(reader: Reader, { workspaceId, since }: Since): Promise<readonly FollowedTable[]> {
  const [pruned] = await reader.query(sql`
    select 1 from feed_horizon
    where workspace_id = ${workspaceId} and changed_in >= pg_snapshot_xmin(${since}::pg_snapshot)`);
  if (pruned) throw new FeedPruned(since);
  const rows = await reader.query<{ entity: FollowedTable }>(sql`
    select distinct entity from change where workspace_id = ${workspaceId} and ${isSince(since)}`);
  return rows.map((row) => row.entity);
}

/** Condition on a followed table's row: written after the position. Splice it into the `where` of a `copyOut` or `query`. */
export function isSince(since: Position): Sql {
  return sql`changed_in >= pg_snapshot_xmin(${since}::pg_snapshot)
    and not pg_visible_in_snapshot(changed_in, ${since}::pg_snapshot)
    and pg_visible_in_snapshot(changed_in, pg_current_snapshot())`;
}

/** Ids of rows deleted since the position and not written again. */
export async function deletedIds(
  reader: Reader,
  of: Since & Readonly<{ table: FollowedTable }>,
): Promise<readonly string[]> {
  const key = raw(of.table === 'calendar_day' ? 'present.day::text' : 'present.id');
  const rows = await reader.query<{ row_id: string }>(sql`
    select distinct row_id from deletion
    where workspace_id = ${of.workspaceId} and entity = ${of.table} and ${isSince(of.since)}
      and not exists (
        select 1 from ${identifier(of.table)} as present
        where present.workspace_id = ${of.workspaceId} and ${key} = row_id)`);
  return rows.map((row) => row.row_id);
}

/** Forgets what is older than so many days; readers that are further behind will be told to read everything anew. */
export async function pruneFeed(store: Store, olderThanDays: number): Promise<void> {
  await store.transaction(async (tx) => {
    const isOld = sql`at < now() - make_interval(days => ${olderThanDays}::int)`;
    await tx.query(sql`
      with pruned as (
        delete from change where ${isOld} returning workspace_id, changed_in
      ), also as (
        delete from deletion where ${isOld} returning workspace_id, changed_in
      )
      insert into feed_horizon (workspace_id, changed_in)
      select workspace_id, max(changed_in)
      from (select * from pruned union all select * from also) as gone
      group by workspace_id
      on conflict (workspace_id) do update set changed_in = greatest(feed_horizon.changed_in, excluded.changed_in)`);
  });
}

async function positionOf(tx: Transaction): Promise<Position> {
  const [row] = await tx.query<{ position: Position }>(sql`select pg_current_snapshot()::text as position`);
  if (!row) throw new Error('the store does not say its position');
  return row.position;
}
