import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askingOf } from '#features/asking-of.ts';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { stuckBacktest } from './stuck-backtest.ts';
import { stuckDeals } from './stuck-deals.ts';
import { causeBases, stuckBase, stuckCauses, stuckQuestion, stuckRules } from './stuck-question.ts';

const text = z.string().nullable();
const number = z.number().nullable();
const money = z.string().describe('A decimal');
const rule = z.enum(stuckRules);
const cause = z.enum(stuckCauses);
const level = z.object({ deals: z.number(), amount: money });

const line = z.object({
  stageId: z.string(),
  stage: z.string(),
  pipelineId: z.string(),
  days: number.describe('A longer stay is stuck; null when nobody can say'),
  n: z.number(),
  basis: z.enum(['stage', 'pipeline', 'configured', 'none']),
});

const deal = z.object({
  id: z.string(),
  name: text,
  customerId: text,
  customer: text,
  repId: text,
  rep: text,
  stageId: text,
  stage: text,
  amount: money.nullable(),
  expectedCloseOn: text,
  rules: z.array(rule).readonly().describe('Those that fired'),
  ageDays: number.describe('Calendar days in the stage'),
  lineDays: number,
  quietWorkdays: number.describe('Since the last contact with the customer'),
  overdueDays: number,
  pushes: z.number(),
  cause,
  basis: z.enum(causeBases).describe('Only `recorded` is known, everything else is suspected'),
  evidence: z.object({
    cuts: z.number(),
    cutShare: number,
    competitor: text,
    similar: z.object({ reason: z.string(), hits: z.number(), of: z.number() }).nullable(),
  }),
});

const stuckAnswer = z.object({
  asOf: z.string(),
  rules: z.object({ share: z.number(), minWon: z.number(), quietWorkdays: z.number(), pushes: z.number() }),
  knowsContacts: z.boolean().describe('False: contacts are not recorded, so silence says nothing'),
  lines: z.array(line).readonly(),
  open: level,
  stuck: level.describe('Every deal once'),
  byRule: z.array(level.extend({ rule })).readonly().describe('A deal counts for every rule that fired'),
  byStage: z.array(level.extend({ stageId: text, stage: text })).readonly(),
  byCause: z.array(level.extend({ cause })).readonly(),
  byStageAndCause: z.array(level.extend({ stageId: text, cause })).readonly(),
  topTen: money,
  listed: level,
  deals: z.array(deal).readonly(),
  next: text,
});

const fate = z.object({
  deals: z.number(),
  won: z.number(),
  lost: z.number(),
  disqualified: z.number(),
  open: z.number(),
  lostRate: number.describe('Lost ÷ (won + lost)'),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
});

const backtestAnswer = z.object({
  judgedOn: z.string(),
  seenOn: z.string(),
  flagged: fate,
  unflagged: fate,
  sameStageLostRate: number.describe('Lost rate of unflagged deals in the same stages, the base rate to compare with'),
  byRule: z.array(fate.extend({ rule })).readonly(),
});

/** Deals that do not move, and whether the rules that find them are any good. */
export const stuckRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.post(
    '/api/v1/pipeline/stuck',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'Open deals that do not move: which rule fired, what may hold them up, what is at stake',
        tags: ['pipeline'],
        body: stuckQuestion,
        response: { 200: stuckAnswer },
      },
    },
    async (request) => stuckDeals(await askingOf(deps, viewerOf(request)), request.body),
  );

  server.post(
    '/api/v1/pipeline/stuck/backtest',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'What became of the deals that the rules would have flagged a quarter ago, beside the others',
        tags: ['pipeline'],
        body: stuckBase,
        response: { 200: backtestAnswer },
      },
    },
    async (request) => stuckBacktest(await askingOf(deps, viewerOf(request)), request.body),
  );
};
