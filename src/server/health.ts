import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sql } from '#shared/sql.ts';
import type { Store } from '#store/store.ts';
import { hasDemo } from './demo.ts';
import type { ServerDeps } from './server-deps.ts';
import { freshOrKnown } from './sign-in/patience.ts';

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
      const said = deps.phase() === 'starting' ? ({ status: 'starting' } as const) : await storeHealth(deps);
      return reply
        .code(said.status === 'ok' ? 200 : 503)
        .header('cache-control', 'no-store')
        .send(said);
    },
  );
};

type Said = z.output<typeof health>;

async function storeHealth({ store }: ServerDeps): Promise<Said> {
  const asked = asStoreAnswers(store);
  // The embedded store does one thing at a time: busy with an import it is well, and answers when that is done.
  return store.kind === 'pglite' ? freshOrKnown(asked, { status: 'ok' }) : asked;
}

async function asStoreAnswers(store: Store): Promise<Said> {
  try {
    await store.query(sql`select 1`);
    return { status: 'ok', demo: await hasDemo(store) };
  } catch {
    return { status: 'failing' };
  }
}
