import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { actorOf } from '#features/audit-actor.ts';
import { viewerOf } from '#features/route-deps.ts';
import { lockedPlace } from '#features/settings/members.ts';
import { refuseHigherPlace } from '#features/settings/place.ts';
import type { Viewer } from '#features/viewer.ts';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import { audited } from '#store/audit.ts';
import type { Transaction } from '#store/store.ts';
import type { SignInDeps } from '../sign-in-deps.ts';
import { removeSecondFactor, secondFactorSince } from './second-factors.ts';

const tags = ['settings'];

/** Who of the workspace has a second factor, whether it is asked for, and taking it from somebody who lost theirs. */
export const adminFactorRoutes: FastifyPluginAsyncZod<SignInDeps> = async (server, { store }) => {
  server.get(
    '/api/v1/members/second-factors',
    {
      config: { permission: 'members.write' },
      schema: {
        summary: 'Members with a second factor, and whether the workspace asks for one',
        tags,
        response: { 200: z.object({ isRequired: z.boolean(), userIds: z.array(z.string()) }) },
      },
    },
    async (request) => {
      const { id } = viewerOf(request).workspace;
      const rows = await store.query<{ userId: string }>(sql`
        select m.user_id as "userId"
          from member m
          join second_factor f on f.user_id = m.user_id and f.confirmed_at is not null
         where m.workspace_id = ${id}`);
      return { isRequired: await isRequired(store, id), userIds: rows.map(({ userId }) => userId) };
    },
  );

  server.put(
    '/api/v1/workspace/second-factor',
    {
      config: { permission: 'workspace.write' },
      schema: {
        summary: 'Ask everybody who signs in by a password for a second factor, or no longer',
        tags,
        body: z.object({ isRequired: z.boolean() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const { isRequired: after } = request.body;
      if (after) await refuseWithoutOwn(store, viewer);
      await store.transaction(async (tx) => {
        const before = await isRequired(tx, viewer.workspace.id);
        if (before === after) return;
        await tx.query(sql`update workspace set requires_second_factor = ${after} where id = ${viewer.workspace.id}`);
        await audited(tx, { ...actorOf(request), action: 'second_factor_rule_changed', details: { before, after } });
      });
      return reply.code(204).send(null);
    },
  );

  server.delete(
    '/api/v1/members/:userId/second-factor',
    {
      config: { permission: 'members.write' },
      schema: {
        summary: 'Switch off the second factor of a member who lost authenticator and recovery codes',
        tags,
        params: z.object({ userId: z.string() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const { userId } = request.params;
      if (viewer.userId === userId) throw new Problem('not_allowed', [oneself]);
      await store.transaction(async (tx) => {
        const place = await lockedPlace(tx, { workspaceId: viewer.workspace.id, userId });
        if (!place) throw new Problem('not_found');
        await refuseHigherPlace(tx, viewer, place.role);
        await refuseSharedMember(tx, viewer, userId);
        if (!(await removeSecondFactor(tx, userId))) throw new Problem('not_found');
        const subject = { kind: 'user', id: userId };
        await audited(tx, { ...actorOf(request), action: 'second_factor_reset', subject });
      });
      return reply.code(204).send(null);
    },
  );
};

async function isRequired(tx: Pick<Transaction, 'query'>, workspaceId: string): Promise<boolean> {
  const [found] = await tx.query<{ isRequired: boolean }>(
    sql`select requires_second_factor as "isRequired" from workspace where id = ${workspaceId}`,
  );
  return found?.isRequired ?? false;
}

/** Whoever asks others for it shows first that it works. A key has none to show. */
async function refuseWithoutOwn(tx: Pick<Transaction, 'query'>, { userId }: Viewer): Promise<void> {
  if (userId !== null && (await secondFactorSince(tx, userId)) === null) throw new Problem('conflict', [ownFirst]);
}

/** An account belongs to more than one workspace: the admin of one of them must not weaken it for the others. */
async function refuseSharedMember(tx: Pick<Transaction, 'query'>, viewer: Viewer, userId: string): Promise<void> {
  if (viewer.permissions.includes('operator')) return;
  const elsewhere = await tx.query(sql`
    select 1 from member where user_id = ${userId} and workspace_id <> ${viewer.workspace.id} limit 1`);
  if (elsewhere.length > 0) throw new Problem('not_allowed', [shared]);
}

const oneself = {
  detail: {
    zh: '自己的两步验证请在「我的账号」里关',
    en: 'Switch off your own second factor under "My account"',
  },
};

const ownFirst = {
  detail: {
    zh: '请先在「我的账号」里开启自己的两步验证，再要求别人',
    en: 'Set up your own second factor under "My account" before you ask others for it',
  },
};

const shared = {
  detail: {
    zh: '这个人还属于别的工作区，请让运营者用命令 user reset-second-factor 关闭',
    en: 'They belong to other workspaces, too; the operator can do it by the command user reset-second-factor',
  },
};
