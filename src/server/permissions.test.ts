import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '#testing/test-server.ts';
import { createServer } from './create-server.ts';
import type { Door } from './doorkeeper.ts';
import { isPermission, mayDo, permissions, roles } from './permissions.ts';

let at: TestServer;

beforeAll(async () => {
  at = await testServer();
});
afterAll(() => at.close());

/** What the door says: whatever comes after it, such as a wrong body, means that the request was let in. */
async function answerAt({ method, url }: Door, key: string | undefined): Promise<'in' | 401 | 403> {
  const path = url.replace(':day', '2026-11-24').replace(/:\w+|\*/g, 'x');
  const response = await at.call(path, { method, headers: key ? { authorization: `Bearer ${key}` } : {} });
  await response.body?.cancel();
  return response.status === 401 || response.status === 403 ? response.status : 'in';
}

test('every permission that routes name is in the table, and each of the table guards a route', () => {
  const named = new Set<string>(at.server.doors.map(({ permission }) => permission));
  expect([...named].filter((name) => !isPermission(name))).toEqual([]);
  expect(Object.keys(permissions).filter((name) => !named.has(name))).toEqual([]);
});

test.each([...roles, null])('as %s every route lets in or refuses as the table says', async (role) => {
  const key = role === null ? undefined : await at.key({ role, personId: 'shen' });
  const wrong: string[] = [];
  for (const door of at.server.doors) {
    const outsider = door.permission === 'public' ? 'in' : 401;
    const expected = role === null ? outsider : mayDo(role, door.permission) ? 'in' : 403;
    const answer = await answerAt(door, key);
    if (answer !== expected) wrong.push(`${door.method} ${door.url}: ${answer}, not ${expected}`);
  }
  expect(wrong).toEqual([]);
});

test('a server with a route that has no permission does not start', async () => {
  const forgetful = createServer(at.deps, [
    async (server) => {
      server.get('/api/v1/forgotten', async () => 'anything');
    },
  ]);
  await expect(forgetful).rejects.toThrow('route GET /api/v1/forgotten has no known permission');
});
