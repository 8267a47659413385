import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { providerKinds } from '#connectors/sign-in/sign-in-connector.ts';
import { Problem } from '#shared/problem.ts';
import { audited } from '#store/audit.ts';
import { actorOf } from '../../audit-actor.ts';
import { type RouteDeps, viewerOf } from '../../route-deps.ts';
import { lockedPlace } from '../members.ts';
import { refuseHigherPlace } from '../place.ts';
import { addLink, linksOf, removeLink } from './links.ts';
import { colleagueEmails, putColleagueEmails } from './person-emails.ts';
import { openedProvider } from './providers.ts';

const tags = ['settings'];
const config = { permission: 'single_sign_on.write' };
const kind = z.enum(providerKinds);

const link = z.object({
  id: z.string(),
  kind,
  subject: z.string().describe('Their id at the provider'),
  userId: z.string(),
  name: z.string(),
  email: z.string(),
});

const colleague = z.object({ email: z.email().max(254).toLowerCase(), personId: z.string().min(1).max(100) });

/** Who is who: members at a provider, and colleagues in the data by their e-mail. */
export const linkRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  const { store } = deps;
  await server.register(linkChanges, deps);

  server.get(
    '/api/v1/single-sign-on/people',
    {
      config,
      schema: {
        summary: 'Who is who at the providers, and e-mails of colleagues in the data',
        tags,
        response: { 200: z.object({ links: z.array(link), colleagues: z.array(colleague) }) },
      },
    },
    async (request) => {
      const { id } = viewerOf(request).workspace;
      return { links: [...(await linksOf(store, id))], colleagues: [...(await colleagueEmails(store, id))] };
    },
  );

  server.put(
    '/api/v1/single-sign-on/colleagues',
    {
      config,
      schema: {
        summary: 'Write the e-mails of colleagues in the data anew: who signs in with one is that colleague',
        tags,
        body: z.object({ colleagues: z.array(colleague).max(10_000) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { id: workspaceId } = viewerOf(request).workspace;
      const { colleagues } = request.body;
      await store.transaction(async (tx) => {
        const before = await colleagueEmails(tx, workspaceId);
        await putColleagueEmails(tx, workspaceId, colleagues);
        const details = { before: before.length, after: colleagues.length };
        await audited(tx, { ...actorOf(request), action: 'colleague_emails_changed', details });
      });
      return reply.code(204).send(null);
    },
  );
};

const linkChanges: FastifyPluginAsyncZod<RouteDeps> = async (server, { store, keyring }) => {
  server.post(
    '/api/v1/single-sign-on/links',
    {
      config,
      schema: {
        summary: 'Link a member to their id at a provider',
        tags,
        body: z.object({ kind, userId: z.string().min(1).max(100), subject: z.string().trim().min(1).max(255) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const workspaceId = viewer.workspace.id;
      const { kind: at, userId } = request.body;
      // WeCom ignores the case of user ids.
      const subject = at === 'wecom' ? request.body.subject.toLowerCase() : request.body.subject;
      await store.transaction(async (tx) => {
        const place = await lockedPlace(tx, { workspaceId, userId });
        if (!place || !(await openedProvider(tx, keyring, { workspaceId, kind: at }))) throw new Problem('not_found');
        await refuseHigherPlace(tx, viewer, place.role);
        if (!(await addLink(tx, { workspaceId, kind: at, subject, userId }))) throw takenAlready(subject);
        const details = { provider: at, subject };
        const about = { kind: 'user', id: userId };
        await audited(tx, { ...actorOf(request), action: 'sign_in_linked', subject: about, details });
      });
      return reply.code(204).send(null);
    },
  );

  server.delete(
    '/api/v1/single-sign-on/links/:kind/:id',
    {
      config,
      schema: {
        summary: 'Take a link away',
        tags,
        params: z.object({ kind, id: z.string().max(100) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const workspaceId = viewerOf(request).workspace.id;
      await store.transaction(async (tx) => {
        const gone = await removeLink(tx, { workspaceId, ...request.params });
        if (!gone) throw new Problem('not_found');
        const details = { provider: request.params.kind, subject: gone.subject };
        const about = { kind: 'user', id: gone.userId };
        await audited(tx, { ...actorOf(request), action: 'sign_in_unlinked', subject: about, details });
      });
      return reply.code(204).send(null);
    },
  );
};

function takenAlready(subject: string): Problem {
  const detail = { zh: `${subject} 已经是别的成员了`, en: `${subject} is another member already` };
  return new Problem('conflict', [{ detail, place: { field: 'subject' } }]);
}
