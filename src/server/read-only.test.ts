import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#shared/sql.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';
import type { Door } from './doorkeeper.ts';

// A workspace whose trial is over: what still works there is listed here, one by one; whatever is not is refused.

/** Questions that are asked by POST. */
const questions = [
  '/api/v1/query',
  '/api/v1/query/batch',
  '/api/v1/query/rows',
  '/api/v1/query/passport',
  '/api/v1/standing',
  '/api/v1/pipeline/',
  '/api/v1/customers/churn',
  '/api/v1/customers/tiers',
  '/api/v1/customers/rfm',
  '/api/v1/customers/activity',
  '/api/v1/customers/trends',
  '/api/v1/customers/list',
  '/api/v1/customers/pool',
  '/api/v1/customers/:id/contacts/:contactId/reveal',
];

/** What belongs to the person, to the operator or to safe keeping, and writes nothing into the workspace's books. */
const ofOneself = [
  '/api/v1/me/',
  '/api/v1/workspaces',
  '/api/v1/operator/',
  '/api/v1/backups',
  '/api/v1/imports/:id/cancel',
];

let at: TestServer;
let key: string;
beforeAll(async () => {
  at = await testServer();
  key = await at.key({ role: 'admin' });
  await at.store.query(sql`update workspace set trial_ends_at = '2026-11-24T01:00:00Z' where id = ${at.workspace.id}`);
});
afterAll(() => at.close());

const safe = ['GET', 'HEAD', 'OPTIONS'];

async function codeAt({ method, url }: Door): Promise<string | null> {
  const path = url.replace(':day', '2026-11-24').replace(/:\w+|\*/g, 'x');
  const response = await at.call(path, { method, key });
  const text = await response.text();
  return response.ok || text === '' ? null : (JSON.parse(text) as { code: string }).code;
}

test('in a workspace whose trial is over every route that writes refuses with the one code', async () => {
  const doors = at.server.doors.filter(({ method, permission }) => !safe.includes(method) && permission !== 'public');
  const open = doors.filter(
    ({ method, url }) => (method === 'POST' && startsWith(url, questions)) || startsWith(url, ofOneself),
  );
  const wrong: string[] = [];
  for (const door of doors) {
    const isExpired = (await codeAt(door)) === 'workspace_expired';
    // An operator's door refuses a key before that.
    if (isExpired === open.includes(door)) wrong.push(`${door.method} ${door.url}`);
  }
  expect(wrong).toEqual([]);
});

test('reading goes on, questions and lists too', async () => {
  for (const url of [
    '/api/v1/me',
    '/api/v1/catalogue',
    '/api/v1/tasks',
    '/api/v1/members',
    '/api/v1/workspace/export',
  ]) {
    const response = await at.call(url, { key });
    expect([url, response.status]).toEqual([url, 200]);
    await response.arrayBuffer();
  }
  const question = { measures: ['revenue'], period: { kind: 'this', unit: 'year' } };
  expect((await at.call('/api/v1/query', { key, body: question })).status).toBe(200);
});

test('the refusal says that nothing is lost and what to do', async () => {
  const response = await at.call('/api/v1/workspace', { method: 'PUT', key, body: {} });
  const { code, status, details } = await response.json();
  expect([code, status]).toEqual(['workspace_expired', 403]);
  expect(details[0].detail.zh).toContain('导出');
});

test('nobody joins it by an invitation that is still open', async () => {
  const body = { email: 'late@acme.test', role: 'viewer', personId: null };
  const end = (at_: string) =>
    at.store.query(sql`update workspace set trial_ends_at = ${at_}::timestamptz where id = ${at.workspace.id}`);
  await end('2026-11-25T01:00:00Z');
  const { token } = await (await at.call('/api/v1/invitations', { key, body })).json();
  await end('2026-11-24T01:00:00Z');
  const accepted = await at.call('/api/v1/invitations/accept', { body: { token, password: '渭城朝雨浥轻尘 4417' } });
  expect((await accepted.json()).code).toBe('workspace_expired');
});

test('an extended trial can be written to again, and one that an operator made read-only cannot', async () => {
  const settings = { name: '安克', colours: 'red_up', fiscalStartMonth: 1, weekStart: 1 };
  const write = async () => (await at.call('/api/v1/workspace', { method: 'PUT', key, body: settings })).status;
  await at.store.query(sql`update workspace set trial_ends_at = '2026-11-25T01:00:00Z' where id = ${at.workspace.id}`);
  expect(await write()).toBe(200);
  await at.store.query(sql`update workspace set read_only_since = now() where id = ${at.workspace.id}`);
  expect(await write()).toBe(403);
});

function startsWith(url: string, starts: readonly string[]): boolean {
  return starts.some((start) =>
    start.endsWith('/') ? url.startsWith(start) : url === start || url.startsWith(`${start}/`),
  );
}
