import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInConnectors } from '#connectors/sign-in/connectors.ts';
import { createGuardedFetch } from '#connectors/sign-in/guarded-fetch.ts';
import { sql } from '#shared/sql.ts';
import { createWorkspace } from '#store/workspaces.ts';
import { type JsonServer, jsonServer } from '#testing/json-server.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';

let at: TestServer;
let service: JsonServer;
let admin: string;

beforeAll(async () => {
  service = await jsonServer();
  service.routes.set('/cgi-bin/gettoken', () => ({ errcode: 0, access_token: 't', expires_in: 7200 }));
  service.routes.set('/cgi-bin/auth/getuserinfo', () => ({ errcode: 0, userid: 'ZhangSan' }));
  service.routes.set('/cgi-bin/user/get', () => ({ errcode: 0, name: '张三' }));
  const connectors = signInConnectors(createGuardedFetch({ allowsPrivate: true, timeoutMs: 1000 }));
  at = await testServer({ connectors });
  await at.user('boss', { role: 'admin' });
  admin = await at.signIn('boss');
});

afterAll(async () => {
  await at.close();
  await service.close();
});

const wecom = (changes: Record<string, unknown> = {}) => ({
  isEnabled: true,
  address: service.url,
  client: 'Salesboard',
  clientSecret: 'corp-secret',
  corp: 'ww1',
  agent: '1',
  createsMembers: false,
  ...changes,
});

function put(path: string, body: unknown, cookie = admin) {
  return at.call(`/api/v1/single-sign-on/${path}`, { method: 'PUT', body, cookie });
}

async function read() {
  const response = await at.call('/api/v1/single-sign-on', { cookie: admin });
  return await response.text();
}

async function firstDetail(response: Response) {
  const { details } = (await response.json()) as { details?: { detail: { zh: string }; place?: { field: string } }[] };
  return details?.[0];
}

async function signInByWecom() {
  const left = await at.call('/api/v1/sign-in/with/wecom', { body: { workspace: 'acme' } });
  const cookie = (left.headers.getSetCookie()[0] ?? '').split(';', 1)[0] ?? '';
  const state = new URL(((await left.json()) as { url: string }).url).searchParams.get('state');
  const path = `/api/v1/sign-in/return?code=c&state=${state}`;
  const response = await fetch(`${at.url}${path}`, { redirect: 'manual', headers: { cookie } });
  const session = response.headers.getSetCookie().find((each) => each.startsWith('salesboard.session_token='));
  return { location: response.headers.get('location'), session: session?.split(';', 1)[0] ?? '' };
}

test('a secret is sealed, never shown, not in the audit log, and goes only where it was given for', async () => {
  expect((await put('wecom', wecom())).status).toBe(204);
  expect(await read()).toContain('"hasSecret":true');
  expect(await read()).not.toContain('corp-secret');
  const [kept] = await at.store.query<{ client_secret: string }>(sql`select client_secret from sign_in_provider`);
  expect(kept?.client_secret).toMatch(/^v1\./);
  const entries = await at.store.query<{ details: unknown }>(sql`
    select details from audit_entry where action = 'sign_in_provider_changed'`);
  expect(entries).toHaveLength(1);
  expect(JSON.stringify(entries)).not.toContain('corp-secret');

  const { clientSecret: _left, ...withoutSecret } = wecom();
  expect((await put('wecom', { ...withoutSecret, label: '扫码' })).status).toBe(204);
  const elsewhere = await put('wecom', { ...withoutSecret, address: 'https://evil.example' });
  expect(elsewhere.status).toBe(422);
  expect((await firstDetail(elsewhere))?.place?.field).toBe('clientSecret');
  const tried = await at.call('/api/v1/single-sign-on/wecom/test', {
    body: { ...withoutSecret, corp: 'ww2' },
    cookie: admin,
  });
  expect(tried.status).toBe(422);
});

test('somebody without an e-mail there comes in once an admin has said who they are', async () => {
  const userId = await at.user('zhang', { role: 'rep', personId: 'shen' });
  expect((await signInByWecom()).location).toBe('/sign-in?failed=no_email&workspace=acme');
  const [refused] = await at.store.query<{ details: { subject: string } }>(sql`
    select details from audit_entry where action = 'sign_in_refused' order by position desc limit 1`);
  expect(refused?.details.subject).toBe('zhangsan');
  const body = { kind: 'wecom', userId, subject: 'ZhangSan' };
  expect((await at.call('/api/v1/single-sign-on/links', { body, cookie: admin })).status).toBe(204);
  expect((await at.call('/api/v1/single-sign-on/links', { body, cookie: admin })).status).toBe(409);
  const { location, session } = await signInByWecom();
  expect(location).toBe('/');
  const me = (await (await at.call('/api/v1/me', { cookie: session })).json()) as { viewer: { email: string } };
  expect(me.viewer.email).toBe('zhang@acme.test');
});

test('another company means other people: who was who is forgotten', async () => {
  expect((await put('wecom', wecom({ corp: 'ww2' }))).status).toBe(204);
  expect((await signInByWecom()).location).toBe('/sign-in?failed=no_email&workspace=acme');
  expect((await put('wecom', wecom())).status).toBe(204);
});

test('only admins set it up, and nobody hands on more than they have', async () => {
  await at.user('lead', { role: 'manager', personId: 'zhou' });
  const lead = await at.signIn('lead');
  for (const [path, method] of [
    ['', 'GET'],
    ['/people', 'GET'],
    ['/wecom', 'DELETE'],
  ] as const) {
    expect((await at.call(`/api/v1/single-sign-on${path}`, { method, cookie: lead })).status).toBe(403);
  }
  const unknown = await put('wecom', wecom({ defaultPlace: { role: 'nobody', dataScope: 'all' } }));
  expect((await firstDetail(unknown))?.detail.zh).toContain('没有角色');
});

test('passwords can be kept for admins, and nobody is ever locked out', async () => {
  await at.user('seller', { role: 'rep', personId: 'liang' });
  const before = await at.signIn('seller');
  expect((await at.call('/api/v1/me', { cookie: before })).status).toBe(200);
  expect((await put('password', { passwordFor: 'admins' })).status).toBe(204);

  const inside = await at.call('/api/v1/me', { cookie: before });
  expect([inside.status, ((await inside.json()) as { code: string }).code]).toEqual([403, 'single_sign_on_required']);
  const body = { email: 'seller@acme.test', password: 'correct horse' };
  const refused = await at.call('/api/v1/sign-in', { body });
  expect(refused.status).toBe(403);
  expect((await firstDetail(refused))?.detail.zh).toContain('acme');
  expect((await at.call('/api/v1/me', { cookie: await at.signIn('boss') })).status).toBe(200);

  const off = await put('wecom', wecom({ isEnabled: false }));
  expect(off.status).toBe(409);
  expect((await at.call('/api/v1/single-sign-on/wecom', { method: 'DELETE', cookie: admin })).status).toBe(409);
  expect((await put('password', { passwordFor: 'everyone' })).status).toBe(204);
  expect((await at.call('/api/v1/me', { cookie: before })).status).toBe(200);
});

test('passwords stay for everybody while no provider is on', async () => {
  expect((await put('wecom', wecom({ isEnabled: false }))).status).toBe(204);
  const response = await put('password', { passwordFor: 'admins' });
  expect(response.status).toBe(409);
  expect((await firstDetail(response))?.detail.zh).toContain('启用');
  expect((await put('wecom', wecom())).status).toBe(204);
});

test('nobody finds out which workspaces there are', async () => {
  await createWorkspace(at.store, at.deps.keyring, { slug: 'quiet', name: '不声张' });
  const ask = async (workspace?: string) => {
    const response = await at.call('/api/v1/sign-in/ways', { body: workspace === undefined ? {} : { workspace } });
    return await response.text();
  };
  expect(await ask('quiet')).toBe(await ask('no-such-workspace'));
  // With several workspaces none of them is meant when none is named.
  expect(await ask()).toBe(await ask('no-such-workspace'));
  expect(await ask('ACME ')).toContain('"kind":"wecom"');
  const leave = async (workspace: string) => {
    const response = await at.call('/api/v1/sign-in/with/wecom', { body: { workspace } });
    const { instance: _instance, ...rest } = (await response.json()) as Record<string, unknown>;
    return rest;
  };
  expect(await leave('quiet')).toEqual(await leave('no-such-workspace'));
});

test('colleagues are found by e-mails that are written down as a whole', async () => {
  const colleagues = [{ email: 'Shen@acme.test', personId: 'shen' }];
  expect((await put('colleagues', { colleagues })).status).toBe(204);
  const people = (await (await at.call('/api/v1/single-sign-on/people', { cookie: admin })).json()) as object;
  expect(people).toMatchObject({ colleagues: [{ email: 'shen@acme.test', personId: 'shen' }] });
  expect((await put('colleagues', { colleagues: [{ email: 'x@acme.test', personId: 'nobody' }] })).status).toBe(422);
  const twice = [...colleagues, { email: 'shen@ACME.test', personId: 'zhou' }];
  expect((await put('colleagues', { colleagues: twice })).status).toBe(422);
  expect(await at.store.query(sql`select email from person_email`)).toEqual([{ email: 'shen@acme.test' }]);
});
