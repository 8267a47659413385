import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { letter } from '#connectors/mail/letter.ts';
import { Problem } from '#shared/problem.ts';
import { audited } from '#store/audit.ts';
import { actorOf } from '../audit-actor.ts';
import { formStamp, isTrapped } from '../form-guard.ts';
import { PublicLimit } from '../public-limit.ts';
import type { RouteDeps } from '../route-deps.ts';
import {
  deleteRequest,
  keepRequest,
  listedRequests,
  requestStates,
  setRequestState,
  teamSizes,
} from './demo-requests.ts';

const tags = ['demo requests'];
const operator = { permission: 'operator', whileReadOnly: true };

const words = (most: number) => z.string().trim().min(1).max(most);
const contact = words(254).refine(isContact, 'an e-mail address or a phone number');

const wish = z.object({
  name: words(100),
  company: words(100),
  contact,
  teamSize: z.enum(teamSizes),
  wish: z.string().trim().max(1000).default(''),
  locale: z.enum(['zh', 'en']),
});

const form = wish.extend({
  agrees: z.literal(true).describe('That these details are kept to get in touch'),
  stamp: z.string().max(500).describe('From `GET /api/v1/demo-requests/form`, when the form was opened'),
  website: z.string().max(500).default('').describe('Left empty by people'),
});

const listed = wish.extend({
  id: z.string(),
  contact: z.string(),
  wish: z.string(),
  status: z.enum(requestStates),
  createdAt: z.string(),
  changedAt: z.string(),
});

const byId = z.object({ id: z.string().max(100) });
const hourMs = 3_600_000;

/** Booking a demo: a form for everyone, and its list for the operator. */
export const demoRequestRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  await server.register(bookingRoutes, deps);
  const { store, keyring, clock } = deps;

  server.get(
    '/api/v1/operator/demo-requests',
    {
      config: operator,
      schema: {
        summary: 'Who wants to be shown the product, the latest first',
        tags,
        response: { 200: z.object({ requests: z.array(listed) }) },
      },
    },
    async () => ({ requests: [...(await listedRequests(store, keyring))] }),
  );

  server.put(
    '/api/v1/operator/demo-requests/:id',
    {
      config: operator,
      schema: {
        summary: 'Note how far one is with a request',
        tags,
        params: byId,
        body: z.object({ status: z.enum(requestStates) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { status } = request.body;
      await store.transaction(async (tx) => {
        if (!(await setRequestState(tx, { id, status, now: clock() }))) throw new Problem('not_found');
        const subject = { kind: 'demo_request', id };
        await audited(tx, { ...actorOf(request), action: 'demo_request_changed', subject, details: { status } });
      });
      return reply.code(204).send(null);
    },
  );

  server.delete(
    '/api/v1/operator/demo-requests/:id',
    {
      config: operator,
      schema: {
        summary: 'Delete a request with everything the person said',
        tags,
        params: byId,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await store.transaction(async (tx) => {
        if (!(await deleteRequest(tx, id))) throw new Problem('not_found');
        const subject = { kind: 'demo_request', id };
        await audited(tx, { ...actorOf(request), action: 'demo_request_deleted', subject });
      });
      return reply.code(204).send(null);
    },
  );
};

const bookingRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  const { store, keyring, clock } = deps;
  const limit = new PublicLimit({ most: 10, windowMs: hourMs });

  server.get(
    '/api/v1/demo-requests/form',
    {
      config: { permission: 'public', rateLimit: { max: 600, timeWindow: 60_000 } },
      schema: { summary: 'Opens the form', tags, response: { 200: z.object({ stamp: z.string() }) } },
    },
    () => ({ stamp: formStamp(keyring, clock()) }),
  );

  server.post(
    '/api/v1/demo-requests',
    {
      config: { permission: 'public', rateLimit: { max: 60, timeWindow: 60_000 } },
      bodyLimit: 8192,
      schema: { summary: 'Book a demo', tags, body: form, response: { 204: z.null() } },
    },
    async ({ body: { agrees: _, stamp, website, ...given }, ip, log }, reply) => {
      const now = clock();
      if (isTrapped(keyring, { stamp, website }, now)) return reply.code(204).send(null);
      limit.count(ip, now);
      await keepRequest(store, keyring, { ...given, now });
      // Nobody waits for the letter; the request is kept whatever becomes of it, and the person's words stay out of the log.
      void notify(deps, given).catch((error: Error) => log.warn({ fault: error.name }, 'the operator was not told'));
      return reply.code(204).send(null);
    },
  );
};

async function notify({ mailer, installation, publicAddress }: RouteDeps, given: z.output<typeof wish>): Promise<void> {
  const { operatorEmail } = installation;
  if (operatorEmail === null || !mailer.isConfigured) return;
  const { name, company, contact: reach, teamSize, wish: what } = given;
  const link = `${publicAddress}/operator`;
  await mailer.send(
    letter(operatorEmail, {
      subject: { zh: '有人预约演示', en: 'Somebody booked a demo' },
      text: {
        zh: `${name}（${company}，团队${teamSize}人）想看演示。\n联系方式：${reach}\n想了解：${what || '—'}\n\n${link}`,
        en: `${name} (${company}, a team of ${teamSize}) wants to see a demo.\nReach them: ${reach}\nThey wish: ${what || '—'}\n\n${link}`,
      },
    }),
  );
}

function isContact(text: string): boolean {
  return z.email().safeParse(text).success || /^\+?[\d\s()-]{6,20}$/.test(text);
}
