import { Problem } from '#shared/problem.ts';
import type { Transaction } from '#store/store.ts';
import { isPasswordOf, passwordHash } from './password.ts';
import { passwordHashOf, userIdOf } from './users.ts';

let standIn: Promise<string> | undefined;

/** The id of the user whose e-mail and password these are. Throws `wrong_credentials`; an unknown e-mail takes as long as a wrong password. */
export async function provenUserId(
  tx: Pick<Transaction, 'query'>,
  { account, password }: Readonly<{ account: string; password: string }>,
): Promise<string> {
  const userId = await userIdOf(tx, account);
  const known = userId === null ? null : await passwordHashOf(tx, userId);
  standIn ??= passwordHash('of nobody');
  const isRight = await isPasswordOf({ hash: known ?? (await standIn), password });
  if (userId === null || known === null || !isRight) throw new Problem('wrong_credentials');
  return userId;
}
