import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createMailer } from '#connectors/mail/mailer.ts';
import { sql } from '#shared/sql.ts';
import { type TestMailServer, testMailServer } from '#testing/test-mail-server.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';
import { addOperator } from './operators.ts';

let at: TestServer;
let post: TestMailServer;
let operator: string;
let admin: string;

beforeAll(async () => {
  post = await testMailServer();
  at = await testServer({
    mailer: createMailer({ smtpUrl: post.url, from: null, log: null }),
    installation: { trialDays: 14, isPrivate: false, operatorEmail: 'ops@acme.test' },
  });
  await at.user('zhou', { role: 'admin' });
  await addOperator(at.store, await at.user('ops', { role: 'viewer' }));
  [admin, operator] = [await at.signIn('zhou'), await at.signIn('ops')];
});
beforeEach(() => at.setNow('2026-11-24T02:00:00.000Z'));
afterAll(async () => {
  await at.close();
  await post.close();
});

const wish = {
  name: '林岚',
  company: '衡川智控',
  contact: '138 0013 8000',
  teamSize: '21-100',
  wish: '想看看商机卡在哪里',
  locale: 'zh',
  agrees: true,
};

async function book(changes: Record<string, unknown> = {}): Promise<Response> {
  const { stamp } = await (await at.call('/api/v1/demo-requests/form')).json();
  at.setNow('2026-11-24T02:00:30.000Z');
  return at.call('/api/v1/demo-requests', { body: { ...wish, stamp, ...changes } });
}

const requests = async () =>
  (await (await at.call('/api/v1/operator/demo-requests', { cookie: operator })).json()).requests;

test('a booked demo is sealed in the store, told to the operator, handled and deleted', async () => {
  expect((await book()).status).toBe(204);
  const stored = JSON.stringify(await at.store.query(sql`select * from demo_request`));
  for (const word of ['林岚', '衡川', '138', '商机']) expect(stored).not.toContain(word);
  expect((await post.letterTo('ops@acme.test')).text).toContain('林岚（衡川智控');

  const [request] = await requests();
  const { agrees: _, ...said } = wish;
  expect(request).toMatchObject({ ...said, status: 'new' });
  const path = `/api/v1/operator/demo-requests/${request.id}`;
  const noted = await at.call(path, { method: 'PUT', cookie: operator, body: { status: 'contacted' } });
  expect([noted.status, (await requests())[0].status]).toEqual([204, 'contacted']);
  expect((await at.call(path, { method: 'DELETE', cookie: operator })).status).toBe(204);
  expect(await requests()).toEqual([]);
  expect((await at.call(path, { method: 'DELETE', cookie: operator })).status).toBe(404);
  const inLog = await at.store.query<{ action: string }>(
    sql`select action from audit_entry where action like 'demo_request%' order by position`,
  );
  expect(inLog.map(({ action }) => action)).toEqual(['demo_request_changed', 'demo_request_deleted']);
});

test('a mail server that refuses does not lose the request', async () => {
  post.behave('refuses');
  expect((await book({ wish: '' })).status).toBe(204);
  expect(await requests()).toHaveLength(1);
  post.behave('takes');
});

test('no consent, no way to reach them, a program or a form sent at once: nothing is kept', async () => {
  const before = (await requests()).length;
  expect((await book({ agrees: false })).status).toBe(422);
  expect((await book({ contact: 'call me' })).status).toBe(422);
  expect((await book({ website: 'x' })).status).toBe(204);
  at.setNow('2026-11-24T02:00:00.000Z');
  const { stamp } = await (await at.call('/api/v1/demo-requests/form')).json();
  expect((await at.call('/api/v1/demo-requests', { body: { ...wish, stamp } })).status).toBe(422);
  expect(await requests()).toHaveLength(before);
});

test('an operator sees how large and how used a workspace is, and none of its numbers', async () => {
  const { workspaces } = await (await at.call('/api/v1/operator/workspaces', { cookie: operator })).json();
  expect(workspaces).toHaveLength(1);
  expect(Object.keys(workspaces[0]).toSorted()).toEqual(
    ['createdAt', 'lastUsedAt', 'members', 'name', 'plan', 'rows', 'slug'].toSorted(),
  );
  expect(workspaces[0]).toMatchObject({ slug: 'acme', members: 2, rows: 14, plan: { kind: 'permanent' } });
});

test('an admin who runs no installation, a key and a stranger are refused', async () => {
  const key = await at.key({ role: 'admin' });
  for (const url of ['/api/v1/operator/workspaces', '/api/v1/operator/demo-requests']) {
    expect((await at.call(url, { cookie: admin })).status).toBe(403);
    expect((await at.call(url, { key })).status).toBe(403);
    expect((await at.call(url)).status).toBe(401);
  }
});

test('an operator extends a trial, ends writing, and lets it stay; the workspace reads who it was', async () => {
  const change = async (body: object) => {
    const response = await at.call('/api/v1/operator/workspaces/acme/plan', { cookie: operator, body });
    return (await response.json()).kind;
  };
  await at.store.query(sql`update workspace set trial_ends_at = '2026-11-20T00:00:00Z'`);
  expect(await change({ change: 'extend', days: 7 })).toBe('trial');
  expect(await change({ change: 'make_read_only' })).toBe('read_only');
  expect(await change({ change: 'make_writable' })).toBe('trial');
  expect(await change({ change: 'make_permanent' })).toBe('permanent');
  const { entries } = await (await at.call('/api/v1/audit?action=plan_changed', { cookie: admin })).json();
  expect(entries).toHaveLength(4);
  expect(
    (await at.call('/api/v1/operator/workspaces/none/plan', { cookie: operator, body: { change: 'make_permanent' } }))
      .status,
  ).toBe(404);
});

test('the demo’s admin runs an installation only while nobody else comes in', async () => {
  const asked = async (server: TestServer, headers: Record<string, string> = {}) => {
    const signedIn = await server.call('/api/v1/sign-in', {
      body: { email: 'admin@demo.local', password: 'correct horse' },
    });
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    return (await server.call('/api/v1/operator/workspaces', { cookie, headers })).status;
  };
  const rename = sql`update sign_in_user set email = 'admin@demo.local' where email = 'demo@acme.test'`;
  const alone = await testServer();
  await alone.user('demo', { role: 'admin' });
  await alone.store.query(rename);
  expect(await asked(alone)).toBe(200);
  expect(await asked(alone, { 'x-forwarded-for': '203.0.113.9' })).toBe(403);
  await alone.close();
  await at.user('demo', { role: 'admin' });
  await at.store.query(rename);
  expect(await asked(at)).toBe(403);
});
