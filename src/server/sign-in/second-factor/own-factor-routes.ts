import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { viewerOf } from '#features/route-deps.ts';
import { maxPasswordLength } from '#shared/password-strength.ts';
import { Problem } from '#shared/problem.ts';
import { auditedForUser } from '../audited-for-user.ts';
import { provePassword } from '../prove-password.ts';
import type { SignInDeps } from '../sign-in-deps.ts';
import { tellingNews } from '../telling-news.ts';
import { authenticatorUri } from './one-time-code.ts';
import { provenByCode, wrongCode } from './proven-by-code.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import { beginSecondFactor, removeSecondFactor, takeCode } from './second-factors.ts';

const tags = ['sign-in'];
const config = {
  permission: 'signed-in',
  whileReadOnly: true,
  withoutSecondFactor: true,
  rateLimit: { max: 60, timeWindow: 60_000 },
};
const bodyLimit = 4096;
const password = z.string().min(1).max(maxPasswordLength);
const code = z.string().trim().min(1).max(40);
const both = z.object({ password, code: code.describe('From the authenticator, or a recovery code') });
const codes = z.object({ recoveryCodes: z.array(z.string()).describe('Shown this once') });

/** Setting up one's own second factor. */
export const ownFactorRoutes: FastifyPluginAsyncZod<SignInDeps> = async (server, deps) => {
  const { store, keyring, clock } = deps;
  const tell = tellingNews(server, deps);

  server.post(
    '/api/v1/me/second-factor',
    {
      config,
      bodyLimit,
      schema: {
        summary:
          'Begin to set up an authenticator; its secret is shown this once, and nothing changes until a code confirms it',
        tags,
        body: z.object({ password }),
        response: { 201: z.object({ secret: z.string(), uri: z.string() }) },
      },
    },
    async (request, reply) => {
      const { userId, email } = await provePassword(deps, request, { ...request.body, field: 'password' });
      const secret = await store.transaction((tx) => beginSecondFactor(tx, keyring, userId));
      if (secret === null) throw new Problem('conflict', [inUse]);
      return reply.code(201).send({ secret, uri: authenticatorUri({ secret, account: email }) });
    },
  );

  server.post(
    '/api/v1/me/second-factor/confirm',
    {
      config,
      bodyLimit,
      schema: {
        summary: 'Switch the second factor on, by a first code of the authenticator',
        tags,
        body: z.object({ code }),
        response: { 200: codes },
      },
    },
    async (request) => {
      const { userId } = viewerOf(request);
      if (userId === null) throw new Problem('not_allowed');
      const now = clock();
      const attempt = deps.codeAttempts.begin({ account: userId, address: request.ip, now });
      const recoveryCodes = await store.transaction(async (tx) => {
        if (!(await takeCode(tx, keyring, { userId, code: request.body.code, now, confirm: true }))) throw wrongCode();
        const made = await newRecoveryCodes(tx, userId);
        await auditedForUser(tx, { userId, actor: userId, address: request.ip, action: 'second_factor_on' });
        return made;
      });
      attempt.succeeded();
      tell(viewerOf(request).email, 'factorOn');
      return { recoveryCodes: [...recoveryCodes] };
    },
  );
};

/** Switching one's own second factor off, and other recovery codes. */
export const ownFactorChangeRoutes: FastifyPluginAsyncZod<SignInDeps> = async (server, deps) => {
  const { store } = deps;
  const tell = tellingNews(server, deps);

  server.post(
    '/api/v1/me/second-factor/off',
    {
      config,
      bodyLimit,
      schema: { summary: 'Switch the second factor off', tags, body: both, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { userId, email } = await provenByCode(deps, request);
      await store.transaction(async (tx) => {
        await removeSecondFactor(tx, userId);
        await auditedForUser(tx, { userId, actor: userId, address: request.ip, action: 'second_factor_off' });
      });
      tell(email, 'factorOff');
      return reply.code(204).send(null);
    },
  );

  server.post(
    '/api/v1/me/second-factor/recovery-codes',
    {
      config,
      bodyLimit,
      schema: { summary: 'Other recovery codes; the earlier ones end', tags, body: both, response: { 200: codes } },
    },
    async (request) => {
      const { userId } = await provenByCode(deps, request);
      const recoveryCodes = await store.transaction(async (tx) => {
        const made = await newRecoveryCodes(tx, userId);
        await auditedForUser(tx, { userId, actor: userId, address: request.ip, action: 'recovery_codes_made' });
        return made;
      });
      return { recoveryCodes: [...recoveryCodes] };
    },
  );
};

const inUse = {
  detail: {
    zh: '两步验证已经开着；要换验证器，请先关掉再开',
    en: 'A second factor is on already; to change the authenticator, switch it off first',
  },
};
