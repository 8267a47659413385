import { boolean, index, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const createdAt = () => moment('created_at').notNull().defaultNow();
const updatedAt = () => moment('updated_at').notNull().defaultNow();

/** Someone who can sign in. Belongs to no workspace; `member` says which ones they may enter. */
export const signInUser = pgTable(
  'sign_in_user',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** Lower case. */
    email: text('email').notNull(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text('image'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex('sign_in_user_email').on(table.email)],
);

/** A browser that is signed in. */
export const signInSession = pgTable(
  'sign_in_session',
  {
    id: text('id').primaryKey(),
    expiresAt: moment('expires_at').notNull(),
    token: text('token').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => signInUser.id, { onDelete: 'cascade' }),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    /** The one workspace that it opens, when a provider of that workspace vouched for the user; null: all of theirs. */
    workspaceId: text('workspace_id'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex('sign_in_session_token').on(table.token), index('sign_in_session_user').on(table.userId)],
);

/** How a user proves who they are: a password (argon2id) today, other providers later. */
export const signInAccount = pgTable(
  'sign_in_account',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => signInUser.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text('scope'),
    /** argon2id, PHC string. */
    password: text('password'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index('sign_in_account_user').on(table.userId),
    uniqueIndex('sign_in_account_provider').on(table.providerId, table.accountId),
  ],
);

/** One-time tokens, such as a password reset. */
export const signInVerification = pgTable(
  'sign_in_verification',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index('sign_in_verification_identifier').on(table.identifier)],
);
