import { bigint, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { id, localDay, workspaceId } from '../columns.ts';

/** A model fitted on the workspace's data: its parameters, and how it did on what it had not seen. */
export const fittedModel = pgTable(
  'fitted_model',
  {
    workspaceId: workspaceId(),
    id: id(),
    /** `bg_nbd`, `mbg_nbd`, `gamma_gamma`. */
    kind: text('kind').notNull(),
    asOf: localDay('as_of').notNull(),
    fittedAt: timestamp('fitted_at', { withTimezone: true }).notNull().defaultNow(),
    parameters: jsonb('parameters').notNull(),
    scoreCard: jsonb('score_card').notNull().default({}),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);

/** Who did what that must be accounted for, such as revealing a customer's phone number. Only ever added to. */
export const auditEntry = pgTable(
  'audit_entry',
  {
    workspaceId: workspaceId(),
    position: bigint('position', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    subjectKind: text('subject_kind'),
    subjectId: text('subject_id'),
    details: jsonb('details').notNull().default({}),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.position] })],
);
