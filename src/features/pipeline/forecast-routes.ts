import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askingOf } from '#features/asking-of.ts';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { grains } from '#semantic/question.ts';
import { forecast, forecastQuestion } from './forecast.ts';
import { forecastHistory } from './forecast-history.ts';

const range = z.object({ from: z.string(), before: z.string() });
const estimate = z.number().describe('An estimate in the workspace’s currency');

const outlookAnswer = z.object({
  period: range,
  kind: z.literal('outlook'),
  asOf: z.string(),
  daysLeft: z.number(),
  wonSoFar: estimate,
  wonDeals: z.number(),
  p10: estimate,
  p50: estimate,
  p90: estimate,
  expected: estimate,
  fresh: estimate.describe('Expected of deals that are not open yet; part of the above'),
  openDeals: z.number(),
  outlived: z.number().describe('Open deals older than any won one like them'),
  learnt: z.object({ deals: z.number(), won: z.number(), followDays: z.number() }),
});

const forecastAnswer = z.discriminatedUnion('kind', [
  outlookAnswer,
  z.object({ period: range, kind: z.literal('not_enough_data'), need: z.number(), have: z.number() }),
  z.object({ period: range, kind: z.literal('not_running') }),
]);

const historyAnswer = z.object({
  unit: z.enum(grains),
  points: z
    .array(
      z.object({
        period: range,
        lead: z.number().describe('Days before the end'),
        actual: estimate,
        seen: z.object({ asOf: z.string(), wonSoFar: estimate, p10: estimate, p50: estimate, p90: estimate }),
      }),
    )
    .readonly(),
  leads: z
    .array(
      z.object({
        lead: z.number(),
        n: z.number(),
        bias: z.number().nullable(),
        wape: z.number().nullable(),
        coverage: z.number().describe('Share of periods that closed between P10 and P90'),
      }),
    )
    .readonly(),
});

/** How a running period will close, and how good such forecasts were. */
export const forecastRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.post(
    '/api/v1/pipeline/forecast',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'The amount a running period closes with: P10, P50, P90 by simulation of the open deals',
        tags: ['pipeline'],
        body: forecastQuestion,
        response: { 200: forecastAnswer },
      },
    },
    async (request) => forecast(await askingOf(deps, viewerOf(request)), request.body),
  );

  server.post(
    '/api/v1/pipeline/forecast/history',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'What the forecast would have said in past periods with what was known then, against what came',
        tags: ['pipeline'],
        body: forecastQuestion,
        response: { 200: historyAnswer },
      },
    },
    async (request) => forecastHistory(await askingOf(deps, viewerOf(request)), request.body),
  );
};
