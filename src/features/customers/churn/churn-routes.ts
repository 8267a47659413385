import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askingOf } from '#features/asking-of.ts';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { churnModels, warningKinds, warningModel } from './churn-models.ts';
import { churnQuestion, churnWarnings } from './churn-warnings.ts';
import { currentModels, refit, type StoredModels } from './current-models.ts';
import { churnLevels } from './judge-customer.ts';
import { scoreCard } from './score-card.ts';

const tags = ['customers'];
const sum = { customers: z.number(), atRisk: z.string() };
const level = z.enum(churnLevels);

const warnings = z.object({
  asOf: z.string().describe('The last day that is known'),
  method: z.enum(['model', 'rule']).describe('`rule` when too few customers bought again for a model'),
  model: z.enum(warningKinds).describe('The model that P(alive) is by'),
  models: z.union([churnModels.shape.mbgNbd, churnModels.shape.paretoNbd]),
  totals: z.object({
    ...sum,
    byLevel: z.array(z.object({ level, ...sum })),
    judged: z.number(),
    gone: z.number().describe('Without an order for a year: lost, no warning'),
  }),
  most: z
    .object({ region: z.string(), type: z.string(), customers: z.number(), warned: z.number(), base: z.number() })
    .nullable()
    .describe('The kind of customers in a region of whom surely more are warned of than of all'),
  rows: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        owner: z.object({ id: z.string(), name: z.string() }).nullable(),
        level,
        reason: z.object({ zh: z.string(), en: z.string() }),
        atRisk: z.string().describe('What the customer would bring in a year if it stayed'),
        alive: z.number().nullable(),
        expectedOrders: z.number().nullable().describe('In the next 90 days'),
        orderDays: z.number(),
        silentDays: z.number(),
        medianGapDays: z.number().nullable(),
        thresholdDays: z.number().nullable(),
        task: z
          .object({
            id: z.string(),
            assignee: z.string().nullable(),
            dueOn: z.string().nullable(),
            doneOn: z.string().nullable(),
            outcome: z.string().nullable(),
          })
          .nullable(),
      }),
    )
    .readonly(),
  next: z.string().nullable(),
});

const modelsAnswer = z.object({
  asOf: z.string(),
  fittedAt: z.string(),
  method: z.enum(['model', 'rule']),
  models: churnModels,
  scoreCard,
});

/** Who may be lost, and how good these warnings have been. */
export const churnRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.post(
    '/api/v1/customers/churn',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'Customers at risk by revenue at risk, with the reason in words',
        tags,
        body: churnQuestion,
        response: { 200: warnings },
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      return churnWarnings(deps, { asking: await askingOf(deps, viewer) }, request.body);
    },
  );

  server.get(
    '/api/v1/customers/models',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'The models behind the warnings and their score card on a held-out quarter',
        tags,
        response: { 200: modelsAnswer },
      },
    },
    async (request) =>
      told(await currentModels({ store: deps.store, asking: await askingOf(deps, viewerOf(request)) })),
  );

  server.post(
    '/api/v1/customers/models',
    {
      config: { permission: 'customers.settings' },
      schema: { summary: 'Fit the models again now', tags, response: { 200: modelsAnswer } },
    },
    async (request) => told(await refit({ store: deps.store, asking: await askingOf(deps, viewerOf(request)) })),
  );
};

function told(stored: StoredModels) {
  return { ...stored, method: warningModel(stored.models) ? ('model' as const) : ('rule' as const) };
}
