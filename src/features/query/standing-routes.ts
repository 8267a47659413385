import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askingOf } from '#features/asking-of.ts';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { questionSchema } from '#semantic/parse.ts';
import { standing, standingMeasures } from './standing.ts';

const question = z.strictObject({ measure: z.enum(standingMeasures), period: questionSchema.shape.period });

const answered = z.object({
  own: z.string().nullable(),
  reason: z.enum(['no_person', 'too_few']).nullable(),
  rank: z.number(),
  of: z.number(),
  next: z.string().nullable(),
  median: z.string().nullable(),
  peers: z.array(z.string()).readonly(),
});

/** A rep's own rank among unnamed colleagues. */
export const standingRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.post(
    '/api/v1/standing',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'One’s own value and rank among all reps in service, their values without names',
        tags: ['query'],
        body: question,
        response: { 200: answered },
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      return standing(await askingOf(deps, viewer), viewer.personId, request.body);
    },
  );
};
