import { afterAll, beforeAll, expect, test } from 'vitest';
import { permissionsOf } from '#features/permissions.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';

let at: TestServer;
let admin: string;

beforeAll(async () => {
  at = await testServer();
  await at.user('boss', { role: 'admin' });
  admin = await at.signIn('boss');
});
afterAll(() => at.close());

const reader = { name: { zh: '助理', en: 'Assistant' }, permissions: ['data.read'], usualScope: 'all' };

async function made(role: object): Promise<string> {
  const response = await at.call('/api/v1/roles', { cookie: admin, body: role });
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

async function refused(path: string, init: object): Promise<{ status: number; detail: string }> {
  const response = await at.call(path, init);
  const { detail = '' } = (await response.json()) as { detail?: string };
  return { status: response.status, detail };
}

const named = (zh: string) => ({ ...reader, name: { zh, en: `${zh} (en)` } });

test('a member of an own role may do what it says, from the next request on', async () => {
  const role = await made(named('跟单'));
  const userId = await at.user('anna', { role: 'viewer' });
  const cookie = await at.signIn('anna');
  const body = { role, dataScope: 'all' };
  expect((await at.call(`/api/v1/members/${userId}`, { method: 'PUT', cookie: admin, body })).status).toBe(204);
  const me = (await (await at.call('/api/v1/me', { cookie })).json()) as { viewer: object };
  expect(me.viewer).toMatchObject({ role, roleName: { zh: '跟单' }, permissions: ['data.read'] });
  expect((await at.call('/api/v1/audit', { cookie })).status).toBe(403);
  const wider = { ...named('跟单'), permissions: ['audit.read'], version: 1 };
  expect((await at.call(`/api/v1/roles/${role}`, { method: 'PUT', cookie: admin, body: wider })).status).toBe(204);
  expect((await at.call('/api/v1/audit', { cookie })).status).toBe(200);
  expect((await at.call('/api/v1/catalogue', { cookie })).status).toBe(403);
});

test('live events tell of another role, and end when it may not listen', async () => {
  const role = await made(named('值班'));
  await at.user('otto', { role });
  const cookie = await at.signIn('otto');
  const stream = (await at.call('/api/v1/events', { cookie })).body?.pipeThrough(new TextDecoderStream()).getReader();
  const until = async (word: string) => {
    for (let text = ''; ; ) {
      const { value, done } = (await stream?.read()) ?? { done: true, value: '' };
      text += value ?? '';
      if (text.includes(word) || done) return text.includes(word);
    }
  };
  await until('retry');
  const change = (permissions: readonly string[], version: number) =>
    at.call(`/api/v1/roles/${role}`, {
      method: 'PUT',
      cookie: admin,
      body: { ...named('值班'), permissions, version },
    });
  await change(['data.read', 'margin.read'], 1);
  expect(await until('event: access')).toBe(true);
  await change(['margin.read'], 2);
  expect(await until('event: signed_out')).toBe(true);
});

test('a role in use is deleted only with a role to move its holders to', async () => {
  const role = await made(named('旧岗'));
  const key = await at.key({ role });
  expect(await refused(`/api/v1/roles/${role}`, { method: 'DELETE', cookie: admin })).toMatchObject({ status: 409 });
  const nowhere = await refused(`/api/v1/roles/${role}?moveTo=${role}`, { method: 'DELETE', cookie: admin });
  expect(nowhere.status).toBe(422);
  const moved = await at.call(`/api/v1/roles/${role}?moveTo=finance`, { method: 'DELETE', cookie: admin });
  expect(moved.status).toBe(204);
  const me = (await (await at.call('/api/v1/me', { key })).json()) as { viewer: { role: string } };
  expect(me.viewer.role).toBe('finance');
});

test('power over others is granted only when it is said', async () => {
  const powerful = { ...named('人事'), permissions: ['members.write'] };
  expect(await refused('/api/v1/roles', { cookie: admin, body: powerful })).toMatchObject({ status: 422 });
  await made({ ...powerful, confirmsPower: true });
});

test('nobody hands on what they do not hold, nor becomes an admin by way of another', async () => {
  const role = await made({
    ...named('组长'),
    permissions: ['data.read', 'members.write', 'roles.write', 'api_keys.write'],
    confirmsPower: true,
  });
  const bossId = await at.user('second', { role: 'admin' });
  const anyone = await at.user('anyone', { role: 'viewer' });
  await at.user('lead', { role });
  const cookie = await at.signIn('lead');
  const place = { role: 'admin', dataScope: 'all', personId: null };
  const asAdmin = [
    ['/api/v1/api-keys', { cookie, body: { ...place, name: 'mine' } }],
    ['/api/v1/invitations', { cookie, body: { ...place, email: 'me@acme.test' } }],
    [`/api/v1/members/${anyone}`, { method: 'PUT', cookie, body: place }],
    [`/api/v1/members/${bossId}`, { method: 'PUT', cookie, body: { ...place, role } }],
    [`/api/v1/members/${bossId}`, { method: 'DELETE', cookie }],
    ['/api/v1/roles', { cookie, body: { ...named('更大'), permissions: ['audit.read'] } }],
    [`/api/v1/roles/${role}`, { method: 'PUT', cookie, body: { ...named('组长'), permissions: [], version: 1 } }],
  ] as const;
  for (const [path, init] of asAdmin) expect([path, (await at.call(path, init)).status]).toEqual([path, 403]);
  expect((await at.call('/api/v1/api-keys', { cookie, body: { ...place, role, name: 'mine' } })).status).toBe(201);
});

test('who sees a part of the data does not decide what others see', async () => {
  const role = await made({ ...named('区域'), permissions: ['data.read', 'api_keys.write'], confirmsPower: true });
  await at.user('part', { role, scope: 'self', personId: 'shen' });
  const cookie = await at.signIn('part');
  const body = { name: 'wide', role, dataScope: 'all', personId: null };
  expect(await refused('/api/v1/api-keys', { cookie, body })).toMatchObject({ status: 403 });
});

test('two who change a role at once: the later one is told', async () => {
  const role = await made(named('并发'));
  const put = () =>
    at.call(`/api/v1/roles/${role}`, { method: 'PUT', cookie: admin, body: { ...named('并发'), version: 1 } });
  expect([(await put()).status, (await put()).status]).toEqual([204, 409]);
});

test('a role has a name of its own and permissions that there are', async () => {
  await made(named('唯一'));
  expect(await refused('/api/v1/roles', { cookie: admin, body: named('唯一') })).toMatchObject({ status: 409 });
  const unknown = { ...named('未知'), permissions: ['everything'] };
  expect(await refused('/api/v1/roles', { cookie: admin, body: unknown })).toMatchObject({ status: 422 });
});

test('the log has what a role was before and after', async () => {
  const role = await made(named('审计'));
  const after = { ...named('审计'), permissions: ['data.read', 'data.export'], version: 1 };
  await at.call(`/api/v1/roles/${role}`, { method: 'PUT', cookie: admin, body: after });
  const log = await at.call(`/api/v1/audit?action=role_changed&text=${role}`, { cookie: admin });
  expect(await log.json()).toMatchObject({
    entries: [
      {
        actorName: 'boss',
        details: { before: { permissions: ['data.read'] }, after: { permissions: ['data.read', 'data.export'] } },
      },
    ],
  });
});

test('an admin who looks for a word in the log finds its entries of those days', async () => {
  await made(named('可搜索'));
  const found = async (query: string) => {
    const log = (await (await at.call(`/api/v1/audit?${query}`, { cookie: admin })).json()) as { entries: unknown[] };
    return log.entries.length;
  };
  const today = new Date().toISOString().slice(0, 10);
  const word = `text=${encodeURIComponent('可搜索')}`;
  expect(await found(word)).toBe(1);
  expect(await found(`${word}&from=2020-01-01&until=2020-01-02`)).toBe(0);
  expect(await found(`${word}&from=2020-01-01`)).toBe(1);
  expect(await found(`${word}&until=${today}`)).toBeGreaterThanOrEqual(0);
  expect(await found('text=100%25')).toBe(0);
});

test('an export is on record with question, format and rows, and needs its permission', async () => {
  const question = { measures: ['revenue'], by: ['rep'], period: 'this quarter', filters: ['customer'] };
  const body = { what: 'panel', id: 'trend', page: '/revenue', format: 'csv', rows: 12, question };
  expect((await at.call('/api/v1/exports', { cookie: admin, body })).status).toBe(204);
  const log = await at.call('/api/v1/audit?action=data_exported', { cookie: admin });
  expect(await log.json()).toMatchObject({
    entries: [{ subjectId: 'trend', details: { format: 'csv', rows: 12, question } }],
  });
  const role = await made(named('只看'));
  expect((await at.call('/api/v1/exports', { key: await at.key({ role }), body })).status).toBe(403);
});

test('every built-in role may export until a workspace decides otherwise', () => {
  expect(permissionsOf('rep')).toContain('data.export');
});
