import { identifier, sql } from '#shared/sql.ts';
import { type AuditActor, audited } from '../audit.ts';
import { auditedEverywhere } from '../audit-everywhere.ts';
import { entities, entityTables } from '../entities.ts';
import { LostRace } from '../retry.ts';
import { newRowId } from '../row-id.ts';
import { sealedColumns } from '../sealed-columns.ts';
import type { Store, Transaction } from '../store.ts';
import type { DataKeyring } from './data-keyring.ts';
import { makeDataKey } from './data-keys.ts';
import { resealAll } from './reseal.ts';

type Parts = Readonly<{ store: Store; keyring: DataKeyring }>;

/** A change of keys that is under way; `workspaceId` '' : the installation's own. */
export type Rotation = Readonly<{ workspaceId: string; id: string }>;

/**
 * Gives a workspace a new data key, which seals from now on; the one before only opens. A rotation that was not finished goes on
 * instead of a further one. Run `continueRotation` afterwards.
 */
export async function beginRotation({ store, keyring }: Parts, workspaceId: string): Promise<Rotation> {
  const [master] = keyring.masters();
  if (!master) throw new Error('there is no master key');
  const rotation = await store.transaction(async (tx) => {
    const [running] = await tx.query<Rotation>(sql`
      select workspace_id as "workspaceId", id from key_rotation
       where workspace_id = ${workspaceId} and finished_at is null for update`);
    if (running) return running;
    const id = newRowId();
    const [mine] = await tx.query(sql`
      insert into key_rotation (workspace_id, id) values (${workspaceId}, ${id}) on conflict do nothing returning id`);
    if (!mine) throw new LostRace('somebody else began a rotation in the same moment');
    await tx.query(sql`
      update data_key set state = 'retired', retired_at = now() where workspace_id = ${workspaceId} and state = 'active'`);
    await makeDataKey(tx, workspaceId, master);
    return { workspaceId, id };
  });
  await keyring.refresh();
  return rotation;
}

/** Rotations that are not finished, because the program was stopped in the middle or another node may have written meanwhile. */
export function unfinishedRotations(tx: Pick<Transaction, 'query'>): Promise<readonly Rotation[]> {
  return tx.query<Rotation>(sql`
    select workspace_id as "workspaceId", id from key_rotation where finished_at is null order by started_at, workspace_id`);
}

export type Continuing = Parts &
  Readonly<{
    actor: Omit<AuditActor, 'workspaceId'>;
    /** Told after each batch how many values it sealed anew. */
    onProgress?: (resealed: number) => void;
    signal?: AbortSignal | undefined;
  }>;

/**
 * Seals everything under the active key, until nothing carries another one. It may be stopped at any moment and run again. Returns
 * how many values were sealed anew.
 */
export async function continueRotation(parts: Continuing, { workspaceId, id }: Rotation): Promise<number> {
  const { store, keyring, actor, onProgress, signal } = parts;
  const onBatch = async (tx: Transaction, resealed: number) => {
    await tx.query(sql`
      update key_rotation set resealed = resealed + ${resealed} where workspace_id = ${workspaceId} and id = ${id}`);
    onProgress?.(resealed);
  };
  let total = 0;
  for (;;) {
    const resealed = await resealAll({ store, keyring, workspaceId, onBatch, signal });
    total += resealed;
    if (resealed === 0) break;
  }
  await store.transaction(async (tx) => {
    const [finished] = await tx.query<{ resealed: number }>(sql`
      update key_rotation set finished_at = now()
       where workspace_id = ${workspaceId} and id = ${id} and finished_at is null returning resealed`);
    if (!finished) return;
    const details = { key: keyring.activeId(workspaceId), values: finished.resealed };
    const note = { ...actor, action: 'keys_rotated' as const, details };
    if (workspaceId === '') await auditedEverywhere(tx, note);
    else await audited(tx, { ...note, workspaceId });
  });
  return total;
}

/**
 * Removes retired keys that nothing carries. `restMs`: how long a key must have been retired, so that transactions and nodes that
 * still knew it as the active one have ended; what they sealed with it is sealed anew first. Returns the ids of the removed.
 */
export async function removeRetiredKeys(parts: Continuing, restMs: number): Promise<readonly string[]> {
  const { store, keyring } = parts;
  const isOld = sql`state = 'retired' and retired_at < now() - make_interval(secs => ${restMs / 1000}::float8)`;
  const isRested = store.kind === 'pglite' ? isOld : sql`${isOld} and ${everyTransactionIsYounger}`;
  const retired = await store.query<{ workspaceId: string }>(
    sql`select distinct workspace_id as "workspaceId" from data_key where ${isRested}`,
  );
  for (const { workspaceId } of retired) {
    await resealAll({ store, keyring, workspaceId, onBatch: async () => undefined, signal: parts.signal });
  }
  if (retired.length === 0) return [];
  return store.transaction(async (tx) => {
    const keys = await tx.query<{ id: string }>(sql`select id from data_key where ${isRested} for update`);
    if (keys.length === 0) return [];
    const carried = await carriedKeys(tx);
    const loose = keys.map(({ id }) => id).filter((id) => !carried.has(`v2.${id}`));
    await tx.query(sql`delete from data_key where state = 'retired' and id = any(${loose}::text[])`);
    return loose;
  });
}

/** Whoever began before the key was retired may still write what it sealed. */
const everyTransactionIsYounger = sql`not exists (
  select from pg_stat_activity where datname = current_database() and xact_start < retired_at)`;

/** How many values carry each key, by `v1.<id of a master key>` and `v2.<id of a data key>`; `clear` counts those that are not sealed. */
export async function carriedKeys(tx: Pick<Transaction, 'query'>): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const add = (rows: readonly { key: string; n: number }[]) => {
    for (const { key, n } of rows) counts.set(key, (counts.get(key) ?? 0) + n);
  };
  for (const { table, column } of sealedColumns) {
    const value = identifier(column);
    add(
      await tx.query(sql`
        select ${keyIn(value)} as key, count(*)::int as n from ${identifier(table)} where ${value} is not null group by 1`),
    );
  }
  for (const entity of entities) {
    for (const column of entityTables[entity].sealedColumns) {
      const value = sql`(before ->> ${column}::text)`;
      add(
        await tx.query(sql`
          select key, count(*)::int as n
            from (select ${keyIn(value)} as key from import_before where entity = ${entity} and ${value} is not null) as each
           group by key`),
      );
    }
  }
  return counts;
}

function keyIn(value: ReturnType<typeof sql>) {
  return sql`coalesce(substring(${value} from '^(v[12][.][A-Za-z0-9_-]+)[.]'), 'clear')`;
}
