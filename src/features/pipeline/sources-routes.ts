import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askingOf } from '#features/asking-of.ts';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { sourceQuality, sourcesQuestion } from './source-quality.ts';

const number = z.number().nullable();
const money = z.string().describe('A decimal');
const range = z.object({ from: z.string(), before: z.string() });
const interval = z.object({ low: z.number(), high: z.number() });

const source = z.object({
  sourceId: z.string().nullable(),
  name: z.string().nullable(),
  rank: number.describe('By the lower end of the shrunk rate; null: too few leads to say'),
  leads: z.number(),
  valid: z.number(),
  validRate: number,
  won: z.number(),
  winRate: number,
  interval: interval.nullable().describe('Wilson, 95 %'),
  shrunk: interval.extend({ rate: z.number() }).nullable().describe('Drawn to the pooled mean (beta-binomial)'),
  wonAmount: money,
  valuePerLead: money.nullable(),
  buyers: z.number().describe('Customers won whose next 180 days are over'),
  buyersAgain: z.number(),
  repeatRate: number,
  cost: z
    .object({ amount: money, months: z.number(), perWin: money.nullable(), perLead: money.nullable() })
    .nullable()
    .describe('Where recorded, and when all leads of the source are looked at'),
});

const sourcesAnswer = z.object({
  asOf: z.string(),
  window: range,
  horizonDays: z.number(),
  fewestLeads: z.number(),
  pooled: z.object({ leads: z.number(), valid: z.number(), won: z.number(), rate: number }),
  sources: z.array(source).readonly(),
  best: z.object({ sourceId: z.string().nullable(), sureness: z.enum(['sure', 'likely', 'unsure']) }).nullable(),
  worst: z
    .object({ sourceId: z.string().nullable(), leadShare: z.number(), wonShare: z.number() })
    .nullable()
    .describe('The source with most leads of those surely below the mean'),
});

/** Where good leads come from. */
export const sourcesRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.post(
    '/api/v1/pipeline/sources',
    {
      config: { permission: 'data.read' },
      schema: {
        summary:
          'Lead sources by the win rate of mature leads, shrunk to the mean, with value, cost and repeat purchase',
        tags: ['pipeline'],
        body: sourcesQuestion,
        response: { 200: sourcesAnswer },
      },
    },
    async (request) => sourceQuality(await askingOf(deps, viewerOf(request)), request.body),
  );
};
