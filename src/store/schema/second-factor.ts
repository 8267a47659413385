import { bigint, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { sealed } from '../columns.ts';
import { signInUser } from './sign-in.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

const userId = () =>
  text('user_id')
    .notNull()
    .references(() => signInUser.id, { onDelete: 'cascade' });

/** The authenticator of a user: one-time codes by RFC 6238. */
export const secondFactor = pgTable('second_factor', {
  userId: userId().primaryKey(),
  /** Base32, sealed. */
  secret: sealed('secret').notNull(),
  /** The time step of the last code that was accepted: no code works twice. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
  createdAt: moment('created_at').notNull().defaultNow(),
  /** When a code first proved that the authenticator has the secret; null while it is being set up. */
  confirmedAt: moment('confirmed_at'),
});

/** A code for somebody without their authenticator; works once, and only its SHA-256 is kept. */
export const recoveryCode = pgTable(
  'recovery_code',
  {
    userId: userId(),
    hash: text('hash').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    usedAt: moment('used_at'),
  },
  (table) => [primaryKey({ columns: [table.userId, table.hash] })],
);
