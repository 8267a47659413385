import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Sql } from '#shared/sql.ts';
import type { StoreSchema } from './store-schema.ts';

export type StoreDatabase = PgDatabase<PgQueryResultHKT, StoreSchema>;

/**
 * What statements are run on. Days come back as `YYYY-MM-DD`, decimals as text, timestamps as ISO instants, bigint as number,
 * jsonb parsed. To bind json, pass its text and cast: `${JSON.stringify(x)}::jsonb`.
 */
export type Transaction = Readonly<{
  query<T = Record<string, unknown>>(statement: Sql): Promise<readonly T[]>;
  /** Drizzle on the same connection. */
  db: StoreDatabase;
}>;

export type TransactionOptions = Readonly<{ isolation?: 'read committed' | 'repeatable read' | 'serializable' }>;

/** One consistent, read-only look at the store. */
export type Snapshot = Transaction & Readonly<{ copyOut(statement: Sql): AsyncIterable<Uint8Array> }>;

/** The system of record: PGlite in a folder or in memory, or a PostgreSQL server. */
export type Store = Transaction &
  Readonly<{
    kind: 'pglite' | 'postgres';
    /**
     * Runs the work in one transaction and commits, or rolls back when it throws. Work is run again after a serialization failure or
     * a deadlock, so it may touch nothing but `tx`. TRAP: inside, use `tx`, never the store.
     */
    transaction<T>(work: (tx: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>;
    /** Read-only, repeatable read: everything inside sees the same moment. */
    snapshot<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T>;
    /** `copy (…) to stdout` in text format. */
    copyOut(statement: Sql): AsyncIterable<Uint8Array>;
    /** Calls back after each commit that touched a workspace's data, wherever it was made; only a wake-up, read the feed. */
    onChange(listener: (workspaceId: string) => void): () => void;
    close(): Promise<void>;
  }>;

export type StoreOptions = Readonly<{
  /** A PostgreSQL server (15 or newer). */
  databaseUrl?: string | undefined;
  /** Folder of the embedded store; without it and without a URL the store lives in memory. */
  dataDir?: string | undefined;
  migrate?: boolean;
  /** Dump of an embedded store to start from (`PGlite.dumpDataDir`), in memory only. */
  dump?: Blob;
}>;
