import { createHash } from 'node:crypto';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { maxPasswordLength } from '#shared/password-strength.ts';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import { AfterAnswer } from './after-answer.ts';
import { auditedForUser } from './audited-for-user.ts';
import { resetLetter } from './letters.ts';
import { forgetTokens, holderOf, newToken, takeToken } from './one-time-tokens.ts';
import { passwordHash } from './password.ts';
import type { SignInDeps } from './sign-in-deps.ts';
import { tellingNews } from './telling-news.ts';
import { passwordHashOf, refuseWeakPassword, setPassword, userIdOf } from './users.ts';

const tags = ['sign-in'];
const config = { permission: 'public', rateLimit: { max: 600, timeWindow: 60_000 } };
const bodyLimit = 4096;
const token = z.string().min(1).max(100);
const lastsMs = 60 * 60_000;
const purpose = 'password_reset';

/** Asking for a letter that lets one choose another password. */
export const forgottenPasswordRoutes: FastifyPluginAsyncZod<SignInDeps> = async (server, deps) => {
  const { clock, mailer } = deps;
  const later = new AfterAnswer(server.log);
  server.addHook('onClose', () => later.done());

  server.get(
    '/api/v1/password/forgotten',
    {
      config,
      schema: {
        summary: 'Whether letters can be sent here',
        tags,
        response: { 200: z.object({ byMail: z.boolean() }) },
      },
    },
    () => ({ byMail: mailer.isConfigured }),
  );

  server.post(
    '/api/v1/password/forgotten',
    {
      config,
      bodyLimit,
      schema: {
        summary: 'Ask for a letter to reset a password; the answer does not tell whether there is such an account',
        tags,
        body: z.object({ email: z.string().trim().toLowerCase().min(1).max(254) }),
        response: { 202: z.null() },
      },
    },
    async (request, reply) => {
      const { email } = request.body;
      const address = request.ip;
      // Never taken back: what is counted here is letters, not failures.
      deps.letterAttempts.begin({ account: `reset ${email}`, address, now: clock() });
      later.begin('a letter to reset a password was not sent', () => sendResetLetter(deps, { email, address }));
      return reply.code(202).send(null);
    },
  );
};

/** Choosing another password by the link of the letter. It signs nobody in, and a second factor stays. */
export const passwordResetRoutes: FastifyPluginAsyncZod<SignInDeps> = async (server, deps) => {
  const { store, clock } = deps;
  const tell = tellingNews(server, deps);

  server.post(
    '/api/v1/password/reset/look',
    {
      config,
      bodyLimit,
      schema: {
        summary: 'Whose password a link resets',
        tags,
        body: z.object({ token }),
        response: { 200: z.object({ email: z.string() }) },
      },
    },
    async (request) => ({ email: (await holder(deps, { token: request.body.token, address: request.ip })).email }),
  );

  server.post(
    '/api/v1/password/reset',
    {
      config,
      bodyLimit,
      schema: {
        summary: 'Choose another password; the link works once, and all sessions end',
        tags,
        body: z.object({ token, password: z.string().min(1).max(maxPasswordLength) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { password } = request.body;
      const { userId, email, name } = await holder(deps, { token: request.body.token, address: request.ip });
      await refuseWeakPassword(password, { about: [email, name] });
      const hash = await passwordHash(password);
      await store.transaction(async (tx) => {
        if ((await takeToken(tx, { purpose, token: request.body.token, now: clock() })) === null) throw noLink();
        await setPassword(tx, { id: userId, passwordHash: hash });
        // Whoever read the letter has the mailbox.
        await tx.query(sql`update sign_in_user set email_verified = true where id = ${userId}`);
        await auditedForUser(tx, { userId, actor: userId, address: request.ip, action: 'password_reset' });
      });
      await deps.liveEvents.recheck();
      tell(email, 'password');
      return reply.code(204).send(null);
    },
  );
};

async function sendResetLetter(
  { store, clock, mailer, publicAddress }: SignInDeps,
  { email, address }: Readonly<{ email: string; address: string }>,
): Promise<void> {
  const userId = await userIdOf(store, email);
  // Who comes in through a provider has no password to reset.
  if (userId === null || (await passwordHashOf(store, userId)) === null) return;
  const secret = await store.transaction(async (tx) => {
    await forgetTokens(tx, { purpose, userId });
    const made = await newToken(tx, { purpose, userId, now: clock(), lastsMs });
    await auditedForUser(tx, { userId, actor: 'nobody', address, action: 'password_reset_asked' });
    return made;
  });
  // After the #, so that no server or proxy on the way writes it down.
  await mailer.send(resetLetter({ to: email, link: `${publicAddress}/reset-password#${secret}` }));
}

type Given = Readonly<{ token: string; address: string }>;

/** Whose link it is. Throws `not_found`, or `rate_limited` after too many unknown links from one address. */
async function holder(
  { store, clock, attempts }: SignInDeps,
  given: Given,
): Promise<{ userId: string; email: string; name: string }> {
  const now = clock();
  const userId = await holderOf(store, { purpose, token: given.token, now });
  const [user] = await store.query<{ userId: string; email: string; name: string }>(
    sql`select id as "userId", email, name from sign_in_user where id = ${userId ?? ''}`,
  );
  if (user) return user;
  const account = `link ${createHash('sha256').update(given.token).digest('base64url')}`;
  attempts.begin({ account, address: given.address, now });
  throw noLink();
}

function noLink(): Problem {
  const detail = {
    zh: '这个链接无效、已经用过或已经过期；请再要一封重设密码的邮件',
    en: 'This link is unknown, used or over; ask for another letter',
  };
  return new Problem('not_found', [{ detail }]);
}
