import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askingOf } from '#features/asking-of.ts';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { winRate, winRateQuestion } from './win-rate.ts';

const answered = z.object({
  won: z.number(),
  lost: z.number(),
  rate: z.number().nullable(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable().describe('Wilson, 95 %'),
});

/** The win rate and how sure it is. */
export const winRateRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.post(
    '/api/v1/pipeline/win-rate',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'Won ÷ (won + lost) by outcome date, with its 95 % interval',
        tags: ['pipeline'],
        body: winRateQuestion,
        response: { 200: answered },
      },
    },
    async (request) => winRate(await askingOf(deps, viewerOf(request)), request.body),
  );
};
