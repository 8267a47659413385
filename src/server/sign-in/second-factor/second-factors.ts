import type { Instant } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import type { Keyring } from '#store/seal.ts';
import type { Transaction } from '#store/store.ts';
import { newSecret32, stepsOfCode } from './one-time-code.ts';

type Querying = Pick<Transaction, 'query'>;

/** A code that somebody typed. */
export type TypedCode = Readonly<{ userId: string; code: string; now: Instant }>;

/** Since when the user has a second factor; null: they have none. */
export async function secondFactorSince(tx: Querying, userId: string): Promise<string | null> {
  const [found] = await tx.query<{ confirmedAt: string | null }>(
    sql`select confirmed_at as "confirmedAt" from second_factor where user_id = ${userId}`,
  );
  return found?.confirmedAt ?? null;
}

/** Begins to set up an authenticator and returns its secret; one that was begun before is forgotten. Null when there is one in use. */
export async function beginSecondFactor(tx: Querying, keyring: Keyring, userId: string): Promise<string | null> {
  const secret = newSecret32();
  const begun = await tx.query(sql`
    insert into second_factor (user_id, secret) values (${userId}, ${keyring.seal(secret, placeOf(userId))})
    on conflict (user_id) do update set secret = excluded.secret, last_step = 0, created_at = now()
      where second_factor.confirmed_at is null
    returning user_id`);
  return begun.length > 0 ? secret : null;
}

/** Whether the code is the authenticator's and was not used before; it is used up by that. `confirm` also takes one that is being set up. */
export async function takeCode(
  tx: Querying,
  keyring: Keyring,
  { userId, code, now, confirm = false }: TypedCode & { confirm?: boolean },
): Promise<boolean> {
  const [factor] = await tx.query<{ secret: string }>(sql`
    select secret from second_factor where user_id = ${userId} and (confirmed_at is not null) = ${!confirm}`);
  if (!factor) return false;
  const steps = stepsOfCode({ secret: keyring.open(factor.secret), code, now });
  for (const step of steps) {
    // One statement: of two that come at once with the same code, one wins.
    const taken = await tx.query(sql`
      update second_factor set last_step = ${step}, confirmed_at = coalesce(confirmed_at, ${now}::timestamptz)
       where user_id = ${userId} and last_step < ${step} and secret = ${factor.secret}
      returning user_id`);
    if (taken.length > 0) return true;
  }
  return false;
}

/** Takes the second factor away, with its recovery codes; false when there was none. */
export async function removeSecondFactor(tx: Querying, userId: string): Promise<boolean> {
  await tx.query(sql`delete from recovery_code where user_id = ${userId}`);
  const gone = await tx.query<{ confirmedAt: string | null }>(
    sql`delete from second_factor where user_id = ${userId} returning confirmed_at as "confirmedAt"`,
  );
  return gone.some(({ confirmedAt }) => confirmedAt !== null);
}

function placeOf(userId: string) {
  return { workspaceId: '', entity: 'second_factor', column: 'secret', rowId: userId };
}
