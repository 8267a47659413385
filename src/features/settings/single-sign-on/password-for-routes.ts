import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { audited } from '#store/audit.ts';
import { actorOf } from '../../audit-actor.ts';
import { type RouteDeps, viewerOf } from '../../route-deps.ts';
import { setPasswordFor } from './providers.ts';
import { refuseNoWayIn } from './way-in.ts';

/** Who may still come in by a password. */
export const passwordForRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, { store, accessChanged }) => {
  server.put(
    '/api/v1/single-sign-on/password',
    {
      config: { permission: 'single_sign_on.write' },
      schema: {
        summary: 'Say who may come in by a password: everyone, or only admins',
        tags: ['settings'],
        body: z.object({ passwordFor: z.enum(['everyone', 'admins']) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const workspaceId = viewerOf(request).workspace.id;
      await store.transaction(async (tx) => {
        const after = request.body.passwordFor;
        const before = await setPasswordFor(tx, { workspaceId, passwordFor: after });
        await refuseNoWayIn(tx, workspaceId);
        const details = { before, after };
        await audited(tx, { ...actorOf(request), action: 'sign_in_password_changed', details });
      });
      accessChanged?.();
      return reply.code(204).send(null);
    },
  );
};
