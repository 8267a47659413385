import { createHash } from 'node:crypto';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { localMoment } from '#shared/day.ts';
import { idempotent } from '#store/idempotency.ts';
import type { Transaction } from '#store/store.ts';
import { type RouteDeps, viewerOf } from '../route-deps.ts';
import type { Viewer } from '../viewer.ts';
import { type NewOrder, newOrder } from './new-order.ts';
import { withRep } from './order-writer.ts';
import { writeOrder } from './write-order.ts';

const writtenOrder = z.object({ id: z.string(), number: z.string() });

const idempotencyKey = z.object({
  'idempotency-key': z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('The same key and body again give the same answer and write nothing'),
});

/** Writing single orders, for teams without an order system and for programs. */
export const ordersRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.post(
    '/api/v1/orders',
    {
      config: { permission: 'orders.write' },
      schema: {
        summary: 'Write one order with its lines',
        tags: ['revenue'],
        headers: idempotencyKey,
        body: newOrder,
        response: { 201: writtenOrder },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const today = localMoment(deps.clock(), viewer.workspace.zone).day;
      const write = async (tx: Transaction) => {
        const order = await withRep(tx, request.body, { viewer, today });
        return writeOrder(tx, order, { keyring: deps.keyring, workspace: viewer.workspace });
      };
      const key = request.headers['idempotency-key'];
      const written = await deps.store.transaction((tx) =>
        key === undefined ? write(tx) : writeOnce(tx, { key, viewer, order: request.body }, () => write(tx)),
      );
      return reply.code(201).send(written);
    },
  );
};

type Once = Readonly<{ key: string; viewer: Viewer; order: NewOrder }>;

async function writeOnce<T>(tx: Transaction, { key, viewer, order }: Once, write: () => Promise<T>): Promise<T> {
  const requestHash = createHash('sha256')
    .update(JSON.stringify(['POST /api/v1/orders', viewer.userId ?? viewer.name, order]))
    .digest('base64url');
  const request = { workspaceId: viewer.workspace.id, key, requestHash };
  const { response } = await idempotent(tx, request, async () => ({ status: 201, response: await write() }));
  return response;
}
