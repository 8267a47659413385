import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askingOf } from '#features/asking-of.ts';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { idempotencyHeaders } from '#features/write-once.ts';
import { createDeal } from './create-deal.ts';
import { dealDetails, newDeal, readDeal, writtenDeal } from './deal-schema.ts';
import { written } from './deal-writing.ts';
import { editDetails } from './edit-details.ts';
import { oneDeal } from './read-deal.ts';

const params = z.object({ id: z.string().min(1).max(100) });
const tags = ['pipeline'];

/** Single deals: reading one with its history, opening one, and what it is about. */
export const dealsRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.get(
    '/api/v1/opportunities/:id',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'One deal with its history, its stays in stages, interactions and open tasks',
        tags,
        params,
        response: { 200: readDeal },
      },
    },
    async (request) => oneDeal(await askingOf(deps, viewerOf(request)), deps, request.params.id),
  );

  server.post(
    '/api/v1/opportunities',
    {
      config: { permission: 'pipeline.write' },
      schema: {
        summary: 'Open a deal',
        tags,
        headers: idempotencyHeaders,
        body: newDeal,
        response: { 201: writtenDeal },
      },
    },
    async (request, reply) => {
      const name = 'POST /api/v1/opportunities';
      return reply.code(201).send(await written(deps, { request, name }, (tx, on) => createDeal(tx, request.body, on)));
    },
  );

  server.put(
    '/api/v1/opportunities/:id',
    {
      config: { permission: 'pipeline.write' },
      schema: {
        summary: 'Name, customer, product and source of a deal; what is left out stays',
        tags,
        params,
        headers: idempotencyHeaders,
        body: dealDetails,
        response: { 200: writtenDeal },
      },
    },
    async (request) => {
      const { id } = request.params;
      const name = `PUT /api/v1/opportunities/${id}`;
      return written(deps, { request, name }, (tx, on) => editDetails(tx, { ...request.body, id }, on));
    },
  );
};
