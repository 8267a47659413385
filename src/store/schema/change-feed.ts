import { bigint, index, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { changedIn, id, workspaceId } from '../columns.ts';

/** Which entity a transaction touched: one row per statement, written by triggers. */
export const change = pgTable(
  'change',
  {
    workspaceId: workspaceId(),
    position: bigint('position', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    entity: text('entity').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    changedIn: changedIn(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.position] }),
    index('change_changed').on(table.workspaceId, table.changedIn),
  ],
);

/** Rows that are gone, for the feed. */
export const deletion = pgTable(
  'deletion',
  {
    workspaceId: workspaceId(),
    position: bigint('position', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    entity: text('entity').notNull(),
    rowId: id('row_id'),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    changedIn: changedIn(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.position] }),
    index('deletion_changed').on(table.workspaceId, table.changedIn),
  ],
);

/** How far the feed was pruned: a reader whose position is older must rebuild. */
export const feedHorizon = pgTable('feed_horizon', {
  workspaceId: workspaceId().primaryKey(),
  changedIn: changedIn(),
});
