import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { viewerOf } from '#features/route-deps.ts';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import { auditedForUser } from './audited-for-user.ts';
import { verificationLetter } from './letters.ts';
import { forgetTokens, newToken, takeToken } from './one-time-tokens.ts';
import type { SignInDeps } from './sign-in-deps.ts';

const tags = ['sign-in'];
const rateLimit = { max: 60, timeWindow: 60_000 };
const lastsMs = 3 * 86_400_000;
const purpose = 'email_verification';

/** Proving that an e-mail address is one's own, by a link that comes by mail. */
export const emailVerificationRoutes: FastifyPluginAsyncZod<SignInDeps> = async (server, deps) => {
  const { store, clock } = deps;

  server.post(
    '/api/v1/me/email/verification',
    {
      config: { permission: 'signed-in', whileReadOnly: true, withoutSecondFactor: true, rateLimit },
      schema: { summary: 'Send oneself the letter that confirms the address', tags, response: { 202: z.null() } },
    },
    async (request, reply) => {
      const { userId, email } = viewerOf(request);
      if (userId === null || email === null) throw new Problem('not_allowed');
      if (!deps.mailer.isConfigured) throw new Problem('not_allowed', [noMail]);
      deps.letterAttempts.begin({ account: `verification ${email}`, address: request.ip, now: clock() });
      await sendVerification(deps, { userId, email });
      return reply.code(202).send(null);
    },
  );

  server.post(
    '/api/v1/email/verify',
    {
      config: { permission: 'public', rateLimit },
      bodyLimit: 4096,
      schema: {
        summary: 'Confirm an address by the link of the letter; it works once',
        tags,
        body: z.object({ token: z.string().min(1).max(100) }),
        response: { 200: z.object({ email: z.string() }) },
      },
    },
    async (request) => {
      const email = await store.transaction(async (tx) => {
        const userId = await takeToken(tx, { purpose, token: request.body.token, now: clock() });
        if (userId === null) return null;
        const [user] = await tx.query<{ email: string }>(sql`
          update sign_in_user set email_verified = true where id = ${userId} returning email`);
        await auditedForUser(tx, { userId, actor: userId, address: request.ip, action: 'email_verified' });
        return user?.email ?? null;
      });
      if (email === null) throw new Problem('not_found', [noLink]);
      return { email };
    },
  );
};

/** Sends the letter; earlier links end. Throws `MailError`. */
export async function sendVerification(
  { store, clock, mailer, publicAddress }: Pick<SignInDeps, 'store' | 'clock' | 'mailer' | 'publicAddress'>,
  { userId, email }: Readonly<{ userId: string; email: string }>,
): Promise<void> {
  const token = await store.transaction(async (tx) => {
    await forgetTokens(tx, { purpose, userId });
    return newToken(tx, { purpose, userId, now: clock(), lastsMs });
  });
  await mailer.send(verificationLetter({ to: email, link: `${publicAddress}/verify-email#${token}` }));
}

const noMail = {
  detail: {
    zh: '服务器没有配置邮件（SMTP_URL），不能发确认信',
    en: 'No mail server is configured here (SMTP_URL), so no letter can be sent',
  },
};

const noLink = {
  detail: {
    zh: '这个链接无效、已经用过或已经过期；登录后可以在设置里再发一封',
    en: 'This link is unknown, used or over; sign in and send another one from the settings',
  },
};
