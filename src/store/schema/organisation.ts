import { boolean, jsonb, pgTable, smallint, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { batchId, changedIn, id, localDay, sealed, workspaceId } from '../columns.ts';
import { keyed } from './keyed.ts';

/** One company's data, settings and calendar. Everything else hangs below it. */
export const workspace = pgTable(
  'workspace',
  {
    id: id().primaryKey(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    zone: text('zone').notNull().default('Asia/Shanghai'),
    currency: text('currency').notNull().default('CNY'),
    fiscalStartMonth: smallint('fiscal_start_month').notNull().default(1),
    weekStart: smallint('week_start').notNull().default(1),
    /** `red_up` (红涨绿跌) or `green_up`. */
    colours: text('colours').notNull().default('red_up'),
    /** Secret from which row ids are derived, sealed. */
    idSalt: sealed('id_salt').notNull(),
    settings: jsonb('settings').notNull().default({}),
    /** Who may come in by a password: `everyone`, or `admins` where the others sign in through a provider. */
    passwordFor: text('password_for').notNull().default('everyone'),
    /** Whether whoever signs in by a password here must have an authenticator. */
    requiresSecondFactor: boolean('requires_second_factor').notNull().default(false),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** From then on it can only be read; null for one that is no trial. */
    trialEndsAt: timestamp('trial_ends_at', { withTimezone: true }),
    /** Since when the operator has it read-only; null when they have not. */
    readOnlySince: timestamp('read_only_since', { withTimezone: true }),
    /** The user who made it for themselves; null when a command did. */
    startedBy: text('started_by'),
  },
  (table) => [uniqueIndex('workspace_slug').on(table.slug)],
);

/** A colleague: a rep, a manager. May exist without sign-in. */
export const person = pgTable(
  'person',
  {
    workspaceId: workspaceId(),
    id: id(),
    name: text('name').notNull(),
    title: text('title'),
    isRep: boolean('is_rep').notNull().default(true),
    hiredOn: localDay('hired_on'),
    leftOn: localDay('left_on'),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  keyed,
);

export const team = pgTable(
  'team',
  { workspaceId: workspaceId(), id: id(), name: text('name').notNull(), batchId: batchId(), changedIn: changedIn() },
  keyed,
);

/** Where a team hangs in the tree, `[from_on, before_on)`; null bounds are open. A root has no row or a null parent. */
export const teamParent = pgTable(
  'team_parent',
  {
    workspaceId: workspaceId(),
    id: id(),
    teamId: id('team_id'),
    parentId: text('parent_id'),
    fromOn: localDay('from_on'),
    beforeOn: localDay('before_on'),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  keyed,
);

/** Who leads a team, dated. */
export const teamManager = pgTable(
  'team_manager',
  {
    workspaceId: workspaceId(),
    id: id(),
    teamId: id('team_id'),
    personId: id('person_id'),
    fromOn: localDay('from_on'),
    beforeOn: localDay('before_on'),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  keyed,
);

/** Which team a rep belongs to, dated; at most one at a time. */
export const repAssignment = pgTable(
  'rep_assignment',
  {
    workspaceId: workspaceId(),
    id: id(),
    personId: id('person_id'),
    teamId: id('team_id'),
    fromOn: localDay('from_on'),
    beforeOn: localDay('before_on'),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  keyed,
);
