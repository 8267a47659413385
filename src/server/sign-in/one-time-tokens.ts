import { createHash } from 'node:crypto';
import type { Instant } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { newRowId } from '#store/row-id.ts';
import { newSecret } from '#store/secret.ts';
import type { Transaction } from '#store/store.ts';

type Querying = Pick<Transaction, 'query'>;

/** What a token lets its holder do: go on to the second step of a sign-in, choose another password, prove an address. */
export type TokenPurpose = 'second_step' | 'password_reset' | 'email_verification';

type Token = Readonly<{ purpose: TokenPurpose; token: string; now: Instant }>;

/** Makes a token for a user. Only its SHA-256 is kept. */
export async function newToken(
  tx: Querying,
  made: Readonly<{ purpose: TokenPurpose; userId: string; now: Instant; lastsMs: number }>,
): Promise<string> {
  const { purpose, userId, now, lastsMs } = made;
  const token = newSecret();
  const expiresAt = new Date(Date.parse(now) + lastsMs).toISOString();
  await tx.query(sql`delete from sign_in_verification where expires_at <= ${now}::timestamptz`);
  await tx.query(sql`
    insert into sign_in_verification (id, identifier, value, expires_at)
    values (${newRowId()}, ${identifierOf({ purpose, token })}, ${userId}, ${expiresAt}::timestamptz)`);
  return token;
}

/** Whose token it is; null when it is unknown, used or over. */
export async function holderOf(tx: Querying, { purpose, token, now }: Token): Promise<string | null> {
  const [found] = await tx.query<{ userId: string }>(sql`
    select value as "userId" from sign_in_verification
     where identifier = ${identifierOf({ purpose, token })} and expires_at > ${now}::timestamptz`);
  return found?.userId ?? null;
}

/** Uses the token up and says whose it was; null when it is unknown, used or over. */
export async function takeToken(tx: Querying, { purpose, token, now }: Token): Promise<string | null> {
  const [taken] = await tx.query<{ userId: string }>(sql`
    delete from sign_in_verification
     where identifier = ${identifierOf({ purpose, token })} and expires_at > ${now}::timestamptz
    returning value as "userId"`);
  return taken?.userId ?? null;
}

/** Ends the user's tokens for that purpose. */
export async function forgetTokens(
  tx: Querying,
  { purpose, userId }: Readonly<{ purpose: TokenPurpose; userId: string }>,
): Promise<void> {
  await tx.query(sql`
    delete from sign_in_verification where value = ${userId} and starts_with(identifier, ${`${purpose}:`})`);
}

function identifierOf({ purpose, token }: Pick<Token, 'purpose' | 'token'>): string {
  return `${purpose}:${createHash('sha256').update(token).digest('base64url')}`;
}
