import { passwordStrength, weaknessWords } from '#shared/password-strength.ts';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import { newRowId } from '#store/row-id.ts';
import type { Transaction } from '#store/store.ts';
import { forgetTokens } from './one-time-tokens.ts';
import { passwordHash } from './password.ts';

type Querying = Pick<Transaction, 'query'>;

export type Login = Readonly<{
  email: string;
  name: string;
  passwordHash: string;
  /** Whether they have shown that the address is theirs: a link that came by mail, or a provider that says so. */
  isEmailVerified?: boolean;
}>;

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A login whose password is already hashed, so that no transaction waits for the hash. Throws `invalid_request`. */
export async function preparedLogin(given: { email: string; name: string; password: string }): Promise<Login> {
  const email = given.email.trim().toLowerCase();
  if (!emailShape.test(email)) throw invalid('email', '这不是邮箱地址', 'This is no e-mail address');
  await refuseWeakPassword(given.password, { about: [email, given.name] });
  return { email, name: given.name.trim() || email, passwordHash: await passwordHash(given.password) };
}

/** Throws `invalid_request`, saying why, when a password is too easily guessed. `about`: what its owner is called. */
export async function refuseWeakPassword(
  password: string,
  { about, field = 'password' }: Readonly<{ about: readonly string[]; field?: string }>,
): Promise<void> {
  const { weakness } = await passwordStrength(password, about);
  if (weakness === null) return;
  const { zh, en } = weaknessWords[weakness];
  throw invalid(field, zh, en);
}

/** The id of the user with that e-mail; null when there is none. */
export async function userIdOf(tx: Querying, email: string): Promise<string | null> {
  const [found] = await tx.query<{ id: string }>(
    sql`select id from sign_in_user where email = ${email.trim().toLowerCase()}`,
  );
  return found?.id ?? null;
}

/** The user's e-mail; null when there is no such user. */
export async function emailOf(tx: Querying, userId: string): Promise<string | null> {
  const [found] = await tx.query<{ email: string }>(sql`select email from sign_in_user where id = ${userId}`);
  return found?.email ?? null;
}

/** Makes a user who can sign in. Returns the user's id. */
export async function createUser(tx: Querying, login: Login): Promise<string> {
  const id = newRowId();
  await tx.query(sql`
    insert into sign_in_user (id, name, email, email_verified) values (${id}, ${login.name}, ${login.email}, ${login.isEmailVerified ?? false})`);
  await tx.query(sql`
    insert into sign_in_account (id, account_id, provider_id, user_id, password)
    values (${newRowId()}, ${id}, 'credential', ${id}, ${login.passwordHash})`);
  return id;
}

/** Gives a user another password; ends all their sessions but the one that is to be kept, sign-ins under way, and links to reset it. */
export async function setPassword(
  tx: Querying,
  user: { id: string; passwordHash: string; keepSessionId?: string },
): Promise<void> {
  await tx.query(sql`
    insert into sign_in_account (id, account_id, provider_id, user_id, password)
    values (${newRowId()}, ${user.id}, 'credential', ${user.id}, ${user.passwordHash})
    on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = now()`);
  await tx.query(sql`
    delete from sign_in_session where user_id = ${user.id} and id is distinct from ${user.keepSessionId ?? null}`);
  await forgetTokens(tx, { purpose: 'second_step', userId: user.id });
  await forgetTokens(tx, { purpose: 'password_reset', userId: user.id });
}

/** The argon2id hash of the user's password; null when they have none. */
export async function passwordHashOf(tx: Querying, userId: string): Promise<string | null> {
  const [found] = await tx.query<{ password: string | null }>(sql`
    select password from sign_in_account where user_id = ${userId} and provider_id = 'credential'`);
  return found?.password ?? null;
}

function invalid(field: string, zh: string, en: string): Problem {
  return new Problem('invalid_request', [{ detail: { zh, en }, place: { field } }]);
}
