import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, sealed, workspaceId } from '../columns.ts';

/** A key that seals a workspace's words ('' : the installation's), itself wrapped under the master key. */
export const dataKey = pgTable(
  'data_key',
  {
    workspaceId: workspaceId(),
    /** Derived from the key; every value it sealed carries it. */
    id: id(),
    /** `w1.<id of the master key>.<iv>.<ciphertext and tag>`, AES-256-GCM. */
    wrapped: text('wrapped').notNull(),
    /** `active` seals and opens, `retired` only opens. */
    state: text('state').notNull().default('active'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    retiredAt: timestamp('retired_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('data_key_active').on(table.workspaceId).where(sql`state = 'active'`),
  ],
);

/** A change of keys: unfinished until no value carries another key than the active one. */
export const keyRotation = pgTable(
  'key_rotation',
  {
    workspaceId: workspaceId(),
    id: id(),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull().defaultNow(),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
    /** Values sealed anew so far. */
    resealed: bigint('resealed', { mode: 'number' }).notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('key_rotation_running').on(table.workspaceId).where(sql`finished_at is null`),
  ],
);

/** A random secret of the installation, such as the one that session cookies are signed with. */
export const installationSecret = pgTable('installation_secret', {
  name: text('name').primaryKey(),
  value: sealed('value').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});

/** A backup that was made or verified, or failed to be. */
export const backupRun = pgTable(
  'backup_run',
  {
    id: id().primaryKey(),
    /** `backup` or `verify`. */
    kind: text('kind').notNull(),
    /** `schedule`, `person` or `command`. */
    startedBy: text('started_by').notNull(),
    /** `running`, `done` or `failed`. */
    state: text('state').notNull(),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
    /** Where the file is. */
    file: text('file').notNull(),
    bytes: bigint('bytes', { mode: 'number' }),
    tables: integer('tables'),
    rows: bigint('rows', { mode: 'number' }),
    /** `passphrase` or `recipient`. */
    lock: text('lock').notNull(),
    /** Why it failed, in words for the operator. */
    fault: text('fault'),
  },
  (table) => [index('backup_run_started').on(table.kind, table.startedAt)],
);
