import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askingOf } from '#features/asking-of.ts';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { adviceActions, adviceReasons } from './rep-advice.ts';
import { repLoads, repsQuestion } from './reps.ts';

const number = z.number().nullable();
const money = z.string().describe('A decimal');
const level = z.object({ deals: z.number(), amount: money });
const line = z.object({ median: z.number(), mean: z.number(), line: z.number().describe('Below it is far below') });

const rep = level.extend({
  id: z.string(),
  name: z.string(),
  isBelowDeals: z.boolean(),
  isBelowAmount: z.boolean(),
  daysInService: number,
  created: z.number().describe('New deals of the last 90 days'),
  leads: number.describe('Leads of the last 90 days; null when the filters cannot be asked of leads'),
  won: z.number().describe('Of the last 365 days, as lost'),
  lost: z.number(),
  winRate: number,
  winInterval: z.object({ low: z.number(), high: z.number() }).nullable().describe('Wilson, 95 %'),
  lostStage: z
    .object({ name: z.string(), deals: z.number(), of: z.number() })
    .nullable()
    .describe('Where most of the lost deals last stood'),
  advice: z.array(z.object({ action: z.enum(adviceActions), because: z.enum(adviceReasons) })).readonly(),
});

const repsAnswer = z.object({
  asOf: z.string(),
  threshold: z.number(),
  reps: z.array(rep).readonly(),
  team: z
    .object({ deals: line, amount: line, created: number, leads: number, winRate: number })
    .nullable()
    .describe('Null when there are too few reps to compare'),
  others: level.describe('Held by nobody, by leavers, or by people who are no reps'),
  total: level.describe('The tiles: reps and others together'),
});

/** Open deals per rep against the team. */
export const repsRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.post(
    '/api/v1/pipeline/reps',
    {
      config: { permission: 'data.read' },
      schema: {
        summary:
          'Open deals of every rep in service beside the team’s median and mean, and what to do for those far below',
        tags: ['pipeline'],
        body: repsQuestion,
        response: { 200: repsAnswer },
      },
    },
    async (request) => repLoads(await askingOf(deps, viewerOf(request)), request.body),
  );
};
