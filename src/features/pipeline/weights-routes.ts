import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askingOf } from '#features/asking-of.ts';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { configuredCountsFor, stageWeights, weightsQuestion } from './stage-weights.ts';
import { salesVelocity, velocityQuestion } from './velocity.ts';

const money = z.string().describe('A decimal');

const weight = z.object({
  stage: z.object({
    id: z.string(),
    name: z.string(),
    rank: z.number().nullable(),
    pipeline: z.object({ id: z.string(), name: z.string().nullable() }),
    limitDays: z.number().nullable(),
  }),
  deals: z.number(),
  amount: money,
  configured: z.number().nullable(),
  n: z.number().describe('Deals that first came to the stage long enough ago'),
  won: z.number(),
  stillOpen: z.number(),
  rate: z.number().nullable(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable().describe('Wilson, 95 %'),
  learnt: z
    .number()
    .nullable()
    .describe(`The rate, drawn towards the configured probability, which counts for ${configuredCountsFor} deals`),
  weighted: z.object({ configured: money.nullable(), learnt: money.nullable() }),
});

const weightsAnswer = z.object({
  asOf: z.string(),
  horizonDays: z.number().describe('How long ago is long enough'),
  stages: z.array(weight).readonly(),
  total: z.object({ amount: money, configured: money, learnt: money }),
  unweighted: z.object({ deals: z.number(), amount: money }),
});

const velocityAnswer = z.object({
  perDay: z.number().nullable().describe('Summed over segments; null when none is known'),
  segments: z
    .array(
      z.object({
        key: z.string().nullable(),
        name: z.string().nullable(),
        open: z.number(),
        winRate: z.number().nullable(),
        averageValue: z.number().nullable(),
        cycleDays: z.number().nullable(),
        perDay: z.number().nullable(),
      }),
    )
    .readonly(),
  unknown: z.number().describe('Segments of which some factor is not known'),
});

/** What the open pipeline is worth by history, and how fast it turns into wins. */
export const weightsRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.post(
    '/api/v1/pipeline/weights',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'Open deals by stage, weighted by the configured and by the learnt win probability',
        tags: ['pipeline'],
        body: weightsQuestion,
        response: { 200: weightsAnswer },
      },
    },
    async (request) => stageWeights(await askingOf(deps, viewerOf(request)), request.body),
  );

  server.post(
    '/api/v1/pipeline/velocity',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'Sales velocity: open deals × win rate × average won amount ÷ cycle per segment, summed',
        tags: ['pipeline'],
        body: velocityQuestion,
        response: { 200: velocityAnswer },
      },
    },
    async (request) => salesVelocity(await askingOf(deps, viewerOf(request)), request.body),
  );
};
