import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '#shared/problem.ts';
import { type RouteDeps, viewerOf } from '../route-deps.ts';
import { putTour, tourOf, tourStates } from './tours.ts';

const tour = z.object({ step: z.int().min(0).max(50), status: z.enum(tourStates) });

/** The guided tour: how far one is, the same on every device. */
export const tourRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, { store, clock }) => {
  server.get(
    '/api/v1/me/tour',
    {
      config: { permission: 'signed-in' },
      schema: {
        summary: 'How far one is in the guided tour of this workspace',
        tags: ['tour'],
        response: { 200: z.object({ tour: tour.nullable() }) },
      },
    },
    async (request) => {
      const { userId, workspace } = viewerOf(request);
      return { tour: userId === null ? null : await tourOf(store, { workspaceId: workspace.id, userId }) };
    },
  );

  server.put(
    '/api/v1/me/tour',
    {
      config: { permission: 'signed-in', whileReadOnly: true },
      schema: { summary: 'Note how far one is', tags: ['tour'], body: tour, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { userId, workspace } = viewerOf(request);
      if (userId === null) throw new Problem('not_allowed');
      await putTour(store, { workspaceId: workspace.id, userId, ...request.body, now: clock() });
      return reply.code(204).send(null);
    },
  );
};
