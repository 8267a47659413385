import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '#shared/problem.ts';
import { audited } from '#store/audit.ts';
import { actorOf } from '../audit-actor.ts';
import { type RouteDeps, viewerOf } from '../route-deps.ts';
import type { Viewer } from '../viewer.ts';
import { refuseLastAdmin } from './last-admin.ts';
import { colleaguesOf, lockedPlace, membersOf, putMember, removeMember } from './members.ts';
import { placeIn, placeInput, refuseHigherPlace } from './place.ts';

const member = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.string(),
  dataScope: z.string(),
  personId: z.string().nullable(),
  personName: z.string().nullable(),
});

const params = z.object({ userId: z.string() });
const config = { permission: 'members.write' };

/** Who may enter the workspace, as what. New people come in by an invitation, or by the command `user create`. */
export const memberRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, { store, accessChanged }) => {
  await server.register(memberLists, { store });

  server.put(
    '/api/v1/members/:userId',
    {
      config,
      schema: {
        summary: 'Change role, data scope and person of a member',
        tags: ['settings'],
        params,
        body: placeInput,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const { userId } = request.params;
      const { id: workspaceId } = viewer.workspace;
      refuseOneself(viewer, userId);
      const place = await placeIn(store, viewer, request.body);
      await store.transaction(async (tx) => {
        if (place.role !== 'admin') await refuseLastAdmin(tx, { workspaceId, userId });
        const before = await lockedPlace(tx, { workspaceId, userId });
        if (!before) throw new Problem('not_found');
        await refuseHigherPlace(tx, viewer, before.role);
        await putMember(tx, { workspaceId, userId, ...place });
        const subject = { kind: 'user', id: userId };
        await audited(tx, {
          ...actorOf(request),
          action: 'member_changed',
          subject,
          details: { before, after: place },
        });
      });
      accessChanged?.();
      return reply.code(204).send(null);
    },
  );

  server.delete(
    '/api/v1/members/:userId',
    {
      config,
      schema: { summary: 'Take a member out', tags: ['settings'], params, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const { userId } = request.params;
      refuseOneself(viewer, userId);
      const { id: workspaceId } = viewer.workspace;
      await store.transaction(async (tx) => {
        await refuseLastAdmin(tx, { workspaceId, userId });
        const before = await removeMember(tx, { workspaceId, userId });
        if (!before) throw new Problem('not_found');
        await refuseHigherPlace(tx, viewer, before.role);
        const subject = { kind: 'user', id: userId };
        await audited(tx, { ...actorOf(request), action: 'member_removed', subject, details: { before } });
      });
      accessChanged?.();
      return reply.code(204).send(null);
    },
  );
};

const memberLists: FastifyPluginAsyncZod<Pick<RouteDeps, 'store'>> = async (server, { store }) => {
  server.get(
    '/api/v1/members',
    {
      config,
      schema: {
        summary: 'Members of the workspace',
        tags: ['settings'],
        response: { 200: z.object({ members: z.array(member) }) },
      },
    },
    async (request) => ({ members: [...(await membersOf(store, viewerOf(request).workspace.id))] }),
  );

  server.get(
    '/api/v1/members/colleagues',
    {
      config,
      schema: {
        summary: 'Colleagues in the data, whom a member can be',
        tags: ['settings'],
        response: { 200: z.object({ colleagues: z.array(z.object({ id: z.string(), name: z.string() })) }) },
      },
    },
    async (request) => ({ colleagues: [...(await colleaguesOf(store, viewerOf(request).workspace.id))] }),
  );
};

/** So that a workspace never loses its last admin by a slip. */
function refuseOneself(viewer: Viewer, userId: string): void {
  if (viewer.userId !== userId) return;
  throw new Problem('not_allowed', [
    { detail: { zh: '不能改自己的角色，请另一位管理员来改', en: 'Ask another admin to change your own role' } },
  ]);
}
