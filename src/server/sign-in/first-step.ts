import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { newToken } from './one-time-tokens.ts';
import { secondFactorSince } from './second-factor/second-factors.ts';
import { isOverTls, openSessionOf } from './session.ts';
import type { SignInDeps } from './sign-in-deps.ts';

/** Carries the right to the second step from the password to the code. */
export const secondStepCookie = 'salesboard.second_step';

const lastsMs = 5 * 60_000;

/** What a right password is answered with: a session at once, or the question for a code. */
export const firstStepAnswers = {
  200: z.object({ next: z.literal('totp') }).describe('A code is asked for; send it to the second step'),
  204: z.null(),
};

/**
 * Goes on from a right password: opens a session, or, for somebody with a second factor, hands over a cookie that lasts five minutes
 * and opens nothing but the second step.
 */
export async function passFirstStep(
  { store, authority, clock }: Pick<SignInDeps, 'store' | 'authority' | 'clock'>,
  userId: string,
  { request, reply }: Readonly<{ request: FastifyRequest; reply: FastifyReply }>,
): Promise<'signed-in' | 'totp'> {
  if ((await secondFactorSince(store, userId)) === null) {
    await openSessionOf(authority, userId, { request, reply });
    return 'signed-in';
  }
  const token = await store.transaction((tx) =>
    newToken(tx, { purpose: 'second_step', userId, now: clock(), lastsMs }),
  );
  reply.setCookie(secondStepCookie, token, {
    path: '/api/v1/sign-in',
    httpOnly: true,
    sameSite: 'strict',
    maxAge: lastsMs / 1000,
    secure: isOverTls(request),
  });
  return 'totp';
}
