import type { FastifyRequest } from 'fastify';
import { viewerOf } from '#features/route-deps.ts';
import { Problem } from '#shared/problem.ts';
import { isPasswordOf } from './password.ts';
import { sessionOf } from './session.ts';
import type { SignInDeps } from './sign-in-deps.ts';
import { passwordHashOf } from './users.ts';

/** Somebody who is signed in and has just given their password again. */
export type Proven = Readonly<{ userId: string; sessionId: string; email: string; name: string }>;

/**
 * Asks the password of the person who is signed in once more, before what a session that was left open must not do. Throws
 * `not_allowed` for keys, `invalid_request` at that field when it is wrong, `rate_limited` after too many.
 */
export async function provePassword(
  { store, authority, attempts, clock }: SignInDeps,
  request: FastifyRequest,
  { password, field }: Readonly<{ password: string; field: string }>,
): Promise<Proven> {
  const current = await sessionOf(authority, request);
  const { email, name } = viewerOf(request);
  if (!current || email === null) throw new Problem('not_allowed');
  const attempt = attempts.begin({ account: email, address: request.ip, now: clock() });
  const hash = await passwordHashOf(store, current.userId);
  if (!hash) throw new Problem('not_allowed', [withoutPassword]);
  if (!(await isPasswordOf({ hash, password }))) {
    throw new Problem('invalid_request', [{ ...wrong, place: { field } }]);
  }
  attempt.succeeded();
  return { userId: current.userId, sessionId: current.id, email, name };
}

const wrong = { detail: { zh: '现在的密码不对', en: 'The current password is wrong' } };

const withoutPassword = {
  detail: {
    zh: '你通过公司的登录系统进来，这里没有密码；两步验证也由那边管理',
    en: 'You sign in through your company’s provider and have no password here; a second factor is its business, too',
  },
};
