import { bigint, index, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { id, localDay, workspaceId } from '../columns.ts';

/** A model fitted on the workspace's data: its parameters, and how it did on what it had not seen. */
export const fittedModel = pgTable(
  'fitted_model',
  {
    workspaceId: workspaceId(),
    id: id(),
    /** The model that warnings rest on: `mbg_nbd` or `pareto_nbd`. */
    kind: text('kind').notNull(),
    asOf: localDay('as_of').notNull(),
    fittedAt: timestamp('fitted_at', { withTimezone: true }).notNull().defaultNow(),
    parameters: jsonb('parameters').notNull(),
    scoreCard: jsonb('score_card').notNull().default({}),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);

/**
 * Who did what that must be accounted for, such as revealing a customer's phone number. Only ever added to: triggers number the
 * entries of a workspace, chain each to the one before it, and refuse to change or delete any.
 */
export const auditEntry = pgTable(
  'audit_entry',
  {
    workspaceId: workspaceId(),
    /** 1, 2, 3 … in each workspace; given by the trigger. */
    position: bigint('position', { mode: 'number' }).notNull(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    /** Id of a user, `key:<name>` of an API key, `command` or `nobody`. */
    actor: text('actor').notNull(),
    /** Network address that it came from, when it came over the network. */
    address: text('address'),
    action: text('action').notNull(),
    subjectKind: text('subject_kind'),
    subjectId: text('subject_id'),
    details: jsonb('details').notNull().default({}),
    /** `hash` of the entry before; 64 zeros for the first one. */
    previousHash: text('previous_hash').notNull(),
    /** SHA-256, hex, of everything above. */
    hash: text('hash').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.position] }),
    index('audit_entry_action').on(table.workspaceId, table.action, table.position),
  ],
);

/** Where the audit log of a workspace ends; its row is the lock under which entries are added one after the other. */
export const auditChain = pgTable('audit_chain', {
  workspaceId: workspaceId().primaryKey(),
  entries: bigint('entries', { mode: 'number' }).notNull(),
  hash: text('hash').notNull(),
});
