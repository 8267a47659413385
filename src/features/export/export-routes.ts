import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { audited } from '#store/audit.ts';
import { actorOf } from '../audit-actor.ts';
import { type RouteDeps, viewerOf } from '../route-deps.ts';
import { workspaceZip } from './workspace-zip.ts';

/** Taking everything along; works in a workspace whose trial is over, too. */
export const exportRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, { store, keyring, clock }) => {
  server.get(
    '/api/v1/workspace/export',
    {
      exposeHeadRoute: false,
      config: { permission: 'workspace.export', compress: false, rateLimit: { max: 6, timeWindow: 60_000 } },
      schema: { summary: 'Everything of the workspace as one ZIP of CSV files with a manifest', tags: ['export'] },
    },
    async (request, reply) => {
      const { workspace } = viewerOf(request);
      const actor = actorOf(request);
      await audited(store, { ...actor, action: 'workspace_exported', details: { phase: 'begun' } });
      const zip = workspaceZip({ store, keyring, workspace, now: clock() }, async (rows) => {
        await audited(store, { ...actor, action: 'workspace_exported', details: { phase: 'finished', rows } });
      });
      const name = `${workspace.slug}-${clock().slice(0, 10)}.zip`;
      return reply
        .header('content-type', 'application/zip')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(zip);
    },
  );
};
