import { createHash } from 'node:crypto';
import type { Instant } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { newRowId } from '#store/row-id.ts';
import type { Keyring } from '#store/seal.ts';
import { newSecret } from '#store/secret.ts';
import type { Transaction } from '#store/store.ts';
import type { Login } from '../sign-in/users.ts';

type Querying = Pick<Transaction, 'query'>;

/** What somebody filled in to try it out; the password is hashed already. */
export type SignUp = Readonly<{ login: Login; company: string; data: 'demo' | 'empty' }>;

const validMs = 24 * 3_600_000;

/** Keeps a sign-up until its letter is opened; the secret of the link is returned this once. */
export async function keepSignUp(
  tx: Querying,
  keyring: Keyring,
  { now, ...details }: SignUp & Readonly<{ now: Instant }>,
): Promise<string> {
  const [id, token] = [newRowId(), newSecret()];
  const sealed = keyring.seal(JSON.stringify(details), {
    workspaceId: '',
    entity: 'sign_up',
    column: 'details',
    rowId: id,
  });
  const expiresAt = new Date(Date.parse(now) + validMs).toISOString();
  await tx.query(sql`delete from sign_up where expires_at < ${now}::timestamptz`);
  await tx.query(sql`
    insert into sign_up (id, hash, details, expires_at)
    values (${id}, ${hashOf(token)}, ${sealed}, ${expiresAt}::timestamptz)`);
  return token;
}

/** Uses a link up and gives what it was for; null when it is unknown, used or over. */
export async function takeSignUp(
  tx: Querying,
  keyring: Keyring,
  { token, now }: Readonly<{ token: string; now: Instant }>,
): Promise<SignUp | null> {
  const [found] = await tx.query<{ details: string }>(sql`
    update sign_up set used_at = ${now}::timestamptz
     where hash = ${hashOf(token)} and used_at is null and expires_at > ${now}::timestamptz
    returning details`);
  // as: written by `keepSignUp` and authenticated by its seal.
  return found ? (JSON.parse(keyring.open(found.details)) as SignUp) : null;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
