import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Instant } from '#shared/day.ts';
import { Problem } from '#shared/problem.ts';
import type { Transaction } from '#store/store.ts';
import { auditedForUser } from '../audited-for-user.ts';
import { secondStepCookie } from '../first-step.ts';
import { holderOf, takeToken } from '../one-time-tokens.ts';
import { openSessionOf } from '../session.ts';
import type { SignInDeps } from '../sign-in-deps.ts';
import { tellingNews } from '../telling-news.ts';
import { emailOf } from '../users.ts';
import { wrongCode } from './proven-by-code.ts';
import { recoveryCodesLeft, takeRecoveryCode } from './recovery-codes.ts';
import { takeCode } from './second-factors.ts';

const typed = z.union([
  z.object({ code: z.string().min(1).max(20).describe('The six digits that the authenticator shows') }),
  z.object({ recoveryCode: z.string().min(1).max(40).describe('One of the recovery codes; it works once') }),
]);

type Typed = z.output<typeof typed>;

/** The second step of signing in, after a right password was answered with `totp`. */
export const secondStepRoutes: FastifyPluginAsyncZod<SignInDeps> = async (server, deps) => {
  const tell = tellingNews(server, deps);
  server.post(
    '/api/v1/sign-in/second-step',
    {
      config: { permission: 'public', rateLimit: { max: 600, timeWindow: 60_000 } },
      bodyLimit: 4096,
      schema: {
        summary: 'Give the code that the password was answered with, or a recovery code',
        tags: ['sign-in'],
        body: typed,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { store, authority, codeAttempts } = deps;
      const now = deps.clock();
      const token = request.cookies[secondStepCookie] ?? '';
      const userId = await holderOf(store, { purpose: 'second_step', token, now });
      if (userId === null) throw new Problem('not_signed_in', [fromTheBeginning]);
      const attempt = codeAttempts.begin({ account: userId, address: request.ip, now });
      const note = { userId, actor: userId, address: request.ip };
      const isRight = await store.transaction(async (tx) => {
        const by = await usedUp(tx, deps, { userId, given: request.body, now });
        if (by === null || (await takeToken(tx, { purpose: 'second_step', token, now })) === null) return false;
        const details = { by };
        await auditedForUser(tx, { ...note, action: 'sign_in', details });
        if (by === 'recovery_code') {
          const left = await recoveryCodesLeft(tx, userId);
          await auditedForUser(tx, { ...note, action: 'recovery_code_used', details: { left } });
        }
        return true;
      });
      if (!isRight) {
        await store.transaction((tx) =>
          auditedForUser(tx, { ...note, actor: 'nobody', action: 'second_factor_failed' }),
        );
        throw wrongCode();
      }
      attempt.succeeded();
      if ('recoveryCode' in request.body) tell(await emailOf(store, userId), 'recoveryCode');
      await openSessionOf(authority, userId, { request, reply });
      return reply.clearCookie(secondStepCookie, { path: '/api/v1/sign-in' }).code(204).send(null);
    },
  );
};

async function usedUp(
  tx: Transaction,
  { keyring }: Pick<SignInDeps, 'keyring'>,
  { userId, given, now }: Readonly<{ userId: string; given: Typed; now: Instant }>,
): Promise<'totp' | 'recovery_code' | null> {
  if ('code' in given) return (await takeCode(tx, keyring, { userId, code: given.code, now })) ? 'totp' : null;
  return (await takeRecoveryCode(tx, { userId, code: given.recoveryCode, now })) ? 'recovery_code' : null;
}

const fromTheBeginning = {
  detail: {
    zh: '密码那一步已经过去太久，请重新输入邮箱和密码',
    en: 'The step with the password is too long ago; begin again with e-mail and password',
  },
};
