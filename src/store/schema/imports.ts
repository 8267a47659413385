import { boolean, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { changedIn, id, sealed, workspaceId } from '../columns.ts';

/** One import: what was read, how it was mapped, what came of it. `state`: running, done, failed, cancelled, undone. */
export const importBatch = pgTable(
  'import_batch',
  {
    workspaceId: workspaceId(),
    id: id(),
    state: text('state').notNull(),
    files: jsonb('files').notNull(),
    mapping: jsonb('mapping').notNull(),
    /** Counts only: what quotes a customer's words is in `words`. */
    report: jsonb('report').notNull().default({}),
    /** Rejected rows and notes of the report, as JSON: they quote the files. */
    words: sealed('words'),
    startedBy: text('started_by'),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull().defaultNow(),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);

/** The row as it was before an import changed it, so that the import can be undone. */
export const importBefore = pgTable(
  'import_before',
  {
    workspaceId: workspaceId(),
    batchId: id('batch_id'),
    entity: text('entity').notNull(),
    rowId: id('row_id'),
    before: jsonb('before').notNull(),
    /** The import removed the row. */
    isRemoved: boolean('is_removed').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.batchId, table.entity, table.rowId] })],
);

/** Transactions in which an import wrote: a row of it with another `changed_in` was touched by someone later. */
export const importWrite = pgTable(
  'import_write',
  { workspaceId: workspaceId(), batchId: id('batch_id'), changedIn: changedIn() },
  (table) => [primaryKey({ columns: [table.workspaceId, table.batchId, table.changedIn] })],
);

/** A mapping someone accepted, remembered by the fingerprint of the file's header. */
export const importMapping = pgTable(
  'import_mapping',
  {
    workspaceId: workspaceId(),
    fingerprint: text('fingerprint').notNull(),
    mapping: jsonb('mapping').notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.fingerprint] })],
);
