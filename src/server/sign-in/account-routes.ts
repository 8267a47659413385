import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { viewerOf } from '#features/route-deps.ts';
import { maxPasswordLength } from '#shared/password-strength.ts';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import type { Transaction } from '#store/store.ts';
import { auditedForUser } from './audited-for-user.ts';
import { isPasswordOf } from './password.ts';
import type { SignInDeps } from './routes.ts';
import { sessionOf } from './session.ts';
import { passwordHashOf, preparedLogin, setPassword } from './users.ts';

const tags = ['sign-in'];
const config = { permission: 'signed-in' };
const password = z.string().min(1).max(maxPasswordLength);

const session = z.object({
  id: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  userAgent: z.string().nullable(),
  isCurrent: z.boolean(),
});

/** What people do with their own sign-in: another password, ending sessions elsewhere. Keys have neither. */
export const accountRoutes: FastifyPluginAsyncZod<SignInDeps> = async (server, deps) => {
  const { store, authority, liveEvents } = deps;

  server.put(
    '/api/v1/me/password',
    {
      config: { ...config, rateLimit: { max: 60, timeWindow: 60_000 } },
      bodyLimit: 4096,
      schema: {
        summary: 'Change one’s own password; all other sessions end',
        tags,
        body: z.object({ current: password, next: password }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const current = await sessionOf(authority, request);
      const { email, name } = viewerOf(request);
      if (!current || email === null) throw new Problem('not_allowed');
      const attempt = deps.attempts.begin({ account: email, address: request.ip, now: deps.clock() });
      const { userId } = current;
      const hash = await passwordHashOf(store, userId);
      if (!hash || !(await isPasswordOf({ hash, password: request.body.current }))) throw wrongPassword();
      attempt.succeeded();
      const { passwordHash } = await preparedLogin({ email, name, password: request.body.next });
      await store.transaction(async (tx) => {
        await setPassword(tx, { id: userId, passwordHash, keepSessionId: current.id });
        await auditedForUser(tx, { userId, actor: userId, address: request.ip, action: 'password_changed' });
      });
      await liveEvents.recheck();
      return reply.code(204).send(null);
    },
  );

  server.get(
    '/api/v1/me/sessions',
    {
      config,
      schema: {
        summary: 'Where one is signed in, the newest first',
        tags,
        response: { 200: z.object({ sessions: z.array(session) }) },
      },
    },
    async (request) => {
      const current = await sessionOf(authority, request);
      if (!current) return { sessions: [] };
      const sessions = await sessionsOf(store, current.userId, deps.clock());
      return { sessions: sessions.map((each) => ({ ...each, isCurrent: each.id === current.id })) };
    },
  );

  server.delete(
    '/api/v1/me/sessions/:id',
    {
      config,
      schema: {
        summary: 'End one of one’s own sessions',
        tags,
        params: z.object({ id: z.string().max(100) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { userId } = viewerOf(request);
      if (userId === null) throw new Problem('not_found');
      await store.transaction(async (tx) => {
        const gone = await tx.query(sql`
          delete from sign_in_session where id = ${request.params.id} and user_id = ${userId} returning id`);
        if (gone.length === 0) throw new Problem('not_found');
        await auditedForUser(tx, { userId, actor: userId, address: request.ip, action: 'session_revoked' });
      });
      await liveEvents.recheck();
      return reply.code(204).send(null);
    },
  );
};

function sessionsOf(tx: Pick<Transaction, 'query'>, userId: string, now: string) {
  return tx.query<Omit<z.output<typeof session>, 'isCurrent'>>(sql`
    select id, created_at as "createdAt", expires_at as "expiresAt", nullif(user_agent, '') as "userAgent"
      from sign_in_session
     where user_id = ${userId} and expires_at > ${now}::timestamptz
     order by created_at desc, id limit 100`);
}

function wrongPassword(): Problem {
  const detail = { zh: '现在的密码不对', en: 'The current password is wrong' };
  return new Problem('invalid_request', [{ detail, place: { field: 'current' } }]);
}
