import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { viewerOf } from '#features/route-deps.ts';
import { maxPasswordLength } from '#shared/password-strength.ts';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import type { Transaction } from '#store/store.ts';
import { auditedForUser } from './audited-for-user.ts';
import { passwordHash } from './password.ts';
import { provePassword } from './prove-password.ts';
import { sessionOf } from './session.ts';
import type { SignInDeps } from './sign-in-deps.ts';
import { tellingNews } from './telling-news.ts';
import { refuseWeakPassword, setPassword } from './users.ts';

const tags = ['sign-in'];
const config = { permission: 'signed-in', whileReadOnly: true, withoutSecondFactor: true };
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
  const tell = tellingNews(server, deps);

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
      const { current, next } = request.body;
      const proven = await provePassword(deps, request, { password: current, field: 'current' });
      const { userId, sessionId, email, name } = proven;
      await refuseWeakPassword(next, { about: [email, name], field: 'next' });
      const hash = await passwordHash(next);
      await store.transaction(async (tx) => {
        await setPassword(tx, { id: userId, passwordHash: hash, keepSessionId: sessionId });
        await auditedForUser(tx, { userId, actor: userId, address: request.ip, action: 'password_changed' });
      });
      await liveEvents.recheck();
      tell(email, 'password');
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
      const sessions = await sessionsOf(store, { ...current, now: deps.clock() });
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
      const { userId, onlyHere, workspace } = viewerOf(request);
      if (userId === null) throw new Problem('not_found');
      const only = onlyHere ? workspace.id : null;
      await store.transaction(async (tx) => {
        const gone = await tx.query(sql`
          delete from sign_in_session 
           where id = ${request.params.id} and user_id = ${userId}
             and coalesce(workspace_id = ${only}, ${only}::text is null) returning id`);
        if (gone.length === 0) throw new Problem('not_found');
        await auditedForUser(tx, { userId, actor: userId, address: request.ip, action: 'session_revoked', only });
      });
      await liveEvents.recheck();
      return reply.code(204).send(null);
    },
  );
};

type Whose = Readonly<{ userId: string; onlyWorkspaceId: string | null; now: string }>;

/** TRAP: a session that a workspace's provider opened learns of no other than those. */
function sessionsOf(tx: Pick<Transaction, 'query'>, { userId, onlyWorkspaceId, now }: Whose) {
  return tx.query<Omit<z.output<typeof session>, 'isCurrent'>>(sql`
    select id, created_at as "createdAt", expires_at as "expiresAt", nullif(user_agent, '') as "userAgent"
      from sign_in_session
     where user_id = ${userId} and expires_at > ${now}::timestamptz
       and coalesce(workspace_id = ${onlyWorkspaceId}, ${onlyWorkspaceId}::text is null)
     order by created_at desc, id limit 100`);
}
