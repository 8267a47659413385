import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { actorOf } from '#features/audit-actor.ts';
import { viewerOf } from '#features/route-deps.ts';
import { refuseLastAdmin } from '#features/settings/last-admin.ts';
import { removeMember } from '#features/settings/members.ts';
import { Problem } from '#shared/problem.ts';
import { audited } from '#store/audit.ts';
import { workspaceCookie } from '../sign-in/identify.ts';
import { isOverTls } from '../sign-in/session.ts';
import { refuseTooManyTrials, startWorkspace } from './new-workspace.ts';
import { opennessOf, type SignUpDeps } from './sign-up-routes.ts';

const config = { permission: 'signed-in', whileReadOnly: true };
const tags = ['workspaces'];

/** A person's further workspaces: making one, and leaving one. */
export const ownWorkspacesRoutes: FastifyPluginAsyncZod<SignUpDeps> = async (server, deps) => {
  const { store, clock } = deps;

  server.post(
    '/api/v1/workspaces',
    {
      config: { ...config, rateLimit: { max: 20, timeWindow: 3_600_000 } },
      schema: {
        summary: 'Make a further workspace: for good by an operator, else as a trial where trials are open',
        tags,
        body: z.object({ company: z.string().trim().min(1).max(100), data: z.enum(['demo', 'empty']) }),
        response: { 201: z.object({ slug: z.string() }) },
      },
    },
    async (request, reply) => {
      const { userId, permissions } = viewerOf(request);
      if (userId === null) throw new Problem('not_allowed');
      const isOperator = permissions.includes('operator');
      const { isOpen, days } = opennessOf(deps);
      if (!isOperator && !isOpen) throw new Problem('not_allowed', [onlyOperators]);
      if (!isOperator) await refuseTooManyTrials(store, { userId, now: clock() });
      const { workspace } = await startWorkspace(deps, {
        ...request.body,
        trialDays: isOperator ? null : days,
        address: request.ip,
        owner: async () => userId,
      });
      if (request.body.data === 'demo') deps.demoLife.fill(workspace);
      const secure = isOverTls(request);
      return reply
        .setCookie(workspaceCookie, workspace.slug, { path: '/', httpOnly: true, sameSite: 'lax', secure })
        .code(201)
        .send({ slug: workspace.slug });
    },
  );

  server.delete(
    '/api/v1/me/workspace',
    {
      config,
      schema: {
        summary: 'Leave the workspace one looks at; its last admin cannot',
        tags,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { userId, workspace } = viewerOf(request);
      if (userId === null) throw new Problem('not_allowed');
      await store.transaction(async (tx) => {
        await refuseLastAdmin(tx, { workspaceId: workspace.id, userId });
        const before = await removeMember(tx, { workspaceId: workspace.id, userId });
        if (!before) throw new Problem('not_found');
        const subject = { kind: 'user', id: userId };
        await audited(tx, { ...actorOf(request), action: 'workspace_left', subject, details: { before } });
      });
      await deps.liveEvents.recheck();
      return reply.clearCookie(workspaceCookie, { path: '/' }).code(204).send(null);
    },
  );
};

const onlyOperators = {
  detail: {
    zh: '这里只有运营者能新建工作区；请联系他们',
    en: 'Only operators make workspaces here; ask them for one',
  },
};
