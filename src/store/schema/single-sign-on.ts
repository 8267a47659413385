import { boolean, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { id, sealed, workspaceId } from '../columns.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** A service outside that vouches for people of a workspace; at most one of each kind. */
export const signInProvider = pgTable(
  'sign_in_provider',
  {
    workspaceId: workspaceId(),
    /** oidc, wecom, dingtalk or feishu. */
    kind: text('kind').notNull(),
    /** What its button says; null for the kind's own name. */
    label: text('label'),
    isEnabled: boolean('is_enabled').notNull().default(false),
    /** The issuer of OpenID Connect; of the others another address of their service, null for the usual one. */
    address: text('address'),
    client: text('client').notNull(),
    clientSecret: sealed('client_secret'),
    /** The company there: nobody from another one comes in. */
    corp: text('corp'),
    /** WeCom's number of the app. */
    agent: text('agent'),
    scopes: text('scopes').notNull().default(''),
    /** The claim that names a person's groups; null: groups decide nothing. */
    groupsClaim: text('groups_claim'),
    /** The role of whom no group names; null: they are refused. */
    defaultRole: text('default_role'),
    defaultScope: text('default_scope'),
    /** Whether people who are no members yet become members when they sign in. */
    createsMembers: boolean('creates_members').notNull().default(false),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.kind] })],
);

/** The place that a group of the OpenID provider gives; of several the first counts. */
export const signInGroup = pgTable(
  'sign_in_group',
  {
    workspaceId: workspaceId(),
    /** 1, 2, 3 … */
    position: integer('position').notNull(),
    name: text('name').notNull(),
    role: text('role').notNull(),
    dataScope: text('data_scope').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.position] })],
);

/** Somebody who was sent to a provider and is expected back, once and soon; only SHA-256s of what must match are kept. */
export const signInFlow = pgTable(
  'sign_in_flow',
  {
    workspaceId: workspaceId(),
    stateHash: text('state_hash').notNull(),
    kind: text('kind').notNull(),
    /** The browser that was sent: nobody else can finish it. */
    browserHash: text('browser_hash').notNull(),
    /** Path of our own page to land on. */
    returnTo: text('return_to').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.stateHash] }),
    index('sign_in_flow_by_state').on(table.stateHash),
  ],
);

/** The e-mail of a colleague in the data, by which somebody who signs in is found to be them. */
export const personEmail = pgTable(
  'person_email',
  {
    workspaceId: workspaceId(),
    /** Lower case. */
    email: text('email').notNull(),
    personId: id('person_id'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.email] })],
);
