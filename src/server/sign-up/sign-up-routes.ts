import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { formStamp, isTrapped } from '#features/form-guard.ts';
import { PublicLimit } from '#features/public-limit.ts';
import { maxPasswordLength } from '#shared/password-strength.ts';
import { Problem } from '#shared/problem.ts';
import { loggableError } from '../log.ts';
import { workspaceCookie } from '../sign-in/identify.ts';
import { provenUserId } from '../sign-in/proven.ts';
import { isOverTls, openSessionOf } from '../sign-in/session.ts';
import type { SignInDeps } from '../sign-in/sign-in-deps.ts';
import { createUser, preparedLogin, userIdOf } from '../sign-in/users.ts';
import type { DemoLife } from './demo-life.ts';
import { refuseTooManyTrials, startWorkspace } from './new-workspace.ts';
import { keepSignUp, type SignUp, takeSignUp } from './pending-sign-ups.ts';
import { confirmLetter, knownLetter } from './sign-up-letters.ts';

export type SignUpDeps = SignInDeps & Readonly<{ demoLife: DemoLife }>;

const tags = ['sign-up'];
const hourMs = 3_600_000;

const signUp = z.object({
  company: z.string().trim().min(1).max(100),
  name: z.string().trim().min(1).max(100),
  email: z.email().max(254),
  password: z.string().min(1).max(maxPasswordLength),
  data: z.enum(['demo', 'empty']),
  agrees: z.literal(true).describe('To how the trial works and what is kept'),
  stamp: z.string().max(500).describe('From `GET /api/v1/sign-up`, when the form was opened'),
  website: z.string().max(500).default('').describe('Left empty by people'),
});

const openness = z.object({
  isOpen: z.boolean(),
  days: z.number(),
  byMail: z.boolean().describe('Whether a letter confirms the address first'),
  stamp: z.string(),
});

/** How a sign-up went on; the same for an address that has an account and for one that has none. */
const answer = z.object({ next: z.enum(['mail', 'sign-in']) });

/** Trying it out: a form, and a workspace of one's own. */
export const signUpRoutes: FastifyPluginAsyncZod<SignUpDeps> = async (server, deps) => {
  await server.register(confirmRoutes, deps);
  const limits = {
    address: new PublicLimit({ most: 20, windowMs: hourMs }),
    mailbox: new PublicLimit({ most: 3, windowMs: hourMs }),
  };

  server.get(
    '/api/v1/sign-up',
    {
      config: { permission: 'public', rateLimit: { max: 600, timeWindow: 60_000 } },
      schema: { summary: 'Whether one can sign up for a trial, and how', tags, response: { 200: openness } },
    },
    () => ({ ...opennessOf(deps), stamp: formStamp(deps.keyring, deps.clock()) }),
  );

  server.post(
    '/api/v1/sign-up',
    {
      config: { permission: 'public', rateLimit: { max: 60, timeWindow: 60_000 } },
      bodyLimit: 8192,
      schema: {
        summary: 'Ask for a trial; the answer does not tell whether the address has an account',
        tags,
        body: signUp,
        response: { 202: answer },
      },
    },
    async (request, reply) => {
      const { isOpen, byMail } = opennessOf(deps);
      if (!isOpen) throw new Problem('not_allowed', [closed]);
      const { company, data, name, email, password, ...form } = request.body;
      const now = deps.clock();
      const next = byMail ? 'mail' : 'sign-in';
      if (isTrapped(deps.keyring, form, now)) return reply.code(202).send({ next });
      limits.address.count(request.ip, now);
      await refuseTooManyTrials(deps.store, { userId: null, now });
      const login = await preparedLogin({ email, name, password });
      const asked: SignUp = { login, company, data };
      if (!byMail) {
        await startForNewcomer(deps, { ...asked, password, address: request.ip });
        return reply.code(202).send({ next });
      }
      // After the answer, so that its time does not tell either.
      void writeLetter(deps, asked, limits.mailbox).catch((error) => {
        request.log.warn({ fault: loggableError(error) }, 'a sign-up letter was not sent');
      });
      return reply.code(202).send({ next });
    },
  );
};

/** Opening the link of a sign-up letter. */
const confirmRoutes: FastifyPluginAsyncZod<SignUpDeps> = async (server, deps) => {
  server.post(
    '/api/v1/sign-up/confirm',
    {
      config: { permission: 'public', rateLimit: { max: 60, timeWindow: 60_000 } },
      bodyLimit: 4096,
      schema: {
        summary: 'Open the link of a sign-up letter: it works once, makes the workspace and signs in',
        tags,
        body: z.object({ token: z.string().min(1).max(100) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { store, keyring, authority, clock } = deps;
      if (!opennessOf(deps).isOpen) throw new Problem('not_allowed', [closed]);
      const found = await takeSignUp(store, keyring, { token: request.body.token, now: clock() });
      // Whoever got an account meanwhile proves themselves by signing in, not by an older letter.
      if (!found || (await userIdOf(store, found.login.email)) !== null) throw new Problem('not_found', [usedUp]);
      // The link came by mail, and so proves the address.
      const login = { ...found.login, isEmailVerified: true };
      const started = await startTrial(deps, { ...found, login, address: request.ip });
      await openSessionOf(authority, started.userId, { request, reply });
      return reply
        .setCookie(workspaceCookie, started.workspace.slug, {
          path: '/',
          httpOnly: true,
          sameSite: 'lax',
          secure: isOverTls(request),
        })
        .code(204)
        .send(null);
    },
  );
};

/** Open where letters can confirm an address, or where nobody but this machine comes in. */
export function opennessOf({ installation, mailer }: Pick<SignUpDeps, 'installation' | 'mailer'>) {
  const { trialDays, isPrivate } = installation;
  const isOpen = trialDays > 0 && (mailer.isConfigured || isPrivate);
  return { isOpen, days: isOpen ? trialDays : 0, byMail: mailer.isConfigured };
}

type Asking = SignUp & Readonly<{ address: string }>;

async function startTrial(deps: SignUpDeps, { login, company, data, address }: Asking) {
  return startIn(deps, { company, data, address, owner: (tx) => createUser(tx, login) });
}

/**
 * Without letters nothing proves an address: a new one gets its account, and the browser signs in with the password as everybody
 * does; a known one gets a further workspace only if its own password came along. The answer is the same.
 */
async function startForNewcomer(deps: SignUpDeps, asked: Asking & Readonly<{ password: string }>): Promise<void> {
  const { store, clock } = deps;
  const { email } = asked.login;
  if ((await userIdOf(store, email)) === null) {
    await startTrial(deps, asked);
    return;
  }
  const userId = await provenUserId(store, { account: email, password: asked.password }).catch(() => null);
  if (userId === null) return;
  await refuseTooManyTrials(store, { userId, now: clock() });
  await startIn(deps, { ...asked, owner: async () => userId });
}

async function startIn(
  deps: SignUpDeps,
  wanted: Omit<Parameters<typeof startWorkspace>[1], 'trialDays'>,
): ReturnType<typeof startWorkspace> {
  const started = await startWorkspace(deps, { ...wanted, trialDays: deps.installation.trialDays });
  if (wanted.data === 'demo') deps.demoLife.fill(started.workspace);
  return started;
}

async function writeLetter(deps: SignUpDeps, asked: SignUp, mailbox: PublicLimit): Promise<void> {
  const { store, keyring, mailer, publicAddress, clock } = deps;
  const { email } = asked.login;
  if (!mailbox.takes(email, clock())) return;
  if ((await userIdOf(store, email)) !== null) return mailer.send(knownLetter(email, publicAddress));
  const token = await keepSignUp(store, keyring, { ...asked, now: clock() });
  await mailer.send(confirmLetter(email, `${publicAddress}/sign-up/confirm#${token}`));
}

const closed = {
  detail: {
    zh: '这里不开放自助试用；可以预约演示，或请管理员邀请你',
    en: 'Trials are not open here; book a demo, or ask an admin to invite you',
  },
};

const usedUp = {
  detail: {
    zh: '这个链接无效、已经用过或已经过期；已有账号请直接登录，否则请重新申请',
    en: 'This link is unknown, used or over; sign in if you have an account, or sign up again',
  },
};
