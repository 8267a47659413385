import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { render, sql } from '#shared/sql.ts';
import { lockFolder } from '../folder-lock.ts';
import { withLiterals } from '../sql-literal.ts';
import { bindable, parsers } from '../value-parsers.ts';
import { BackupError } from './backup-format.ts';
import type { BackupOpener } from './backup-lock.ts';
import { type EmptyStore, type LoadedBackup, loadBackup } from './load-backup.ts';
import { readBackup } from './read-backup.ts';

export type BackupFile = Readonly<{ file: string; opener: BackupOpener }>;

/** Restores into a store of its own that is thrown away: proves that the backup restores. Throws `BackupError` when it does not. */
export async function verifyBackup(
  { file, opener }: BackupFile,
  onTable?: (done: number) => void,
): Promise<LoadedBackup> {
  const pglite = await PGlite.create({ parsers: { ...parsers } });
  try {
    return await pglite.transaction((tx) => loadBackup(embedded(tx), readBackup(file, opener), onTable));
  } finally {
    await pglite.close();
  }
}

/**
 * Restores into the embedded store of a data folder. What is there is put aside as `store.before-…`, never deleted; it is refused
 * unless `overwrite` says so. Nothing changes when the backup does not restore.
 */
export async function restoreFolder(
  backup: BackupFile,
  { dataDir, overwrite }: Readonly<{ dataDir: string; overwrite: boolean }>,
): Promise<LoadedBackup & Readonly<{ putAside: string | null }>> {
  const lock = await lockFolder(dataDir);
  const scratch = join(dataDir, `store.restoring-${randomUUID().slice(0, 8)}`);
  try {
    const isEmpty = !(await holdsData(join(dataDir, 'store')));
    if (!isEmpty && !overwrite) throw notEmpty(dataDir);
    mkdirSync(scratch, { recursive: true, mode: 0o700 });
    const loaded = await intoFolder(backup, scratch);
    const putAside = await changePlaces(dataDir, scratch);
    return { ...loaded, putAside };
  } finally {
    await rm(scratch, { recursive: true, force: true });
    lock.release();
  }
}

async function intoFolder({ file, opener }: BackupFile, folder: string): Promise<LoadedBackup> {
  const pglite = await PGlite.create({ dataDir: folder, parsers: { ...parsers } });
  try {
    return await pglite.transaction((tx) => loadBackup(embedded(tx), readBackup(file, opener)));
  } finally {
    await pglite.close();
  }
}

async function holdsData(folder: string): Promise<boolean> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pglite = await PGlite.create({ dataDir: folder });
  try {
    const { rows } = await pglite.query<{ found: string | null }>(
      `select to_regclass('public.workspace')::text as found`,
    );
    if (!rows[0]?.found) return false;
    return (await pglite.query('select 1 from workspace limit 1')).rows.length > 0;
  } finally {
    await pglite.close();
  }
}

async function changePlaces(dataDir: string, scratch: string): Promise<string | null> {
  const store = join(dataDir, 'store');
  const aside = join(dataDir, `store.before-${randomUUID().slice(0, 8)}`);
  await rename(store, aside);
  await rename(scratch, store);
  return aside;
}

/**
 * Restores into a PostgreSQL database, in one transaction. With `overwrite` everything in its schemas `public` and `drizzle` is
 * replaced. Refused while other connections of Salesboard are open: they would go on with numbers that are gone.
 */
export async function restoreServer(
  backup: BackupFile,
  { databaseUrl, overwrite }: Readonly<{ databaseUrl: string; overwrite: boolean }>,
): Promise<LoadedBackup> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'salesboard restore' });
  await client.connect();
  try {
    const store = onServer(client);
    await refuseBusyServer(store);
    await client.query('begin');
    const [has] = await store.query<{ data: boolean }>(sql`select to_regclass('public.workspace') is not null as data`);
    if (has?.data && !overwrite) throw notEmpty('DATABASE_URL');
    await store.exec(`drop schema if exists drizzle cascade; drop schema public cascade; create schema public`);
    const loaded = await loadBackup(store, readBackup(backup.file, backup.opener));
    await client.query('commit');
    return loaded;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function refuseBusyServer(store: EmptyStore): Promise<void> {
  const [busy] = await store.query<{ count: number }>(sql`
    select count(*)::int as count from pg_stat_activity
     where datname = current_database() and application_name = 'salesboard'`);
  if ((busy?.count ?? 0) > 0) {
    throw new BackupError('a Salesboard server is connected to this database: stop every server first, then restore');
  }
}

function notEmpty(where: string): BackupError {
  return new BackupError(`there is data already (${where}); add --overwrite to replace it with the backup`);
}

type Client = Pick<PGlite, 'query' | 'exec'>;

function embedded(client: Client): EmptyStore {
  return {
    query: async <T>(statement: Parameters<EmptyStore['query']>[0]) => {
      const { text, values } = render(statement);
      return (await client.query<T>(text, values.map(bindable))).rows;
    },
    exec: async (statements) => void (await client.exec(statements)),
    copyIn: async (statement, rows) => {
      const parts: Uint8Array<ArrayBuffer>[] = [];
      // as: Node's buffers are never shared memory here.
      for await (const bytes of rows) parts.push(bytes as Uint8Array<ArrayBuffer>);
      const text = withLiterals(statement).replace(/from stdin$/, `from '/dev/blob'`);
      await client.query(text, [], { blob: new Blob(parts) });
    },
    copyOut: async function* (statement) {
      const { blob } = await client.query(`copy (${withLiterals(statement)}) to '/dev/blob'`);
      if (blob) yield new Uint8Array(await blob.arrayBuffer());
    },
  };
}

function onServer(client: pg.Client): EmptyStore {
  return {
    query: async <T>(statement: Parameters<EmptyStore['query']>[0]) => {
      const { text, values } = render(statement);
      return (await client.query(text, values.map(bindable))).rows as T[];
    },
    exec: async (statements) => void (await client.query(statements)),
    copyIn: async (statement, rows) => {
      await pipeline(Readable.from(rows), client.query(copyFrom(withLiterals(statement))));
    },
    copyOut: (statement) => client.query(copyTo(`copy (${withLiterals(statement)}) to stdout`)),
  };
}
