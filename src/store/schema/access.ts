import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, sealed, workspaceId } from '../columns.ts';

/** Who may enter a workspace, as what, and whose data they see. */
export const member = pgTable(
  'member',
  {
    workspaceId: workspaceId(),
    userId: id('user_id'),
    /** admin, executive, manager, rep, finance, viewer, or the id of a role that the workspace made. */
    role: text('role').notNull(),
    /** self, self_and_reports, team, team_and_below or all. */
    dataScope: text('data_scope').notNull(),
    personId: text('person_id'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** When they last looked at this workspace, to the hour or so. */
    lastUsedAt: timestamp('last_used_at', { withTimezone: true }),
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
    email: sealed('email').notNull(),
    name: sealed('name').notNull(),
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

/** A role that the workspace made for itself, from the list of permissions. */
export const customRole = pgTable(
  'custom_role',
  {
    workspaceId: workspaceId(),
    id: id(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    /** Names of permissions, a JSON array. */
    permissions: jsonb('permissions').notNull(),
    /** The data scope its new members get unless told otherwise. */
    dataScope: text('data_scope').notNull(),
    version: integer('version').notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);

/** A view that a member lets others see without an account; only the SHA-256 of its secret is kept. */
export const shareLink = pgTable(
  'share_link',
  {
    workspaceId: workspaceId(),
    id: id(),
    hash: text('hash').notNull(),
    /** The member whose scope and permissions the holder looks with. */
    userId: text('user_id').notNull(),
    /** Page and filters; sealed, because filters name customers. */
    path: sealed('path').notNull(),
    note: sealed('note'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
    views: integer('views').notNull().default(0),
    lastViewedAt: timestamp('last_viewed_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] }), index('share_link_by_hash').on(table.hash)],
);
