import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askingOf } from '#features/asking-of.ts';
import { actorOf } from '#features/audit-actor.ts';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import { Problem } from '#shared/problem.ts';
import { churnLevels } from '../churn/judge-customer.ts';
import { seenCustomer } from '../seen-customer.ts';
import { revealedContact } from './contacts.ts';
import { customerTimeline, timelinePage, timelineQuestion } from './customer-timeline.ts';
import { oneCustomer } from './one-customer.ts';

const tags = ['customers'];
const id = z.string().min(1).max(100);
const text = z.string().nullable();
const bilingual = z.object({ zh: z.string(), en: z.string() });
const tier = z.enum(['a', 'b', 'c']);

const contact = z.object({ id: z.string(), name: z.string(), title: text, phone: text, email: text });

const customerAnswer = z.object({
  id: z.string(),
  name: z.string(),
  type: text,
  industry: text,
  region: text,
  source: text,
  createdOn: text,
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  isInPool: z.boolean(),
  isOurs: z.boolean().describe('Whether the viewer sees the owner, and so all of the customer’s history'),
  tier,
  tierByHand: z.boolean(),
  owners: z.array(z.object({ kind: z.string(), on: z.string(), owner: text, by: text, reason: text })).readonly(),
  figures: z.object({
    revenue: text.describe('Net, of the last 365 days'),
    orders: z.number(),
    activity: z.number(),
    effort: z.number(),
    quietDays: z.number().nullable(),
    contactDays: z.number().nullable(),
  }),
  churn: z
    .object({
      level: z.enum(churnLevels).nullable(),
      isGone: z.boolean(),
      alive: z.number().nullable(),
      expectedOrders: z.number().nullable(),
      medianGapDays: z.number().nullable(),
      thresholdDays: z.number().nullable(),
      atRisk: z.string(),
      reason: bilingual,
    })
    .nullable(),
  next: z.object({
    code: z.string(),
    title: bilingual,
    reason: bilingual,
    kind: z.enum(['follow_up', 'churn', 'wake_up', 'stuck']),
    isTask: z.boolean(),
  }),
  contacts: z.array(contact).readonly().describe('Masked'),
  mayReveal: z.boolean(),
});

/** One customer: who it is, what it does, what happened and what to do next. */
export const oneCustomerRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  server.get(
    '/api/v1/customers/:id',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'One customer with its figures, next step and masked contacts',
        tags,
        params: z.object({ id }),
        response: { 200: customerAnswer },
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      return oneCustomer({ deps, viewer, asking: await askingOf(deps, viewer) }, request.params.id);
    },
  );

  server.get(
    '/api/v1/customers/:id/timeline',
    {
      config: { permission: 'data.read' },
      schema: {
        summary: 'Orders, deals, contacts, follow-ups and hand-overs of a customer, the latest first',
        tags,
        params: z.object({ id }),
        querystring: timelineQuestion,
        response: { 200: timelinePage },
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const question = { ...request.query, customerId: request.params.id };
      return customerTimeline({ asking: await askingOf(deps, viewer) }, deps, question);
    },
  );

  server.post(
    '/api/v1/customers/:id/contacts/:contactId/reveal',
    {
      config: { permission: 'contacts.reveal' },
      schema: {
        summary: 'A contact in clear; who looked is written into the audit log',
        tags,
        params: z.object({ id, contactId: id }),
        response: { 200: contact },
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { id: customerId, contactId } = request.params;
      const asking = await askingOf(deps, viewer);
      const { isOwnerSeen } = await seenCustomer({ asking }, customerId);
      if (!isOwnerSeen) throw new Problem('not_found');
      return revealedContact(deps, actorOf(request), { workspaceId: viewer.workspace.id, customerId, contactId });
    },
  );
};
