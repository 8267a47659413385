import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { actorOf } from '#features/audit-actor.ts';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { audited } from '#store/audit.ts';
import { type CustomerRules, customerRules, poolRules, putCustomerRules, tierRules } from './customer-rules.ts';

const tags = ['customers'];

/** What the company decides about its customers: thresholds of the tiers, limits of the pool. */
export const customerRulesRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.get(
    '/api/v1/customers/tier-rules',
    {
      config: { permission: 'customers.settings' },
      schema: { summary: 'Where tier A and tier B end, as shares of revenue', tags, response: { 200: tierRules } },
    },
    async (request) => (await customerRules(deps.store, viewerOf(request).workspace.id)).tiers,
  );

  server.put(
    '/api/v1/customers/tier-rules',
    {
      config: { permission: 'customers.settings' },
      schema: {
        summary: 'Change the thresholds; every month is evaluated anew',
        tags,
        body: tierRules,
        response: { 200: tierRules },
      },
    },
    async (request) => {
      await changeRules(deps, request, { tiers: request.body });
      return request.body;
    },
  );

  server.get(
    '/api/v1/customers/pool-rules',
    {
      config: { permission: 'customers.settings' },
      schema: { summary: 'Limits of claiming and holding, and when to let go', tags, response: { 200: poolRules } },
    },
    async (request) => (await customerRules(deps.store, viewerOf(request).workspace.id)).pool,
  );

  server.put(
    '/api/v1/customers/pool-rules',
    {
      config: { permission: 'customers.settings' },
      schema: { summary: 'Change the rules of the pool', tags, body: poolRules, response: { 200: poolRules } },
    },
    async (request) => {
      await changeRules(deps, request, { pool: request.body });
      return request.body;
    },
  );
};

async function changeRules(
  { store }: Pick<RouteDeps, 'store'>,
  request: FastifyRequest,
  rules: Partial<CustomerRules>,
): Promise<void> {
  const workspaceId = viewerOf(request).workspace.id;
  await store.transaction(async (tx) => {
    const before = await customerRules(tx, workspaceId);
    await putCustomerRules(tx, workspaceId, rules);
    // Only the part that was written, plainly: tiers and pool have no field of one name.
    const details = { before: rules.tiers ? before.tiers : before.pool, after: { ...rules.tiers, ...rules.pool } };
    await audited(tx, { ...actorOf(request), action: 'customer_rules_changed', details });
  });
}
