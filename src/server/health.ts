import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sql } from '#shared/sql.ts';
import type { ServerDeps } from './server-deps.ts';

const health = z.object({ status: z.enum(['ok', 'starting', 'failing']) });

/** Whether the server can answer: for load balancers, containers and people. */
export const healthRoutes: FastifyPluginAsyncZod<ServerDeps> = async (server, deps) => {
  server.get(
    '/api/health',
    {
      config: { permission: 'public', whileStarting: true, rateLimit: false },
      schema: {
        summary: 'Whether the server can answer questions',
        tags: ['server'],
        response: { 200: health, 503: health },
      },
    },
    async (_request, reply) => {
      const status = deps.phase() === 'starting' ? 'starting' : await storeStatus(deps);
      return reply
        .code(status === 'ok' ? 200 : 503)
        .header('cache-control', 'no-store')
        .send({ status });
    },
  );
};

async function storeStatus({ store }: ServerDeps): Promise<'ok' | 'failing'> {
  return await store.query(sql`select 1`).then(
    () => 'ok' as const,
    () => 'failing' as const,
  );
}
