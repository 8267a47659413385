import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { RouteDeps } from '#features/route-deps.ts';
import { idempotencyHeaders } from '#features/write-once.ts';
import { addInteraction } from './add-interaction.ts';
import { changeDeal } from './change-deal.ts';
import { dealChange, dealOwner, newInteraction, writtenDeal } from './deal-schema.ts';
import { written } from './deal-writing.ts';

const params = z.object({ id: z.string().min(1).max(100) });
const tags = ['pipeline'];

/** Every step in the life of a deal, written as an event. */
export const dealStepsRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.post(
    '/api/v1/opportunities/:id/changes',
    {
      config: { permission: 'pipeline.write' },
      schema: {
        summary: 'One step of a deal: stage, amount, expected close, won, lost, disqualified, reopened, or undo',
        tags,
        params,
        headers: idempotencyHeaders,
        body: dealChange,
        response: { 200: writtenDeal },
      },
    },
    async (request) => {
      const { id } = request.params;
      const name = `POST /api/v1/opportunities/${id}/changes`;
      return written(deps, { request, name }, (tx, on) =>
        changeDeal(tx, { ...request.body, note: request.body.note, id }, on),
      );
    },
  );

  server.post(
    '/api/v1/opportunities/:id/owner',
    {
      config: { permission: 'pipeline.assign' },
      schema: {
        summary: 'Give a deal to another colleague within the data scope',
        tags,
        params,
        headers: idempotencyHeaders,
        body: dealOwner,
        response: { 200: writtenDeal },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { version, ownerId, note } = request.body;
      const name = `POST /api/v1/opportunities/${id}/owner`;
      const change = { kind: 'owner', ownerId } as const;
      return written(deps, { request, name }, (tx, on) => changeDeal(tx, { id, version, change, note }, on));
    },
  );

  server.post(
    '/api/v1/opportunities/:id/interactions',
    {
      config: { permission: 'pipeline.write' },
      schema: {
        summary: 'Note a call, a visit or a reply about a deal',
        tags,
        params,
        headers: idempotencyHeaders,
        body: newInteraction,
        response: { 201: z.object({ id: z.string() }) },
      },
    },
    async (request, reply) => {
      const { id: dealId } = request.params;
      const name = `POST /api/v1/opportunities/${dealId}/interactions`;
      const added = await written(deps, { request, name }, (tx, on) =>
        addInteraction(tx, { ...request.body, dealId }, on),
      );
      return reply.code(201).send(added);
    },
  );
};
