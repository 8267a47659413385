import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { localMoment } from '#shared/day.ts';
import type { Transaction } from '#store/store.ts';
import { askingOf } from '../asking-of.ts';
import { type RouteDeps, viewerOf } from '../route-deps.ts';
import { seenPeople } from '../seen-people.ts';
import { idempotencyHeaders, writeOnce } from '../write-once.ts';
import { newOrder } from './new-order.ts';
import { withRep } from './order-writer.ts';
import { writeOrder } from './write-order.ts';

const writtenOrder = z.object({ id: z.string(), number: z.string() });

/** Writing single orders, for teams without an order system and for programs. */
export const ordersRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.post(
    '/api/v1/orders',
    {
      config: { permission: 'orders.write' },
      schema: {
        summary: 'Write one order with its lines',
        tags: ['revenue'],
        headers: idempotencyHeaders,
        body: newOrder,
        response: { 201: writtenOrder },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const asking = await askingOf(deps, viewer);
      const sight = {
        seen: await seenPeople(asking),
        personId: viewer.personId,
        seesPool: viewer.permissions.includes('customers.pool'),
      };
      const today = localMoment(deps.clock(), viewer.workspace.zone).day;
      const write = async (tx: Transaction) => {
        const order = await withRep(tx, request.body, { viewer, today });
        return writeOrder(tx, order, { keyring: deps.keyring, workspace: viewer.workspace, sight });
      };
      const key = request.headers['idempotency-key'];
      const once = { key, viewer, request: 'POST /api/v1/orders', body: request.body };
      const written = await deps.store.transaction((tx) => writeOnce(tx, once, () => write(tx)));
      return reply.code(201).send(written);
    },
  );
};
