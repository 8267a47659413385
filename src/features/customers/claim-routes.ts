import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { claimBody, claimCustomer } from './claim.ts';
import { releaseBody, releaseCustomers, releaseManyBody } from './release.ts';

const tags = ['customers'];
const one = z.object({ id: z.string().min(1).max(100) });
const released = z.object({ released: z.number() });

/** Taking customers out of the pool (公海) and putting them back. */
export const claimRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.post(
    '/api/v1/customers/:id/claim',
    {
      config: { permission: 'customers.write' },
      schema: {
        summary: 'Take a customer out of the pool; of two at the same time one wins, the other gets `conflict`',
        tags,
        params: one,
        body: claimBody,
        response: { 200: z.object({ ownerId: z.string() }) },
      },
    },
    (request) => claimCustomer({ deps, viewer: viewerOf(request) }, { customerId: request.params.id, ...request.body }),
  );

  server.post(
    '/api/v1/customers/:id/release',
    {
      config: { permission: 'customers.write' },
      schema: {
        summary: 'Put a customer of one’s own people back into the pool, with a reason',
        tags,
        params: one,
        body: releaseBody,
        response: { 200: released },
      },
    },
    (request) =>
      releaseCustomers({ deps, viewer: viewerOf(request) }, { ids: [request.params.id], reason: request.body.reason }),
  );

  server.post(
    '/api/v1/customers/release',
    {
      config: { permission: 'customers.release' },
      schema: {
        summary: 'Put several customers of one’s own people back into the pool, all or none',
        tags,
        body: releaseManyBody,
        response: { 200: released },
      },
    },
    (request) => releaseCustomers({ deps, viewer: viewerOf(request) }, request.body),
  );
};
