import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '#testing/test-server.ts';

let at: TestServer;
let admin: string;

beforeAll(async () => {
  at = await testServer();
  admin = await at.key({ role: 'admin' });
});
afterAll(() => at.close());

const october = '/api/v1/calendar?from=2026-10-01&before=2026-10-11';

async function workdays(): Promise<readonly string[]> {
  const { days } = (await (await at.call(october, { key: admin })).json()) as {
    days: { day: string; isWorkday: boolean }[];
  };
  return days.filter(({ isWorkday }) => isWorkday).map(({ day }) => day);
}

test('the calendar knows the National Day holiday and its make-up workday', async () => {
  expect(await workdays()).toEqual(['2026-10-08', '2026-10-09', '2026-10-10']);
});

test('a company that gives a day off changes its calendar and the count of workdays', async () => {
  const quarter = async () => {
    const me = (await (await at.call('/api/v1/me', { key: admin })).json()) as {
      calendar: { quarter: { workdaysElapsed: number; workdaysTotal: number } };
    };
    return me.calendar.quarter;
  };
  const before = await quarter();
  const body = { isWorkday: false, holiday: '公司日' };
  const put = await at.call('/api/v1/calendar/2026-10-09', { method: 'PUT', key: admin, body });
  expect(await put.json()).toEqual({ day: '2026-10-09', ...body });
  expect(await workdays()).toEqual(['2026-10-08', '2026-10-10']);
  expect(await quarter()).toMatchObject({
    workdaysElapsed: before.workdaysElapsed - 1,
    workdaysTotal: before.workdaysTotal - 1,
  });
});

test('a range that ends before it begins is refused', async () => {
  const response = await at.call('/api/v1/calendar?from=2026-10-11&before=2026-10-01', { key: admin });
  expect(response.status).toBe(422);
});

test('an API key is shown once, listed without itself, and revoked at once', async () => {
  const body = { name: '报表程序', role: 'rep', personId: 'shen' };
  const made = await (await at.call('/api/v1/api-keys', { key: admin, body })).json();
  const { id, key } = made as { id: string; key: string };
  expect((await at.call('/api/v1/me', { key })).status).toBe(200);
  const listed = await (await at.call('/api/v1/api-keys', { key: admin })).text();
  expect(listed).toContain('报表程序');
  expect(listed).not.toContain(key);
  expect((await at.call(`/api/v1/api-keys/${id}`, { method: 'DELETE', key: admin })).status).toBe(204);
  expect((await at.call('/api/v1/me', { key })).status).toBe(401);
});

test('a scope that needs a colleague is refused without one, and with an unknown one', async () => {
  for (const personId of [null, 'nobody']) {
    const body = { name: 'x', role: 'manager', personId };
    expect((await at.call('/api/v1/api-keys', { key: admin, body })).status).toBe(422);
  }
});

test('a change of role counts from the next request', async () => {
  const userId = await at.user('mei', { role: 'viewer' });
  const cookie = await at.signIn('mei');
  const changed = await at.call(`/api/v1/members/${userId}`, {
    method: 'PUT',
    key: admin,
    body: { role: 'rep', personId: 'liang' },
  });
  expect(changed.status).toBe(204);
  const me = await (await at.call('/api/v1/me', { cookie })).json();
  expect(me).toMatchObject({ viewer: { role: 'rep', name: '梁', seesAll: false } });
});

test('somebody taken out of the workspace is out at once', async () => {
  const userId = await at.user('gone', { role: 'viewer' });
  const cookie = await at.signIn('gone');
  expect((await at.call(`/api/v1/members/${userId}`, { method: 'DELETE', key: admin })).status).toBe(204);
  expect((await at.call('/api/v1/me', { cookie })).status).toBe(403);
});

test('an admin cannot take their own role away', async () => {
  const userId = await at.user('boss', { role: 'admin' });
  const cookie = await at.signIn('boss');
  const response = await at.call(`/api/v1/members/${userId}`, {
    method: 'PUT',
    cookie,
    body: { role: 'viewer', personId: null },
  });
  expect(response.status).toBe(403);
});
