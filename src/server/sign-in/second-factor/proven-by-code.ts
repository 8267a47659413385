import type { FastifyRequest } from 'fastify';
import { Problem } from '#shared/problem.ts';
import { auditedForUser } from '../audited-for-user.ts';
import { type Proven, provePassword } from '../prove-password.ts';
import type { SignInDeps } from '../sign-in-deps.ts';
import { takeRecoveryCode } from './recovery-codes.ts';
import { takeCode } from './second-factors.ts';

type WithBoth = FastifyRequest<{ Body: { password: string; code: string } }>;

/** Somebody signed in who gives password and code once more; a recovery code will do, for an authenticator that is lost. Throws `wrong_code`. */
export async function provenByCode(deps: SignInDeps, request: WithBoth): Promise<Proven> {
  const { store, keyring, codeAttempts } = deps;
  const { password, code } = request.body;
  const proven = await provePassword(deps, request, { password, field: 'password' });
  const { userId } = proven;
  const now = deps.clock();
  const attempt = codeAttempts.begin({ account: userId, address: request.ip, now });
  const isRight = await store.transaction(
    async (tx) =>
      (await takeCode(tx, keyring, { userId, code, now })) || (await takeRecoveryCode(tx, { userId, code, now })),
  );
  if (!isRight) {
    await store.transaction((tx) =>
      auditedForUser(tx, { userId, actor: userId, address: request.ip, action: 'second_factor_failed' }),
    );
    throw wrongCode();
  }
  attempt.succeeded();
  return proven;
}

/** The same for a wrong code, one that was used before and one that is over. */
export function wrongCode(): Problem {
  const detail = {
    zh: '验证码不对、已经用过或已经过期；等验证器显示下一个再试，并检查手机的时间',
    en: 'The code is wrong, used or over; wait for the next one, and see that the phone’s clock is right',
  };
  return new Problem('wrong_code', [{ detail, place: { field: 'code' } }]);
}
