import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#shared/sql.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';

let at: TestServer;

/** 沈 of 华东 sold 100 at a cost of 60, 梁 of 华南 sold 20. */
beforeAll(async () => {
  at = await testServer();
  const key = await at.key({ role: 'admin' });
  const sales = [
    ['S-1', 'shen', '100'],
    ['S-2', 'liang', '20'],
  ] as const;
  for (const [number, repId, amount] of sales) {
    const body = { number, orderedOn: '2026-11-20', repId, lines: [{ amount, cost: '7' }] };
    expect((await at.call('/api/v1/orders', { key, body })).status).toBe(201);
  }
});
afterAll(() => at.close());

const path = '/revenue?period=this_month';
let sharers = 0;

/** A member who shares a view, and its holder. */
async function aLink(place: Parameters<TestServer['user']>[1], days: 1 | 7 | 30 = 7) {
  sharers += 1;
  const name = `sharer${sharers}`;
  const userId = await at.user(name, place);
  const cookie = await at.signIn(name);
  const made = await at.call('/api/v1/share-links', { cookie, body: { path, days, note: '给合作方' } });
  const { id, token } = (await made.json()) as { id: string; token: string };
  const response = await open(token);
  const set = response.headers.getSetCookie()[0] ?? '';
  const holder = { cookie: set.split(';', 1)[0] ?? '' };
  const ask = (route: string, body?: object) =>
    at.call(`/shared/${id}${route}`, { headers: holder, ...(body ? { body } : {}) });
  return { id, token, userId, cookie, set, ask, opened: response };
}

const open = (token: string) => at.call('/api/v1/shared/open', { body: { token } });

const month = { from: '2026-11-01', before: '2026-12-01' };

async function revenueBy(link: Awaited<ReturnType<typeof aLink>>): Promise<number | string> {
  const response = await link.ask('/api/v1/query', { measures: ['revenue'], period: month });
  if (response.status !== 200) return response.status;
  return Number(((await response.json()) as { totals: { revenue: string } }).totals.revenue);
}

test('the holder sees the view with the scope of the sharer, and who shared it until when', async () => {
  const link = await aLink({ role: 'manager', personId: 'zhou' });
  expect(await link.opened.json()).toEqual({ address: `/shared/${link.id}${path}` });
  expect(await revenueBy(link)).toBe(100);
  const me = (await (await link.ask('/api/v1/me')).json()) as object;
  expect(me).toMatchObject({
    sharedLink: { by: '周', path, note: '给合作方' },
    viewer: { email: null, permissions: ['data.read', 'customers.pool'] },
  });
});

test('its cookie goes to the address of the link only, and no script reads it', async () => {
  const { id, set, token } = await aLink({ role: 'executive' });
  expect(set).toContain(`Path=/shared/${id};`);
  expect(set).toMatch(/HttpOnly/);
  expect(set).toMatch(/SameSite=Strict/);
  const elsewhere = await at.call('/api/v1/me', { headers: { cookie: set.split(';', 1)[0] ?? '' } });
  expect(elsewhere.status).toBe(401);
  const [row] = await at.store.query<{ hash: string; path: string }>(
    sql`select hash, path from share_link where id = ${id}`,
  );
  expect([row?.hash === token, row?.path.includes('revenue')]).toEqual([false, false]);
});

test('the cookie of one link opens no other, and a session none', async () => {
  const [one, other] = [await aLink({ role: 'admin' }), await aLink({ role: 'executive' })];
  const cookie = one.set.split(';', 1)[0] ?? '';
  expect((await at.call(`/shared/${other.id}/api/v1/me`, { headers: { cookie } })).status).toBe(401);
  expect((await at.call(`/shared/${other.id}/api/v1/me`, { cookie: one.cookie })).status).toBe(401);
});

test('the holder reads fields that the sharer may read, and nothing is written or exported', async () => {
  const margin = { measures: ['gross_profit'], period: month };
  expect((await (await aLink({ role: 'executive' })).ask('/api/v1/query', margin)).status).toBe(200);
  const link = await aLink({ role: 'manager', personId: 'zhou' });
  expect((await link.ask('/api/v1/query', margin)).status).toBe(403);
  const forbidden = ['/api/v1/members', '/api/v1/audit', '/api/v1/share-links', '/api/v1/roles', '/api/v1/me/sessions'];
  for (const route of forbidden) expect([route, (await link.ask(route)).status]).toEqual([route, 403]);
  const note = { what: 'panel', id: 'x', page: '/x', format: 'csv', rows: 1, question: null };
  expect((await link.ask('/api/v1/exports', note)).status).toBe(403);
  expect((await link.ask('/api/v1/share-links', { path, days: 1 })).status).toBe(403);
});

test('it follows what the sharer may see now: another scope, another role, gone', async () => {
  const link = await aLink({ role: 'executive' });
  expect(await revenueBy(link)).toBe(120);
  const admin = await at.key({ role: 'admin' });
  const place = (role: string, dataScope: string, personId: string | null) =>
    at.call(`/api/v1/members/${link.userId}`, { method: 'PUT', key: admin, body: { role, dataScope, personId } });
  await place('manager', 'self', 'liang');
  expect(await revenueBy(link)).toBe(20);
  await place('rep', 'self', 'liang');
  expect(await revenueBy(link)).toBe(401);
  await place('manager', 'all', null);
  expect(await revenueBy(link)).toBe(120);
  await at.call(`/api/v1/members/${link.userId}`, { method: 'DELETE', key: admin });
  expect(await revenueBy(link)).toBe(401);
  expect((await open(link.token)).status).toBe(404);
});

test('it ends when it is revoked, and whoever is looking is cut off', async () => {
  const link = await aLink({ role: 'executive' });
  const stream = await link.ask('/api/v1/events');
  const ended = stream.text();
  const other = await aLink({ role: 'manager', scope: 'all' });
  const revoke = (cookie: string) => at.call(`/api/v1/share-links/${link.id}`, { method: 'DELETE', cookie });
  expect((await revoke(other.cookie)).status).toBe(404);
  expect((await revoke(link.cookie)).status).toBe(204);
  expect(await ended).toContain('event: signed_out');
  expect(await revenueBy(link)).toBe(401);
});

test('it ends when its days are over', async () => {
  const link = await aLink({ role: 'executive' }, 1);
  at.setNow('2026-11-25T01:59:00.000Z');
  expect(await revenueBy(link)).toBe(120);
  at.setNow('2026-11-25T02:00:00.000Z');
  expect(await revenueBy(link)).toBe(401);
  at.setNow('2026-11-24T02:00:00.000Z');
});

test('unknown, over and revoked answer alike', async () => {
  const link = await aLink({ role: 'executive' });
  await at.call(`/api/v1/share-links/${link.id}`, { method: 'DELETE', cookie: link.cookie });
  const told = async (token: string) => {
    const { instance: _, ...rest } = (await (await open(token)).json()) as { instance: string };
    return rest;
  };
  expect(await told(link.token)).toEqual(await told('x'.repeat(43)));
});

test('one sees and revokes one’s own links, an admin everybody’s, with how often they were opened', async () => {
  const link = await aLink({ role: 'executive' });
  await open(link.token);
  const listed = async (cookie: string) => {
    const { links } = (await (await at.call('/api/v1/share-links', { cookie })).json()) as {
      links: { id: string; views: number; path: string; isMine: boolean }[];
    };
    return links;
  };
  expect(await listed(link.cookie)).toMatchObject([{ id: link.id, views: 2, path, isMine: true }]);
  await at.user('head', { role: 'admin' });
  const head = await at.signIn('head');
  expect((await listed(head)).find(({ id }) => id === link.id)).toMatchObject({ isMine: false });
  const revoked = await at.call(`/api/v1/share-links/${link.id}`, { method: 'DELETE', cookie: head });
  expect(revoked.status).toBe(204);
});

test('sharing needs its permission and a person, and leads to a page of figures', async () => {
  const rep = await at.key({ role: 'rep', personId: 'shen' });
  const admin = await at.key({ role: 'admin' });
  expect((await at.call('/api/v1/share-links', { key: rep, body: { path, days: 1 } })).status).toBe(403);
  expect((await at.call('/api/v1/share-links', { key: admin, body: { path, days: 1 } })).status).toBe(403);
  const { cookie } = await aLink({ role: 'executive' });
  for (const wrong of ['//evil.test', '/settings', '/data', 'revenue', '/\\evil.test']) {
    const response = await at.call('/api/v1/share-links', { cookie, body: { path: wrong, days: 1 } });
    expect([wrong, response.status]).toEqual([wrong, 422]);
  }
  expect((await at.call('/api/v1/share-links', { cookie, body: { path, days: 365 } })).status).toBe(422);
});

test('sharing, opening and revoking are in the log, without what was filtered', async () => {
  const link = await aLink({ role: 'executive' });
  await at.call(`/api/v1/share-links/${link.id}`, { method: 'DELETE', cookie: link.cookie });
  const log = await at.call(`/api/v1/audit?text=${link.id}`, { key: await at.key({ role: 'admin' }) });
  const { entries } = (await log.json()) as { entries: { action: string; details: object }[] };
  expect(entries.map(({ action }) => action)).toEqual(['link_revoked', 'link_opened', 'link_shared']);
  expect(entries.at(-1)?.details).toEqual({ page: '/revenue', days: 7 });
});
