import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { viewerOf } from '#features/route-deps.ts';
import { membershipsOf } from '#features/settings/members.ts';
import { Problem } from '#shared/problem.ts';
import type { LiveEvents } from '../live-events.ts';
import type { ServerDeps } from '../server-deps.ts';
import { SignInAttempts } from './attempts.ts';
import type { Authority } from './authority.ts';
import { sessionCookie, workspaceCookie } from './identify.ts';
import { maxPasswordLength } from './password.ts';

type Options = ServerDeps & Readonly<{ authority: Authority; liveEvents: LiveEvents }>;

/** Signing in and out, and choosing a workspace. */
export const signInRoutes: FastifyPluginAsyncZod<Options> = async (server, deps) => {
  const attempts = new SignInAttempts();

  server.post(
    '/api/v1/sign-in',
    {
      config: { permission: 'public', rateLimit: { max: 600, timeWindow: 60_000 } },
      bodyLimit: 4096,
      schema: {
        summary: 'Sign in with e-mail and password',
        tags: ['sign-in'],
        body: z.object({ email: z.string().min(1).max(254), password: z.string().min(1).max(maxPasswordLength) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const account = request.body.email.trim().toLowerCase();
      const attempt = attempts.begin({ account, address: request.ip, now: deps.clock() });
      const headers = await signIn(deps.authority, { account, password: request.body.password });
      attempt.succeeded();
      passCookies(headers, request, reply);
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
        const { headers } = await deps.authority.api.signOut({ headers: new Headers({ cookie }), returnHeaders: true });
        passCookies(headers, request, reply);
        await deps.liveEvents.recheck(request.cookies[sessionCookie]);
      }
      return reply.clearCookie(workspaceCookie, { path: '/' }).code(204).send(null);
    },
  );

  server.put(
    '/api/v1/me/workspace',
    {
      config: { permission: 'signed-in' },
      schema: {
        summary: 'Choose the workspace this browser looks at',
        tags: ['sign-in'],
        body: z.object({ slug: z.string().min(1).max(100) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { userId } = viewerOf(request);
      const memberships = userId === null ? [] : await membershipsOf(deps.store, userId);
      if (!memberships.some(({ workspace }) => workspace.slug === request.body.slug)) throw new Problem('not_allowed');
      return reply
        .setCookie(workspaceCookie, request.body.slug, { path: '/', httpOnly: true, sameSite: 'lax' })
        .code(204)
        .send(null);
    },
  );
};

async function signIn(authority: Authority, login: { account: string; password: string }): Promise<Headers> {
  try {
    const body = { email: login.account, password: login.password };
    const { headers } = await authority.api.signInEmail({ body, returnHeaders: true });
    return headers;
  } catch (error) {
    // Whatever better-auth has against the pair (unknown, wrong, not an address) is one answer outside.
    if (error instanceof Error && error.name === 'APIError') throw new Problem('wrong_credentials');
    throw error;
  }
}

/** Hands better-auth's cookies on; `Secure` when the request came over TLS or the product is known to live behind it. */
function passCookies(headers: Headers, request: FastifyRequest, reply: FastifyReply): void {
  const secure = request.protocol === 'https' || request.server.isBehindTls;
  for (const cookie of headers.getSetCookie()) {
    reply.header('set-cookie', secure && !/;\s*secure/i.test(cookie) ? `${cookie}; Secure` : cookie);
  }
}
