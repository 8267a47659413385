import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { askingOf } from '#features/asking-of.ts';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { customerRules } from './customer-rules.ts';
import { tiersAnswer } from './customers-schemas.ts';
import { pageQuestion } from './page-question.ts';
import { tiersByRep } from './tiers-by-rep.ts';

/** Value tiers: who holds which customers. */
export const tierRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.post(
    '/api/v1/customers/tiers',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'Customers and revenue by value tier and owner, how evenly A customers are spread, the pool apart',
        tags: ['customers'],
        body: pageQuestion,
        response: { 200: tiersAnswer },
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const rules = await customerRules(deps.store, viewer.workspace.id);
      const asking = await askingOf(deps, viewer);
      return tiersByRep({ asking, role: viewer.role }, request.body, rules.tiers);
    },
  );
};
