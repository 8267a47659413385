import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { render, type Sql, sql } from '#shared/sql.ts';
import { changeListener } from './change-listener.ts';
import { migrationsFolder, refuseNewerStore } from './migrate.ts';
import { withRetry } from './retry.ts';
import { withLiterals } from './sql-literal.ts';
import type { Snapshot, Store, StoreDatabase, StoreOptions, Transaction } from './store.ts';
import { schema } from './store-schema.ts';
import { TransactionGuard } from './transaction-guard.ts';
import { bindable, parsers } from './value-parsers.ts';

type Client = Pick<pg.PoolClient, 'query'>;

/** Any number that only this program uses: nodes that start together migrate one after the other. */
const migrationLock = 7_202_611;
const oldestServer = 150_000;

/** The store on a PostgreSQL server, through a pool of connections. */
export async function openPostgres(url: string, options: StoreOptions): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, application_name: 'salesboard' });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const store = postgresStore(pool, url);
  try {
    await refuseOldServer(store);
    if (options.migrate !== false) await migrateAlone(pool);
    if (options.migrate !== false) await refuseNewerStore(store);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

function postgresStore(pool: pg.Pool, url: string): Store {
  const guard = new TransactionGuard();
  const listener = changeListener(url);
  const top = transactionOn(pool);
  const inTransaction = <T>(begin: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> =>
    transaction(guard.checked(pool), begin, (client) => guard.inside(() => work(client)));
  return {
    kind: 'postgres',
    query: (statement) => guard.checked(top).query(statement),
    db: top.db,
    transaction: (work, settings = {}) =>
      withRetry(() =>
        inTransaction(`begin isolation level ${settings.isolation ?? 'read committed'}`, (client) =>
          work(transactionOn(client)),
        ),
      ),
    snapshot: (work) =>
      inTransaction('begin isolation level repeatable read, read only', (client) => work(snapshotOn(client))),
    copyOut: (statement) => copyFromPool(pool, statement),
    onChange: (told) => listener.add((workspaceId) => guard.outside(() => told(workspaceId))),
    close: async () => {
      await listener.close();
      if (!pool.ended) await pool.end();
    },
  };
}

async function transaction<T>(pool: pg.Pool, begin: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((cause: Error) => {
      broken = cause;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

function transactionOn(client: Client): Transaction {
  return {
    query: async <T>(statement: Sql) => {
      const { text, values } = render(statement);
      const result = await client.query({ text, values: values.map(bindable), types: { getTypeParser } });
      // A row is what the statement selects; only the caller knows.
      return result.rows as T[];
    },
    // Drizzle only calls `query` on the client, which the pool and its connections have; results differ only in raw `execute`.
    db: drizzle({ client: client as pg.Pool, schema }) as unknown as StoreDatabase,
  };
}

function snapshotOn(client: pg.PoolClient): Snapshot {
  return { ...transactionOn(client), copyOut: (statement) => copyOut(client, statement) };
}

function copyOut(client: pg.PoolClient, statement: Sql): AsyncIterable<Uint8Array> {
  return client.query(copyTo(`copy (${withLiterals(statement)}) to stdout`));
}

async function* copyFromPool(pool: pg.Pool, statement: Sql): AsyncIterable<Uint8Array> {
  const client = await pool.connect();
  try {
    yield* copyOut(client, statement);
  } finally {
    client.release();
  }
}

function getTypeParser(id: number, format?: 'text' | 'binary'): (value: string) => unknown {
  return parsers[id] ?? pg.types.getTypeParser(id, format === 'binary' ? 'text' : format);
}

async function migrateAlone(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await migrate(drizzle({ client }), { migrationsFolder });
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]);
    client.release();
  }
}

async function refuseOldServer(tx: Transaction): Promise<void> {
  const [server] = await tx.query<{ version: number; shown: string }>(
    sql`select current_setting('server_version_num')::int as version, current_setting('server_version') as shown`,
  );
  if ((server?.version ?? 0) < oldestServer) {
    throw new Error(`PostgreSQL ${server?.shown} is too old: Salesboard needs version 15 or newer`);
  }
}
