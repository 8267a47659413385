import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Instant } from '#shared/day.ts';
import { Problem } from '#shared/problem.ts';
import { audited } from '#store/audit.ts';
import { actorOf } from '../audit-actor.ts';
import { type RouteDeps, viewerOf } from '../route-deps.ts';
import type { Viewer } from '../viewer.ts';
import { addShareLink, revokeShareLink, workingLinks } from './share-links.ts';

const link = z.object({
  id: z.string(),
  by: z.string(),
  isMine: z.boolean(),
  path: z.string(),
  note: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  views: z.number().describe('How often it was opened'),
  lastViewedAt: z.string().nullable(),
});

const ownPath = /^\/(?!\/|settings\b|data\b|shared\b|sign-in\b|api\b)[^\\\s]*$/;

const newLink = z.object({
  path: z.string().max(4000).regex(ownPath).describe('Page and filters to show, such as `/revenue?period=last_month`'),
  days: z.union([z.literal(1), z.literal(7), z.literal(30)]).describe('How long it works'),
  note: z.string().trim().max(200).default(''),
});

const dayMs = 86_400_000;
const tags = ['settings'];

/** Links to a view for people without an account: made, listed and revoked. */
export const shareLinkRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  const { store, keyring, clock } = deps;

  server.post(
    '/api/v1/share-links',
    {
      config: { permission: 'links.share' },
      schema: {
        summary: 'Make a link to a view; its secret is shown this once',
        tags,
        body: newLink,
        response: { 201: z.object({ id: z.string(), token: z.string(), expiresAt: z.string() }) },
      },
    },
    async (request, reply) => {
      const { path, days, note } = request.body;
      const { workspace, userId } = viewerOf(request);
      if (userId === null) throw new Problem('not_allowed', [onlyPeople]);
      const expiresAt = new Date(Date.parse(clock()) + days * dayMs).toISOString() as Instant;
      const made = await store.transaction(async (tx) => {
        const added = { workspaceId: workspace.id, userId, path, note: note || null, expiresAt };
        const { id, token } = await addShareLink(tx, added, { keyring });
        // TRAP: filters may name customers; the log has the page only.
        const details = { page: path.split('?', 1)[0] ?? '', days };
        await audited(tx, { ...actorOf(request), action: 'link_shared', subject: { kind: 'share_link', id }, details });
        return { id, token, expiresAt };
      });
      return reply.code(201).send(made);
    },
  );

  server.get(
    '/api/v1/share-links',
    {
      config: { permission: 'signed-in' },
      schema: {
        summary: 'Links that still work: one’s own, or everybody’s with `links.manage`',
        tags,
        response: { 200: z.object({ links: z.array(link) }) },
      },
    },
    async (request) => ({
      links: [...(await workingLinks(store, { ...whose(viewerOf(request)), now: clock() }, { keyring }))],
    }),
  );

  server.delete(
    '/api/v1/share-links/:id',
    {
      config: { permission: 'signed-in' },
      schema: {
        summary: 'Revoke a link, at once',
        tags,
        params: z.object({ id: z.string().max(100) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      await store.transaction(async (tx) => {
        if (!(await revokeShareLink(tx, { ...whose(viewerOf(request)), id }))) throw new Problem('not_found');
        await audited(tx, { ...actorOf(request), action: 'link_revoked', subject: { kind: 'share_link', id } });
      });
      deps.accessChanged?.();
      return reply.code(204).send(null);
    },
  );
};

function whose({ workspace, userId, permissions }: Viewer) {
  return { workspaceId: workspace.id, userId, isEveryones: permissions.includes('links.manage') };
}

const onlyPeople = {
  detail: {
    zh: 'API 密钥不能分享页面，请登录后分享',
    en: 'An API key cannot share a view; sign in to share one',
  },
};
