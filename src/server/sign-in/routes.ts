import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { viewerOf } from '#features/route-deps.ts';
import { membershipsOf } from '#features/settings/members.ts';
import { maxPasswordLength } from '#shared/password-strength.ts';
import { Problem } from '#shared/problem.ts';
import { noteUse } from '../sign-up/new-workspace.ts';
import { auditedForUser } from './audited-for-user.ts';
import { FailedSignIns } from './failed-sign-ins.ts';
import { firstStepAnswers, passFirstStep } from './first-step.ts';
import { sessionCookie, workspaceCookie } from './identify.ts';
import { openedTo, refuseWithoutProvider } from './opened-workspaces.ts';
import { provenUserId } from './proven.ts';
import { passCookies, sessionOf } from './session.ts';
import type { SignInDeps } from './sign-in-deps.ts';

/** Signing in and out. */
export const signInRoutes: FastifyPluginAsyncZod<SignInDeps> = async (server, deps) => {
  const { store, attempts } = deps;
  const failures = new FailedSignIns(store);
  server.addHook('onClose', () => failures.written());

  server.post(
    '/api/v1/sign-in',
    {
      config: { permission: 'public', rateLimit: { max: 600, timeWindow: 60_000 } },
      bodyLimit: 4096,
      schema: {
        summary: 'Sign in with e-mail and password',
        tags: ['sign-in'],
        body: z.object({ email: z.string().min(1).max(254), password: z.string().min(1).max(maxPasswordLength) }),
        response: firstStepAnswers,
      },
    },
    async (request, reply) => {
      const account = request.body.email.trim().toLowerCase();
      const attempt = attempts.begin({ account, address: request.ip, now: deps.clock() });
      const userId = await provenUserId(store, { account, password: request.body.password }).catch((error) => {
        failures.note({ account, address: request.ip });
        throw error;
      });
      attempt.succeeded();
      refuseWithoutProvider(await membershipsOf(store, userId));
      const next = await passFirstStep(deps, userId, { request, reply });
      if (next === 'totp') return reply.code(200).send({ next });
      await store.transaction((tx) =>
        auditedForUser(tx, { userId, actor: userId, address: request.ip, action: 'sign_in' }),
      );
      return reply.code(204).send(null);
    },
  );

  server.post(
    '/api/v1/sign-out',
    {
      config: { permission: 'public' },
      schema: { summary: 'End the session of this browser', tags: ['sign-in'], response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { cookie } = request.headers;
      if (cookie?.includes(sessionCookie)) {
        const session = await sessionOf(deps.authority, request);
        const { headers } = await deps.authority.api.signOut({ headers: new Headers({ cookie }), returnHeaders: true });
        passCookies(headers, request, reply);
        if (session) {
          const { userId, onlyWorkspaceId: only } = session;
          await store.transaction((tx) =>
            auditedForUser(tx, { userId, actor: userId, address: request.ip, action: 'sign_out', only }),
          );
        }
        await deps.liveEvents.recheck(request.cookies[sessionCookie]);
      }
      return reply.clearCookie(workspaceCookie, { path: '/' }).code(204).send(null);
    },
  );
};

/** Choosing the workspace, for those who belong to several. */
export const workspaceChoiceRoutes: FastifyPluginAsyncZod<SignInDeps> = async (server, { store, clock }) => {
  server.put(
    '/api/v1/me/workspace',
    {
      config: { permission: 'signed-in', whileReadOnly: true, withoutSecondFactor: true },
      schema: {
        summary: 'Choose the workspace this browser looks at',
        tags: ['sign-in'],
        body: z.object({ slug: z.string().min(1).max(100) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const { userId } = viewer;
      const memberships = userId === null ? [] : openedTo(viewer, await membershipsOf(store, userId));
      const chosen = memberships.find(({ workspace }) => workspace.slug === request.body.slug);
      if (userId === null || !chosen) throw new Problem('not_allowed');
      await noteUse(store, { workspaceId: chosen.workspace.id, userId, now: clock() });
      return reply
        .setCookie(workspaceCookie, request.body.slug, { path: '/', httpOnly: true, sameSite: 'lax' })
        .code(204)
        .send(null);
    },
  );
};
