import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askingOf } from '#features/asking-of.ts';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { customerRules } from './customer-rules.ts';
import { customerTiers, tierHistoryAnswer } from './customer-tiers.ts';
import { tiersAnswer } from './customers-schemas.ts';
import { pageQuestion } from './page-question.ts';
import { setTier, tierChange } from './set-tier.ts';
import { tiersByRep } from './tiers-by-rep.ts';

const tags = ['customers'];
const one = z.object({ id: z.string().min(1).max(100) });

/** Value tiers: who holds which customers, and the tier of one customer. */
export const tierRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.post(
    '/api/v1/customers/tiers',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'Customers and revenue by value tier and owner, how evenly A customers are spread, the pool apart',
        tags,
        body: pageQuestion,
        response: { 200: tiersAnswer },
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const rules = await customerRules(deps.store, viewer.workspace.id);
      const asking = await askingOf(deps, viewer);
      return tiersByRep({ asking }, request.body, rules.tiers);
    },
  );

  server.get(
    '/api/v1/customers/:id/tiers',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'The tier of a customer, by hand or evaluated, and every evaluation',
        tags,
        params: one,
        response: { 200: tierHistoryAnswer },
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const rules = await customerRules(deps.store, viewer.workspace.id);
      const asking = await askingOf(deps, viewer);
      return customerTiers({ asking }, request.params.id, rules.tiers);
    },
  );

  server.put(
    '/api/v1/customers/:id/tier',
    {
      config: { permission: 'customers.write' },
      schema: {
        summary: 'Give a customer a tier by hand, with a reason; null goes back to the evaluated one',
        tags,
        params: one,
        body: tierChange,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await setTier({ deps, viewer: viewerOf(request) }, { customerId: request.params.id, ...request.body });
      return reply.code(204).send(null);
    },
  );
};
