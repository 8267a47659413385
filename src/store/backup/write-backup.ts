import { createWriteStream } from 'node:fs';
import { link, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Instant } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import type { Snapshot, Store } from '../store.ts';
import { type BackupHead, type BackupTable, endOfRows, type TableSums } from './backup-format.ts';
import { type BackupLock, locked } from './backup-lock.ts';
import { backupSettings, backupTables, RowSum, rowsInOrder } from './backup-tables.ts';

export type BackupOptions = Readonly<{
  store: Store;
  /** The installation's master keys, the one that seals first. */
  keys: readonly Uint8Array[];
  lock: BackupLock;
  /** Where it is written; must not exist yet. */
  file: string;
  now: Instant;
  signal?: AbortSignal | undefined;
  /** Told after each table. */
  onTable?: OnTable | undefined;
}>;

/** How many of the tables are done. */
type OnTable = (done: number, tables: number) => void;

/** What a backup holds, and how large its file is. */
export type WrittenBackup = Readonly<{ tables: TableSums; bytes: number }>;

/**
 * Writes everything the store holds as of one moment into one encrypted file, while others go on writing. The file appears whole
 * or not at all.
 */
export async function writeBackup({
  store,
  keys,
  lock,
  file,
  now,
  signal,
  onTable,
}: BackupOptions): Promise<WrittenBackup> {
  const tables: Record<string, TableSums[string]> = {};
  const part = `${file}.${process.pid}.part`;
  try {
    await store.snapshot(async (snapshot) => {
      const plain = Readable.from(content(snapshot, { keys, now, tables, onTable }));
      const cipher = await locked(plain.pipe(createGzip()), lock);
      plain.on('error', (error) => cipher.destroy(error));
      await pipeline(cipher, createWriteStream(part, { mode: 0o600, flags: 'wx', flush: true }), { signal });
    });
    // Not `rename`, which would replace a backup of the same name.
    await link(part, file);
    return { tables, bytes: (await stat(file)).size };
  } finally {
    await rm(part, { force: true });
  }
}

type Content = Readonly<{
  keys: readonly Uint8Array[];
  now: Instant;
  /** Filled as the tables pass. */
  tables: Record<string, TableSums[string]>;
  onTable: OnTable | undefined;
}>;

async function* content(snapshot: Snapshot, { keys, now, tables, onTable }: Content): AsyncGenerator<Uint8Array> {
  for (const setting of backupSettings) await snapshot.query(setting);
  const head: BackupHead = {
    salesboard: 'backup',
    version: 1,
    madeAt: now,
    migrations: [...(await appliedMigrations(snapshot))],
    keys: keys.map((key) => Buffer.from(key).toString('base64')),
  };
  yield line(head);
  const all = await backupTables(snapshot);
  for (const [index, table] of all.entries()) {
    yield line(table);
    yield* rowsOf(snapshot, table, tables);
    yield Buffer.from(`${endOfRows}\n`);
    onTable?.(index + 1, all.length);
  }
  yield line({ end: true, tables });
}

async function* rowsOf(snapshot: Snapshot, table: BackupTable, tables: Content['tables']): AsyncGenerator<Uint8Array> {
  const sum = new RowSum();
  for await (const bytes of snapshot.copyOut(await rowsInOrder(snapshot, table))) {
    sum.add(bytes);
    yield bytes;
  }
  tables[table.table] = sum.result();
}

/** The migrations that made the store what it is, oldest first. */
function appliedMigrations(snapshot: Snapshot) {
  return snapshot.query<{ hash: string; at: number }>(
    sql`select hash, created_at as at from drizzle.__drizzle_migrations order by created_at`,
  );
}

function line(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}
