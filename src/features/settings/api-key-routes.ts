import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '#shared/problem.ts';
import { audited } from '#store/audit.ts';
import { actorOf } from '../audit-actor.ts';
import { type RouteDeps, viewerOf } from '../route-deps.ts';
import { apiKeysOf, createApiKey, revokeApiKey } from './api-keys.ts';
import { placeIn, placeInput } from './place.ts';

const apiKey = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  dataScope: z.string(),
  personId: z.string().nullable(),
  createdAt: z.string(),
  revokedAt: z.string().nullable(),
});

/** Keys for programs. */
export const apiKeyRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, { store, accessChanged }) => {
  const config = { permission: 'api_keys.write' };

  server.get(
    '/api/v1/api-keys',
    {
      config,
      schema: {
        summary: 'Keys of the workspace, newest first',
        tags: ['settings'],
        response: { 200: z.object({ apiKeys: z.array(apiKey) }) },
      },
    },
    async (request) => ({ apiKeys: [...(await apiKeysOf(store, viewerOf(request).workspace.id))] }),
  );

  server.post(
    '/api/v1/api-keys',
    {
      config,
      schema: {
        summary: 'Make a key; it is shown this once',
        tags: ['settings'],
        body: placeInput.extend({ name: z.string().trim().min(1).max(100) }),
        response: { 201: z.object({ id: z.string(), key: z.string() }) },
      },
    },
    async (request, reply) => {
      const { name, ...place } = request.body;
      const workspaceId = viewerOf(request).workspace.id;
      const given = await placeIn(store, viewerOf(request), place);
      const made = await store.transaction(async (tx) => {
        const key = await createApiKey(tx, { workspaceId, name, ...given });
        const subject = { kind: 'api_key', id: key.id };
        await audited(tx, { ...actorOf(request), action: 'api_key_created', subject, details: { name, ...given } });
        return key;
      });
      return reply.code(201).send(made);
    },
  );

  server.delete(
    '/api/v1/api-keys/:id',
    {
      config,
      schema: {
        summary: 'Revoke a key, at once',
        tags: ['settings'],
        params: z.object({ id: z.string() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { id: workspaceId } = viewerOf(request).workspace;
      const { id } = request.params;
      await store.transaction(async (tx) => {
        if (!(await revokeApiKey(tx, { workspaceId, id }))) throw new Problem('not_found');
        await audited(tx, { ...actorOf(request), action: 'api_key_revoked', subject: { kind: 'api_key', id } });
      });
      accessChanged?.();
      return reply.code(204).send(null);
    },
  );
};
