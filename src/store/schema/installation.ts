import { index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { id, sealed, workspaceId } from '../columns.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** People who run the installation; being one shows them nobody's numbers. */
export const installationOperator = pgTable('installation_operator', {
  userId: id('user_id').primaryKey(),
  createdAt: moment('created_at').notNull().defaultNow(),
});

/** Somebody who wants to be shown the product; belongs to no workspace. */
export const demoRequest = pgTable(
  'demo_request',
  {
    id: id().primaryKey(),
    name: sealed('name').notNull(),
    company: sealed('company').notNull(),
    /** E-mail or phone. */
    contact: sealed('contact').notNull(),
    wish: sealed('wish'),
    /** A band, such as `6-20`. */
    teamSize: text('team_size').notNull(),
    locale: text('locale').notNull(),
    /** new, contacted or done. */
    status: text('status').notNull().default('new'),
    consentAt: moment('consent_at').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    changedAt: moment('changed_at').notNull().defaultNow(),
  },
  (table) => [index('demo_request_by_age').on(table.createdAt)],
);

/** A trial that was asked for by mail and waits for its link to be opened; only the SHA-256 of the link's secret is kept. */
export const signUp = pgTable(
  'sign_up',
  {
    id: id().primaryKey(),
    hash: text('hash').notNull(),
    /** What was filled in, as JSON; the password as its argon2id hash. */
    details: sealed('details').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  (table) => [index('sign_up_by_hash').on(table.hash)],
);

/** How far somebody is in the guided tour of a workspace. */
export const tour = pgTable(
  'tour',
  {
    workspaceId: workspaceId(),
    userId: id('user_id'),
    step: integer('step').notNull(),
    /** open, dismissed or done. */
    status: text('status').notNull(),
    changedAt: moment('changed_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.userId] })],
);
