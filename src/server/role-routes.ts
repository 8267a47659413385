import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { actorOf } from '#features/audit-actor.ts';
import { type PermissionName, permissions, powerfulPermissions, roles } from '#features/permissions.ts';
import { viewerOf } from '#features/route-deps.ts';
import { refuseHigherPlace, refuseMoreThan } from '#features/settings/place.ts';
import {
  addRole,
  type CustomRole,
  changeRole,
  customRoles,
  deleteRole,
  lockedRole,
  moveHolders,
  roleMeaning,
} from '#features/settings/roles.ts';
import { dataScopes, usualScope } from '#features/settings/scope.ts';
import type { Viewer } from '#features/viewer.ts';
import { Problem } from '#shared/problem.ts';
import { audited } from '#store/audit.ts';
import type { Transaction } from '#store/store.ts';
import { permissionWords } from './permission-words.ts';
import type { ServerDeps } from './server-deps.ts';

const words = z.object({ zh: z.string(), en: z.string() });

const table = z.object({
  roles: z.array(z.object({ role: z.enum(roles), usualScope: z.string() })),
  custom: z
    .array(
      z.object({
        id: z.string(),
        name: words,
        permissions: z.array(z.string()),
        usualScope: z.enum(dataScopes),
        version: z.number(),
        holders: z.number().describe('Members, open invitations and keys that hold it'),
      }),
    )
    .describe('Roles that the workspace made for itself'),
  permissions: z.array(
    z.object({
      name: z.string(),
      words,
      roles: z.array(z.enum(roles)),
      isPowerful: z.boolean().describe('Whoever holds it decides what others may do'),
    }),
  ),
});

// as: keys forgets that there is a first one.
const names = Object.keys(permissions) as [PermissionName, ...PermissionName[]];
const roleName = z.string().trim().min(1).max(40);

const written = z.object({
  name: z.object({ zh: roleName, en: roleName }),
  permissions: z.array(z.enum(names)).transform((given) => names.filter((name) => given.includes(name))),
  usualScope: z.enum(dataScopes).describe('The data scope its members get unless told otherwise'),
  confirmsPower: z
    .boolean()
    .default(false)
    .describe('Said when the role holds a permission that lets its members decide what others may do'),
});

const config = { permission: 'roles.write' };
const tags = ['settings'];
const params = z.object({ id: z.string().max(100) });
const mostRoles = 50;

/** What each role may do, and the workspace's own roles. */
export const roleRoutes: FastifyPluginAsyncZod<ServerDeps> = async (server, deps) => {
  const { store } = deps;
  await server.register(changingRoutes, deps);

  server.get(
    '/api/v1/roles',
    {
      config: { permission: 'signed-in' },
      schema: { summary: 'What each role may do, in words', tags, response: { 200: table } },
    },
    async (request) => ({
      roles: roles.map((role) => ({ role, usualScope: usualScope[role] })),
      custom: (await customRoles(store, viewerOf(request).workspace.id)).map((role) => ({
        ...role,
        permissions: [...role.permissions],
      })),
      permissions: names.map((name) => ({
        name,
        words: permissionWords[name],
        roles: [...permissions[name]],
        isPowerful: isPowerful(name),
      })),
    }),
  );

  server.post(
    '/api/v1/roles',
    {
      config,
      schema: { summary: 'Make a role', tags, body: written, response: { 201: z.object({ id: z.string() }) } },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const id = await store.transaction(async (tx) => {
        const role = await checkedRole(tx, viewer, request.body);
        const made = await addRole(tx, viewer.workspace.id, role);
        const subject = { kind: 'role', id: made };
        await audited(tx, { ...actorOf(request), action: 'role_created', subject, details: { after: role } });
        return made;
      });
      return reply.code(201).send({ id });
    },
  );
};

const changingRoutes: FastifyPluginAsyncZod<ServerDeps> = async (server, deps) => {
  const { store } = deps;

  server.put(
    '/api/v1/roles/:id',
    {
      config,
      schema: {
        summary: 'Change a role; it counts from the next request of everybody who holds it',
        tags,
        params,
        body: written.extend({ version: z.int().describe('The version that was seen') }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const key = { workspaceId: viewer.workspace.id, role: request.params.id };
      await store.transaction(async (tx) => {
        const before = await lockedRole(tx, key);
        if (!before) throw new Problem('not_found');
        if (before.version !== request.body.version) throw new Problem('conflict', [changedMeanwhile]);
        refuseMoreThan(viewer, before.permissions);
        refuseOwnRole(viewer, key.role);
        const role = await checkedRole(tx, viewer, { ...request.body, id: key.role });
        await changeRole(tx, key, role);
        const details = { before: told(before), after: role };
        const subject = { kind: 'role', id: key.role };
        await audited(tx, { ...actorOf(request), action: 'role_changed', subject, details });
      });
      deps.accessChanged?.();
      return reply.code(204).send(null);
    },
  );

  server.delete(
    '/api/v1/roles/:id',
    {
      config,
      schema: {
        summary: 'Delete a role; whoever holds it gets the role `moveTo`, without which a role in use stays',
        tags,
        params,
        querystring: z.object({ moveTo: z.string().min(1).max(100).optional() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const key = { workspaceId: viewer.workspace.id, role: request.params.id };
      await store.transaction(async (tx) => {
        const before = await lockedRole(tx, key);
        if (!before) throw new Problem('not_found');
        refuseMoreThan(viewer, before.permissions);
        const moved = await emptied(tx, { viewer, role: key.role, to: request.query.moveTo });
        await deleteRole(tx, key);
        const details = { before: told(before), moved, movedTo: request.query.moveTo ?? null };
        const subject = { kind: 'role', id: key.role };
        await audited(tx, { ...actorOf(request), action: 'role_deleted', subject, details });
      });
      deps.accessChanged?.();
      return reply.code(204).send(null);
    },
  );
};

type Checked = z.output<typeof written> & Readonly<{ id?: string }>;

/** The role as it may be written. Throws `not_allowed`, `conflict`, or `invalid_request` where power is granted unsaid. */
async function checkedRole(tx: Transaction, viewer: Viewer, given: Checked) {
  refuseMoreThan(viewer, given.permissions);
  const power = given.permissions.filter(isPowerful);
  if (power.length > 0 && !given.confirmsPower) throw unsaidPower(power);
  const others = (await customRoles(tx, viewer.workspace.id)).filter(({ id }) => id !== given.id);
  if (given.id === undefined && others.length >= mostRoles) throw new Problem('conflict', [tooMany]);
  const { zh, en } = given.name;
  if (others.some(({ name }) => name.zh === zh || name.en === en)) throw new Problem('conflict', [nameTaken]);
  return { name: { zh, en }, permissions: given.permissions, usualScope: given.usualScope };
}

/** Moves whoever holds the role; how many that were. Throws `conflict` when somebody does and nobody said where to. */
async function emptied(
  tx: Transaction,
  { viewer, role, to }: Readonly<{ viewer: Viewer; role: string; to: string | undefined }>,
): Promise<number> {
  const workspaceId = viewer.workspace.id;
  const found = (await customRoles(tx, workspaceId)).find(({ id }) => id === role);
  if (to === undefined) {
    if (found && found.holders > 0) throw inUse(found.holders);
    // Invitations and keys that no longer work may still name it: nobody holds them.
    return 0;
  }
  if (to === role || !(await roleMeaning(tx, { workspaceId, role: to })))
    throw new Problem('invalid_request', [noTarget]);
  await refuseHigherPlace(tx, viewer, to);
  return moveHolders(tx, { workspaceId, role, to });
}

/** So that nobody shuts themselves out by a slip. */
function refuseOwnRole(viewer: Viewer, role: string): void {
  if (viewer.role === role) throw new Problem('not_allowed', [ownRole]);
}

function told({ name, permissions: held, usualScope: scope }: CustomRole) {
  return { name, permissions: held, usualScope: scope };
}

function isPowerful(name: PermissionName): boolean {
  return (powerfulPermissions as readonly string[]).includes(name);
}

function unsaidPower(power: readonly PermissionName[]): Problem {
  const listed = power.map((name) => permissionWords[name]);
  return new Problem('invalid_request', [
    {
      detail: {
        zh: `有了「${listed.map(({ zh }) => zh).join('」「')}」，就能决定别人有什么权限；请勾选确认后再保存`,
        en: `Whoever holds “${listed.map(({ en }) => en).join('”, “')}” decides what others may do; confirm it and save again`,
      },
      place: { field: 'confirmsPower' },
    },
  ]);
}

function inUse(holders: number): Problem {
  return new Problem('conflict', [
    {
      detail: {
        zh: `还有 ${holders} 个成员、邀请或密钥用着这个角色；先选好把它们转到哪个角色`,
        en: `${holders} members, invitations or keys still hold this role; say which role they get instead`,
      },
    },
  ]);
}

const changedMeanwhile = {
  detail: {
    zh: '别人刚刚改过这个角色，请看过新的内容再改',
    en: 'Somebody else has just changed this role; look at it again before you change it',
  },
};
const tooMany = {
  detail: { zh: `最多 ${mostRoles} 个自定义角色`, en: `There are at most ${mostRoles} roles of your own` },
};
const nameTaken = {
  detail: { zh: '已经有这个名字的角色了', en: 'There is a role of that name already' },
  place: { field: 'name' },
};
const noTarget = {
  detail: { zh: '要转到的角色不存在', en: 'There is no such role to move to' },
  place: { field: 'moveTo' },
};
const ownRole = {
  detail: {
    zh: '不能改自己正在用的角色，请另一位管理员来改',
    en: 'Ask somebody else to change the role that you hold yourself',
  },
};
