import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sql } from '#shared/sql.ts';
import { hasDemo } from './demo.ts';
import type { ServerDeps } from './server-deps.ts';

const health = z.object({
  status: z.enum(['ok', 'starting', 'failing']),
  demo: z.boolean().optional().describe('Whether people can sign in to a demo here; said once it is known'),
});

/** Whether the server can answer: for load balancers, containers and people. */
export const healthRoutes: FastifyPluginAsyncZod<ServerDeps> = async (server, deps) => {
  server.get(
    '/api/health',
    {
      config: { permission: 'public', whileStarting: true, whileOverloaded: true },
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
        .send({ status, ...(status === 'ok' ? { demo: await hasDemo(deps.store) } : {}) });
    },
  );
};

async function storeStatus({ store }: ServerDeps): Promise<'ok' | 'failing'> {
  return await store.query(sql`select 1`).then(
    () => 'ok' as const,
    () => 'failing' as const,
  );
}
