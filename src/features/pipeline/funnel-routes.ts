import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askingOf } from '#features/asking-of.ts';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { funnel, funnelQuestion } from './funnel.ts';

const cohort = z.object({
  range: z.object({ from: z.string(), before: z.string() }),
  seenBefore: z.string().describe('Looked at on the evening before this day'),
});

const pipeline = z.object({ id: z.string(), name: z.string().nullable() });

const tally = z.object({
  n: z.number(),
  reached: z.number(),
  skipped: z.number().describe('Strict only: came further out of order'),
  open: z.number(),
  lost: z.number(),
  disqualified: z.number(),
});

const difference = z
  .object({ difference: z.number(), low: z.number(), high: z.number() })
  .nullable()
  .describe('With its 95 % interval (Newcombe)');

const step = z.object({
  now: tally,
  previous: tally,
  yearAgo: tally,
  sincePrevious: difference,
  sinceYearAgo: difference,
});

const part = z.object({
  id: z.string().nullable(),
  name: z.string().nullable(),
  change: z.number(),
  share: z.number(),
});

const weakest = z.object({
  against: z.enum(['previous', 'year_ago']),
  stageId: z.string(),
  from: z.number(),
  to: z.number(),
  difference: z.object({ difference: z.number(), low: z.number(), high: z.number() }),
  regions: z.array(part).readonly().describe('Sum to the difference'),
  teams: z.array(part).readonly().describe('Sum to the difference'),
});

const stage = z.object({
  id: z.string(),
  name: z.string(),
  rank: z.number().nullable(),
  pipeline,
  limitDays: z.number().nullable(),
});

const answered = z.object({
  way: z.enum(['any', 'strict']),
  matureDays: z.number(),
  periodsBack: z.number().describe('Above 0: the period is too young, and the cohort so many periods earlier'),
  now: cohort,
  previous: cohort,
  yearAgo: cohort,
  pipeline: pipeline.nullable(),
  pipelines: z.array(pipeline).readonly(),
  deals: step,
  steps: z.array(step.extend({ stage, next: z.string().nullable() })).readonly(),
  withoutHistory: z.number(),
  leads: z.array(step).readonly().nullable(),
  behindOthers: z
    .object({
      stageId: z.string(),
      own: z.number(),
      others: z.number(),
      difference: z.object({ difference: z.number(), low: z.number(), high: z.number() }),
    })
    .nullable()
    .describe('Where the reps or teams filtered for are furthest behind the rest of the cohort, beyond chance'),
  weakest: weakest.nullable().describe('The step whose conversion fell most, beyond chance'),
});

/** What became of the deals and leads of a cohort. */
export const funnelRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.post(
    '/api/v1/pipeline/funnel',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'What became of the deals and leads that came in together, beside two earlier cohorts of the same age',
        tags: ['pipeline'],
        body: funnelQuestion,
        response: { 200: answered },
      },
    },
    async (request) => funnel(await askingOf(deps, viewerOf(request)), request.body),
  );
};
