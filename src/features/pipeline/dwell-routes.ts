import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askingOf } from '#features/asking-of.ts';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { dwell, dwellQuestion } from './dwell.ts';

const range = z.object({ from: z.string(), before: z.string() });
const pipeline = z.object({ id: z.string(), name: z.string().nullable() });
const length = z.number().nullable().describe('Null: the stays seen do not reach it');

const stay = z.object({
  n: z.number(),
  open: z.number().describe('Not over at the end of the window'),
  median: length,
  low: length.describe('95 % interval of the median (Greenwood, log-log)'),
  high: length,
  p75: length,
  p90: length,
});

const band = z.object({ from: z.number().nullable(), before: z.number().nullable() });

const stageRow = z.object({
  stage: z
    .object({
      id: z.string(),
      name: z.string(),
      rank: z.number().nullable(),
      pipeline,
      limitDays: z.number().nullable(),
    })
    .nullable(),
  standing: z.object({
    count: z.number(),
    amount: z.string(),
    age: z.object({ n: z.number(), p25: z.number(), p50: z.number(), p75: z.number() }).nullable(),
  }),
  dwell: stay.nullable(),
  base: stay.nullable(),
  line: z
    .object({ days: z.number().nullable(), n: z.number(), basis: z.enum(['stage', 'pipeline', 'configured', 'none']) })
    .nullable(),
});

const answered = z.object({
  asOf: z.string(),
  unit: z.enum(['calendar', 'workdays']),
  window: range.describe('Stays entered in these days'),
  base: range.nullable().describe('The year before, seen at the same age'),
  bands: z.object({ small: band, medium: band, large: band }).nullable(),
  stages: z.array(stageRow).readonly(),
  slowed: z
    .object({ stageId: z.string(), days: z.number() })
    .nullable()
    .describe('The stage whose median rose most against the year before, beyond its interval'),
  pipelines: z.array(pipeline).readonly(),
  withoutHistory: z.object({ deals: z.number(), of: z.number() }),
});

/** How long deals stay in each stage. */
export const dwellRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.post(
    '/api/v1/pipeline/dwell',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'Where open deals stand, and how long deals stay in each stage by Kaplan–Meier',
        description:
          'Stays of the six months up to the end of the period (or of `months`, or of the whole period when it is longer); open ones count for as long as they are known to have lasted.',
        tags: ['pipeline'],
        body: dwellQuestion,
        response: { 200: answered },
      },
    },
    async (request) => dwell(await askingOf(deps, viewerOf(request)), request.body),
  );
};
