import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askingOf } from '#features/asking-of.ts';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { waterfall, waterfallQuestion } from './waterfall.ts';
import { waterfallDeals, waterfallDealsQuestion } from './waterfall-deals.ts';
import { waterfallRows, waterfallSteps } from './waterfall-sql.ts';

const range = z.object({ from: z.string(), before: z.string() });
const money = z.string().describe('A decimal');
const level = z.object({ amount: money, deals: z.number() });

const waterfallAnswer = z.object({
  between: range,
  closing: range.nullable(),
  start: level,
  steps: z.array(level.extend({ step: z.enum(waterfallSteps) })).readonly(),
  end: level,
  residual: level.describe('What the steps do not explain: zero'),
});

const dealsAnswer = z.object({
  deals: z
    .array(
      z.object({
        step: z.enum(waterfallRows),
        id: z.string(),
        name: z.string().nullable(),
        customerId: z.string().nullable(),
        customer: z.string().nullable(),
        rep: z.string().nullable(),
        stage: z.string().nullable(),
        value: money.describe('What the deal adds to the step'),
        amountBefore: money.nullable(),
        amountAfter: money.nullable(),
        closeBefore: z.string().nullable(),
        closeAfter: z.string().nullable(),
      }),
    )
    .readonly(),
  total: z.number(),
  sum: money.describe('Of all deals, not of the page'),
  next: z.number().nullable().describe('The offset of the next page'),
});

/** How the pipeline got from one day to another. */
export const waterfallRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.post(
    '/api/v1/pipeline/waterfall',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'Open pipeline between two days, step by step, without a residual',
        description:
          'All open deals, or those expected to close in `closing`. Since last Monday unless `between` says otherwise.',
        tags: ['pipeline'],
        body: waterfallQuestion,
        response: { 200: waterfallAnswer },
      },
    },
    async (request) => waterfall(await askingOf(deps, viewerOf(request)), request.body),
  );

  server.post(
    '/api/v1/pipeline/waterfall/deals',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'The deals behind steps of the waterfall; they add up to them',
        tags: ['pipeline'],
        body: waterfallDealsQuestion,
        response: { 200: dealsAnswer },
      },
    },
    async (request) => waterfallDeals(await askingOf(deps, viewerOf(request)), request.body),
  );
};
