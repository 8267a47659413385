import type { Instant } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { auditedEverywhere } from '../audit-everywhere.ts';
import { newRowId } from '../row-id.ts';
import type { Store, Transaction } from '../store.ts';
import type { TableSums } from './backup-format.ts';

/** A backup that was made or verified, or failed to be. */
export type BackupRun = Readonly<{
  id: string;
  kind: 'backup' | 'verify';
  startedBy: 'schedule' | 'person' | 'command';
  state: 'running' | 'done' | 'failed';
  startedAt: string;
  finishedAt: string | null;
  file: string;
  bytes: number | null;
  tables: number | null;
  rows: number | null;
  lock: 'passphrase' | 'recipient';
  fault: string | null;
}>;

export type BegunRun = Pick<BackupRun, 'kind' | 'startedBy' | 'file' | 'lock'> & Readonly<{ now: Instant }>;

/** Who is named in the audit log. */
export type RunActor = Readonly<{ actor: string; address: string | null }>;

/** Notes that a backup or a verification began; returns its id. */
export async function beginRun(tx: Pick<Transaction, 'query'>, begun: BegunRun): Promise<string> {
  const id = newRowId();
  await tx.query(sql`
    insert into backup_run (id, kind, started_by, state, started_at, file, lock)
    values (${id}, ${begun.kind}, ${begun.startedBy}, 'running', ${begun.now}::timestamptz, ${begun.file}, ${begun.lock})`);
  return id;
}

type Ended = Readonly<{ id: string; now: Instant; by: RunActor }>;

/** Notes what came of it, and says so in the audit log of every workspace. */
export async function finishRun(
  store: Store,
  { id, now, by }: Ended,
  { tables, bytes }: Readonly<{ tables: TableSums; bytes: number }>,
): Promise<void> {
  const rows = rowsIn(tables);
  await store.transaction(async (tx) => {
    const [run] = await tx.query<Pick<BackupRun, 'kind'>>(sql`
      update backup_run set state = 'done', finished_at = ${now}::timestamptz, bytes = ${bytes},
             tables = ${Object.keys(tables).length}, rows = ${rows}
       where id = ${id} returning kind`);
    const action = run?.kind === 'verify' ? 'backup_verified' : 'backup_made';
    await auditedEverywhere(tx, { ...by, action, details: { bytes, rows } });
  });
}

/** Notes why it failed. */
export async function failRun(store: Store, { id, now, by }: Ended, fault: string): Promise<void> {
  await store.transaction(async (tx) => {
    const [run] = await tx.query<Pick<BackupRun, 'kind'>>(sql`
      update backup_run set state = 'failed', finished_at = ${now}::timestamptz, fault = ${fault.slice(0, 500)}
       where id = ${id} returning kind`);
    await auditedEverywhere(tx, { ...by, action: 'backup_failed', details: { kind: run?.kind ?? 'backup' } });
  });
}

/** How many rows a backup holds. */
export function rowsIn(tables: TableSums): number {
  return Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);
}

/** Runs that a killed server left behind; `before`: those that began earlier can no longer be going on. */
export async function interruptRuns(tx: Pick<Transaction, 'query'>, before: Instant): Promise<void> {
  await tx.query(sql`
    update backup_run set state = 'failed', finished_at = started_at, fault = 'interrupted'
     where state = 'running' and started_at < ${before}::timestamptz`);
}

const keptRuns = 200;

/** Forgets runs but the latest. */
export async function pruneRuns(tx: Pick<Transaction, 'query'>): Promise<void> {
  await tx.query(sql`
    delete from backup_run where state <> 'running' and id not in (
      (select id from backup_run order by started_at desc limit ${keptRuns})
      union (select id from backup_run where state = 'done' and kind = 'backup' order by started_at desc limit 1)
      union (select id from backup_run where state = 'done' and kind = 'verify' order by started_at desc limit 1))`);
}

/** The latest runs, newest first; of one kind and state when asked. */
export function latestRuns(
  tx: Pick<Transaction, 'query'>,
  { limit, kind = null, state = null }: Readonly<{ limit: number; kind?: string | null; state?: string | null }>,
): Promise<readonly BackupRun[]> {
  return tx.query<BackupRun>(sql`
    select id, kind, started_by as "startedBy", state, started_at as "startedAt", finished_at as "finishedAt", file, bytes,
           tables, rows, lock, fault
      from backup_run
     where (${kind}::text is null or kind = ${kind}) and (${state}::text is null or state = ${state})
     order by started_at desc, id limit ${limit}`);
}
