import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { actorOf } from '../audit-actor.ts';
import type { RouteDeps } from '../route-deps.ts';
import { changePlan } from './change-plan.ts';
import { listedWorkspaces } from './listed-workspaces.ts';
import { plan } from './plan-schema.ts';

const config = { permission: 'operator', whileReadOnly: true };
const tags = ['operator'];

const listed = z.object({
  slug: z.string(),
  name: z.string(),
  members: z.number(),
  rows: z.number(),
  plan,
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
});

const change = z.discriminatedUnion('change', [
  z.object({ change: z.literal('extend'), days: z.int().min(1).max(3650) }),
  z.object({ change: z.literal('make_permanent') }),
  z.object({ change: z.literal('make_read_only') }),
  z.object({ change: z.literal('make_writable') }),
]);

/** What people who run the installation see and do: workspaces and their plans, never what is in them. */
export const operatorRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, { store, clock }) => {
  server.get(
    '/api/v1/operator/workspaces',
    {
      config,
      schema: {
        summary: 'Every workspace: how large, how used, on which plan; none of its numbers',
        tags,
        response: { 200: z.object({ workspaces: z.array(listed) }) },
      },
    },
    async () => ({ workspaces: [...(await listedWorkspaces(store, clock()))] }),
  );

  server.post(
    '/api/v1/operator/workspaces/:slug/plan',
    {
      config,
      schema: {
        summary: 'Extend a trial, make a workspace permanent, read-only or writable again',
        tags,
        params: z.object({ slug: z.string().max(100) }),
        body: change,
        response: { 200: plan },
      },
    },
    async (request) => {
      const { actor, address } = actorOf(request);
      const { slug } = request.params;
      return store.transaction((tx) => changePlan(tx, { slug, ...request.body, now: clock(), by: { actor, address } }));
    },
  );
};
