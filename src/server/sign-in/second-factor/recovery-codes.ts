import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '#shared/day.ts';
import { join, sql } from '#shared/sql.ts';
import type { Transaction } from '#store/store.ts';

type Querying = Pick<Transaction, 'query'>;

const howMany = 10;
// 32 letters, so that a byte's low five bits choose one evenly; none that are taken for another (i, l, o, u).
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const codeLength = 16;

/** Makes ten recovery codes of 80 bits; earlier ones end. They are returned this once; only their SHA-256 is kept. */
export async function newRecoveryCodes(tx: Querying, userId: string): Promise<readonly string[]> {
  const codes = Array.from({ length: howMany }, newCode);
  await tx.query(sql`delete from recovery_code where user_id = ${userId}`);
  const rows = codes.map((code) => sql`(${userId}, ${hashOf(userId, code)})`);
  await tx.query(sql`insert into recovery_code (user_id, hash) values ${join(rows)}`);
  return codes;
}

/** Uses a recovery code up; false when it is wrong or used. */
export async function takeRecoveryCode(
  tx: Querying,
  { userId, code, now }: Readonly<{ userId: string; code: string; now: Instant }>,
): Promise<boolean> {
  const taken = await tx.query(sql`
    update recovery_code set used_at = ${now}::timestamptz
     where user_id = ${userId} and hash = ${hashOf(userId, code)} and used_at is null
    returning hash`);
  return taken.length > 0;
}

/** How many recovery codes still work. */
export async function recoveryCodesLeft(tx: Querying, userId: string): Promise<number> {
  const [counted] = await tx.query<{ left: number }>(sql`
    select count(*)::int as left from recovery_code where user_id = ${userId} and used_at is null`);
  return counted?.left ?? 0;
}

function newCode(): string {
  const letters = [...randomBytes(codeLength)].map((byte) => alphabet[byte & 31]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** Capitals, gaps and the letters that people take for digits do not matter. */
function hashOf(userId: string, code: string): string {
  const plain = code.toLowerCase().replace(/[\s-]/g, '').replace(/[il]/g, '1').replace(/o/g, '0');
  return createHash('sha256').update(`${userId} ${plain}`).digest('base64url');
}
