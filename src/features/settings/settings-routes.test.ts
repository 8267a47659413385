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

test('a workspace keeps its last admin, also from a key, and of two who demote each other one is told', async () => {
  const own = await testServer();
  const key = await own.key({ role: 'admin' });
  const [jia, yi] = [await own.user('jia', { role: 'admin' }), await own.user('yi', { role: 'admin' })];
  const demoted = (userId: string) =>
    own.call(`/api/v1/members/${userId}`, { method: 'PUT', key, body: { role: 'viewer', personId: null } });
  const answers = await Promise.all([demoted(jia), demoted(yi)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  const last = answers[0]?.status === 409 ? jia : yi;
  expect((await own.call(`/api/v1/members/${last}`, { method: 'DELETE', key })).status).toBe(409);
  await own.close();
});

test('another fiscal start and week start move quarters, years and weeks, and answers follow at once', async () => {
  const own = await testServer();
  const key = await own.key({ role: 'admin' });
  for (const [number, orderedOn, amount] of [
    ['A', '2026-03-31', '10'],
    ['B', '2026-04-05', '5'],
  ])
    await own.call('/api/v1/orders', { key, body: { number, orderedOn, repId: 'shen', lines: [{ amount }] } });
  const revenueBy = async (grain: string) => {
    const body = { measures: ['revenue'], grain, period: { from: '2026-03-30', before: '2026-04-06' } };
    const { rows } = (await (await own.call('/api/v1/query', { key, body })).json()) as { rows: object[] };
    return rows.filter((row) => (row as { revenue: string | null }).revenue !== null);
  };
  const days = await own.call('/api/v1/calendar/2026-04-03', { method: 'PUT', key, body: { isWorkday: false } });
  expect(days.status).toBe(200);
  expect(await revenueBy('fiscal_year')).toMatchObject([{ fiscal_year: '2026-01-01', revenue: '15.0000' }]);
  expect(await revenueBy('week')).toMatchObject([{ week: '2026-03-30', revenue: '15.0000' }]);
  const settings = { name: '安克（中国）', colours: 'green_up', fiscalStartMonth: 4, weekStart: 7 };
  const put = await own.call('/api/v1/workspace', { method: 'PUT', key, body: settings });
  expect(await put.json()).toMatchObject({ slug: 'acme', ...settings });
  expect(await revenueBy('fiscal_year')).toMatchObject([
    { fiscal_year: '2025-04-01', revenue: '10.0000' },
    { fiscal_year: '2026-04-01', revenue: '5.0000' },
  ]);
  expect(await revenueBy('week')).toMatchObject([
    { week: '2026-03-29', revenue: '10.0000' },
    { week: '2026-04-05', revenue: '5.0000' },
  ]);
  const kept = await (await own.call('/api/v1/calendar?from=2026-04-03&before=2026-04-04', { key })).json();
  expect(kept).toMatchObject({ days: [{ isWorkday: false }] });
  await own.close();
});

test('a workspace is not set to what there is not', async () => {
  const good = { name: '安克', colours: 'red_up', fiscalStartMonth: 1, weekStart: 1 };
  for (const wrong of [{ name: ' ' }, { colours: 'blue_up' }, { fiscalStartMonth: 13 }, { weekStart: 0 }]) {
    const body = { ...good, ...wrong };
    expect((await at.call('/api/v1/workspace', { method: 'PUT', key: admin, body })).status).toBe(422);
  }
});

test('what each role may do is told in words', async () => {
  const table = (await (await at.call('/api/v1/roles', { key: admin })).json()) as {
    permissions: { name: string; words: { zh: string }; roles: string[] }[];
  };
  const found = table.permissions.find(({ name }) => name === 'members.write');
  expect(found).toEqual({
    isPowerful: true,
    name: 'members.write',
    words: { zh: '邀请成员，设置角色和数据范围', en: 'Invite members, set roles and data scopes' },
    roles: ['admin'],
  });
});
