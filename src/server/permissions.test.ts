import { afterAll, beforeAll, expect, test } from 'vitest';
import { fieldPermissions, permissions, permissionsOf, roles } from '#features/permissions.ts';
import { addRole } from '#features/settings/roles.ts';
import type { Viewer } from '#features/viewer.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';
import { createServer } from './create-server.ts';
import type { Door } from './doorkeeper.ts';
import { isPermission, mayDo } from './permissions.ts';

let at: TestServer;

beforeAll(async () => {
  at = await testServer();
});
afterAll(() => at.close());

type Asked = Readonly<{ prefix?: string; headers?: Record<string, string> }>;

/** What the door says: whatever comes after it, such as a wrong body, means that the request was let in. */
async function answerAt(door: Door, { prefix = '', headers = {} }: Asked): Promise<'in' | 401 | 403> {
  const { method, url } = door;
  const path = `${prefix}${url.replace(':day', '2026-11-24').replace(/:\w+|\*/g, 'x')}`;
  const response = await at.call(path, { method, headers });
  // TRAP: live events never end; only a refusal is read.
  const text = response.status === 403 ? await response.text() : await response.body?.cancel();
  if (response.status === 401) return 401;
  if (response.status === 403 && method === 'HEAD') return answerAt({ ...door, method: 'GET' }, { prefix, headers });
  return response.status === 403 && doorWords.test(text ?? '') ? 403 : 'in';
}

/** TRAP: a handler may refuse as well, such as an API key that would leave the workspace; that is not the door. */
const doorWords = /没有这项权限|分享链接只能看数字/;

/** The doors that answer otherwise than the rule says. TRAP: signing in and out would change who asks; those doors are public. */
async function wrongDoors(asked: Asked, rule: (door: Door) => 'in' | 401 | 403): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const door of at.server.doors) {
    const answer = await answerAt(door, asked);
    if (answer !== rule(door)) wrong.push(`${door.method} ${door.url}: ${answer}, not ${rule(door)}`);
  }
  return wrong;
}

function ruleFor(viewer: Pick<Viewer, 'permissions' | 'sharedLink'>) {
  return ({ permission }: Door) => (mayDo(viewer, permission) ? 'in' : 403);
}

const byKey = async (role: string): Promise<Asked> => ({
  headers: { authorization: `Bearer ${await at.key({ role, personId: 'shen' })}` },
});

test('every permission that routes name is in the table, and each of the table guards a route or a field', () => {
  const named = new Set<string>(at.server.doors.map(({ permission }) => permission));
  expect([...named].filter((name) => !isPermission(name))).toEqual([]);
  const guarding = new Set<string>([...named, ...fieldPermissions, 'links.manage']);
  expect(Object.keys(permissions).filter((name) => !guarding.has(name))).toEqual([]);
});

test('nobody knows a visitor: everything but the public routes asks who they are', async () => {
  expect(await wrongDoors({}, ({ permission }) => (permission === 'public' ? 'in' : 401))).toEqual([]);
});

test.each(roles)('as %s every route lets in or refuses as the table says', async (role) => {
  const viewer = { permissions: permissionsOf(role), sharedLink: null };
  expect(await wrongDoors(await byKey(role), ruleFor(viewer))).toEqual([]);
});

test.each<{ held: readonly string[] }>([
  { held: [] },
  { held: ['data.read'] },
  { held: ['data.read', 'audit.read', 'pipeline.write'] },
  { held: Object.keys(permissions).filter((name) => name !== 'data.read') },
])('with a role of the workspace’s own that holds $held just those routes are open', async ({ held }) => {
  const name = { zh: `角色${held.length}`, en: `Role ${held.length}` };
  const role = await addRole(at.store, at.workspace.id, { name, permissions: held, usualScope: 'all' });
  expect(await wrongDoors(await byKey(role), ruleFor({ permissions: held, sharedLink: null }))).toEqual([]);
});

test('with a role that is gone nothing is open but what every member may', async () => {
  expect(await wrongDoors(await byKey('gone'), ruleFor({ permissions: [], sharedLink: null }))).toEqual([]);
});

test('by a share link only questions are open, whatever the sharer may do', async () => {
  const { asked } = await aSharedView();
  expect(
    await wrongDoors(asked, ({ permission }) => (['public', 'let-in', 'data.read'].includes(permission) ? 'in' : 403)),
  ).toEqual([]);
});

test('what a link may read answers no method that writes', () => {
  const writing = at.server.doors.filter(
    ({ method, permission }) => permission === 'data.read' && ['PUT', 'PATCH', 'DELETE'].includes(method),
  );
  expect(writing).toEqual([]);
});

test('under the address of a link a session or key counts for nothing', async () => {
  const { prefix } = await aSharedView();
  const { headers = {} } = await byKey('admin');
  expect(
    await wrongDoors({ prefix, headers }, ({ permission, url }) =>
      permission === 'public' || !url.startsWith('/api/') ? 'in' : 401,
    ),
  ).toEqual([]);
});

test('a server with a route that has no permission does not start', async () => {
  const forgetful = createServer(at.deps, [
    async (server) => {
      server.get('/api/v1/forgotten', async () => 'anything');
    },
  ]);
  await expect(forgetful).rejects.toThrow('route GET /api/v1/forgotten has no known permission');
});

let sharers = 0;

/** A view shared by an admin, opened: the address below which its cookie works. */
async function aSharedView(): Promise<{ prefix: string; asked: Asked }> {
  sharers += 1;
  await at.user(`sharer${sharers}`, { role: 'admin' });
  const cookie = await at.signIn(`sharer${sharers}`);
  const made = await at.call('/api/v1/share-links', { cookie, body: { path: '/revenue', days: 1 } });
  const { id, token } = (await made.json()) as { id: string; token: string };
  const opened = await at.call('/api/v1/shared/open', { body: { token } });
  const holder = (opened.headers.getSetCookie()[0] ?? '').split(';', 1)[0] ?? '';
  return { prefix: `/shared/${id}`, asked: { prefix: `/shared/${id}`, headers: { cookie: holder } } };
}
