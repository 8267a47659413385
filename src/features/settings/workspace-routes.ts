import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { audited } from '#store/audit.ts';
import { rebucketCalendar } from '#store/calendar.ts';
import { changeWorkspace, type WorkspaceSettings } from '#store/workspaces.ts';
import { actorOf } from '../audit-actor.ts';
import { type RouteDeps, viewerOf } from '../route-deps.ts';

const settings = z.object({
  name: z.string().trim().min(1).max(100),
  colours: z.enum(['red_up', 'green_up']).describe('What a rise looks like'),
  fiscalStartMonth: z.int().min(1).max(12),
  weekStart: z.int().min(1).max(7).describe('1 is Monday'),
});

const whole = settings.extend({ slug: z.string(), zone: z.string(), currency: z.string() });

/** What the workspace is called, how it shows changes, and when its fiscal years and weeks begin. */
export const workspaceRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, { store }) => {
  server.get(
    '/api/v1/workspace',
    {
      config: { permission: 'data.read' },
      schema: { summary: 'Settings of the workspace', tags: ['settings'], response: { 200: whole } },
    },
    (request) => viewerOf(request).workspace,
  );

  server.put(
    '/api/v1/workspace',
    {
      config: { permission: 'workspace.write' },
      schema: {
        summary: 'Change the settings; another fiscal or week start rewrites the calendar',
        tags: ['settings'],
        body: settings,
        response: { 200: whole },
      },
    },
    async (request) => {
      const { workspace } = viewerOf(request);
      const after: WorkspaceSettings = request.body;
      await store.transaction(async (tx) => {
        const before = await changeWorkspace(tx, { id: workspace.id, ...after });
        if (before.fiscalStartMonth !== after.fiscalStartMonth || before.weekStart !== after.weekStart) {
          await rebucketCalendar(tx, { id: workspace.id, ...after });
        }
        await audited(tx, { ...actorOf(request), action: 'workspace_changed', details: { before, after } });
      });
      return { ...workspace, ...after };
    },
  );
};
