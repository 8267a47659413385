import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type Transaction as PgliteTransaction } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { render, type Sql } from '#shared/sql.ts';
import { lockFolder } from './folder-lock.ts';
import { migrationsFolder, refuseNewerStore } from './migrate.ts';
import { withRetry } from './retry.ts';
import { withLiterals } from './sql-literal.ts';
import type { Snapshot, Store, StoreDatabase, StoreOptions, Transaction, TransactionOptions } from './store.ts';
import { schema } from './store-schema.ts';
import { TransactionGuard } from './transaction-guard.ts';
import { bindable, parsers } from './value-parsers.ts';

type Client = Pick<PgliteTransaction, 'query' | 'exec'>;

/** The embedded store: PostgreSQL in this process, in `dataDir`/store or in memory. One process at a time may hold a folder. */
export async function openPglite(options: StoreOptions): Promise<Store> {
  const lock = options.dataDir ? await lockFolder(options.dataDir) : null;
  try {
    const pglite = await PGlite.create({
      ...(options.dataDir ? { dataDir: storeFolder(options.dataDir) } : {}),
      ...(options.dump ? { loadDataDir: options.dump } : {}),
      parsers: { ...parsers },
    });
    const store = await pgliteStore(pglite, () => lock?.release());
    if (options.migrate !== false) {
      await migrate(drizzle({ client: pglite }), { migrationsFolder });
      await refuseNewerStore(store);
    }
    return store;
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function storeFolder(dataDir: string): string {
  const folder = join(dataDir, 'store');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

async function pgliteStore(pglite: PGlite, released: () => void): Promise<Store> {
  const guard = new TransactionGuard();
  const listeners = new Set<(workspaceId: string) => void>();
  const tell = (workspaceId: string) => {
    for (const listener of listeners) listener(workspaceId);
  };
  // Told after the statement that triggered it, as a listener will want to query.
  await pglite.listen('salesboard_change', (id) => guard.outside(() => setImmediate(tell, id)));
  const guarded: Client = {
    query: (...call) => guard.checked(pglite).query(...call),
    exec: (...call) => guard.checked(pglite).exec(...call),
  };
  const top = transactionOn(guarded);
  const inTransaction = <T>(begin: string, work: (client: PgliteTransaction) => Promise<T>): Promise<T> =>
    guard.checked(pglite).transaction(async (client) => {
      await client.exec(begin);
      return guard.inside(() => work(client));
    });
  return {
    kind: 'pglite',
    query: top.query,
    db: asStoreDatabase(drizzle({ client: pglite, schema })),
    transaction: (work, settings = {}) =>
      withRetry(() => inTransaction(beginning(settings), (client) => work(transactionOn(client)))),
    snapshot: (work) => inTransaction(readOnly, (client) => work(snapshotOn(client))),
    copyOut: (statement) => copyOut(guarded, statement),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      if (!pglite.closed) await pglite.close();
      released();
    },
  };
}

const readOnly = 'set transaction isolation level repeatable read, read only';

function beginning(settings: TransactionOptions): string {
  return `set transaction isolation level ${settings.isolation ?? 'read committed'}`;
}

function transactionOn(client: Client): Transaction {
  return {
    query: async <T>(statement: Sql) => {
      const { text, values } = render(statement);
      return (await client.query<T>(text, values.map(bindable))).rows;
    },
    // Drizzle only calls `query` on the client, which a PGlite transaction has too.
    db: asStoreDatabase(drizzle({ client: client as PGlite, schema })),
  };
}

function snapshotOn(client: Client): Snapshot {
  return { ...transactionOn(client), copyOut: (statement) => copyOut(client, statement) };
}

function asStoreDatabase(database: unknown): StoreDatabase {
  // The two engines differ only in what a raw `execute` returns, which nobody may rely on.
  return database as StoreDatabase;
}

async function* copyOut(client: Client, statement: Sql): AsyncIterable<Uint8Array> {
  const { blob } = await client.query(`copy (${withLiterals(statement)}) to '/dev/blob'`);
  // One buffer: reading the blob as a stream takes twice as long.
  if (blob) yield new Uint8Array(await blob.arrayBuffer());
}
