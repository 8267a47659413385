import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { countView, openShareLink } from '#features/settings/share-links.ts';
import { Problem } from '#shared/problem.ts';
import { audited } from '#store/audit.ts';
import type { ServerDeps } from './server-deps.ts';
import { pathOfLink, shareCookie } from './shared-address.ts';
import { isOverTls } from './sign-in/session.ts';

/** Opening a share link: its secret is exchanged at once for a cookie that is sent below the link's own address only. */
export const sharedRoutes: FastifyPluginAsyncZod<ServerDeps> = async (server, deps) => {
  const { store, clock } = deps;

  server.post(
    '/api/v1/shared/open',
    {
      config: { permission: 'public', rateLimit: { max: 60, timeWindow: 60_000 } },
      bodyLimit: 4096,
      schema: {
        summary: 'Open a share link: answers where its view is, and sets the cookie that shows it',
        tags: ['sign-in'],
        body: z.object({ token: z.string().min(1).max(100) }),
        response: { 200: z.object({ address: z.string().describe('The view, below the link’s own path') }) },
      },
    },
    async (request, reply) => {
      const { token } = request.body;
      const now = clock();
      const shared = await openShareLink(deps, { token, now });
      if (!shared) throw new Problem('not_found', [over]);
      const { link, sharer } = shared;
      const workspaceId = sharer.workspace.id;
      await store.transaction(async (tx) => {
        await countView(tx, { workspaceId, id: link.id, now });
        const actor = { workspaceId, actor: `link:${link.id}`, address: request.ip };
        await audited(tx, { ...actor, action: 'link_opened', subject: { kind: 'share_link', id: link.id } });
      });
      const path = pathOfLink(link.id);
      return reply
        .setCookie(shareCookie, token, {
          path,
          httpOnly: true,
          sameSite: 'strict',
          secure: isOverTls(request),
          expires: new Date(link.until),
        })
        .header('cache-control', 'no-store')
        .send({ address: `${path}${link.path}` });
    },
  );
};

const over = {
  detail: {
    zh: '这个分享链接无效、已经过期或被收回；请向分享的人再要一个',
    en: 'This link is unknown, over or revoked; ask whoever shared it for another one',
  },
};
