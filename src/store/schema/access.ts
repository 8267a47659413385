import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, workspaceId } from '../columns.ts';

/** Who may enter a workspace, as what, and whose data they see. */
export const member = pgTable(
  'member',
  {
    workspaceId: workspaceId(),
    userId: id('user_id'),
    /** admin, executive, manager, rep, finance or viewer. */
    role: text('role').notNull(),
    /** self, self_and_reports, team, team_and_below or all. */
    dataScope: text('data_scope').notNull(),
    personId: text('person_id'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.userId] })],
);

/** A key for programs; only its SHA-256 is kept. */
export const apiKey = pgTable(
  'api_key',
  {
    workspaceId: workspaceId(),
    id: id(),
    hash: text('hash').notNull(),
    name: text('name').notNull(),
    role: text('role').notNull(),
    dataScope: text('data_scope').notNull(),
    personId: text('person_id'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('api_key_hash').on(table.workspaceId, table.hash),
    index('api_key_by_hash').on(table.hash),
  ],
);

/** The answer once given to a write with an `Idempotency-Key`. */
export const idempotency = pgTable(
  'idempotency',
  {
    workspaceId: workspaceId(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    status: integer('status').notNull(),
    response: jsonb('response').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.key] })],
);

/** Somebody who was asked to join, by a link that works once; only the SHA-256 of its secret is kept. */
export const invitation = pgTable(
  'invitation',
  {
    workspaceId: workspaceId(),
    id: id(),
    hash: text('hash').notNull(),
    /** Lower case. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role').notNull(),
    dataScope: text('data_scope').notNull(),
    personId: text('person_id'),
    invitedBy: text('invited_by').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    acceptedAt: timestamp('accepted_at', { withTimezone: true }),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] }), index('invitation_by_hash').on(table.hash)],
);
