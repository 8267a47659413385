import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type CrookedProvider, crookedProvider } from '#testing/crooked-provider.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';

const publicAddress = 'https://sales.acme.test';

let at: TestServer;
let provider: CrookedProvider;
let admin: string;

beforeAll(async () => {
  provider = await crookedProvider();
  at = await testServer({ publicAddress });
  await at.user('boss', { role: 'admin' });
  admin = await at.signIn('boss');
  expect((await save()).status).toBe(204);
});

afterAll(async () => {
  await at.close();
  await provider.close();
});

afterEach(() => {
  for (const name of Object.keys(provider.twist)) delete provider.twist[name as keyof typeof provider.twist];
});

function body(changes: Record<string, unknown> = {}) {
  const place = { role: 'viewer', dataScope: 'all' };
  const given = { isEnabled: true, address: provider.issuer, client: 'salesboard', clientSecret: 'x' };
  return { ...given, defaultPlace: place, createsMembers: true, ...changes };
}

function save(changes?: Record<string, unknown>) {
  return at.call('/api/v1/single-sign-on/oidc', { method: 'PUT', body: body(changes), cookie: admin });
}

async function tried(changes: Record<string, unknown>) {
  const response = await at.call('/api/v1/single-sign-on/oidc/test', { body: body(changes), cookie: admin });
  const answer = (await response.json()) as { code?: string; details?: { detail: { en: string } }[] };
  return { status: response.status, code: answer.code, words: answer.details?.[0]?.detail.en ?? '' };
}

/** Comes back with a token that says the nonce given; null: the one that was sent. */
async function comeBack(nonce: string | null = null): Promise<string | null> {
  const left = await at.call('/api/v1/sign-in/with/oidc', { body: { workspace: 'acme' } });
  const cookie = (left.headers.getSetCookie()[0] ?? '').split(';', 1)[0] ?? '';
  const sent = new URL(((await left.json()) as { url: string }).url).searchParams;
  expect(sent.get('code_challenge_method')).toBe('S256');
  const query = new URLSearchParams({ state: sent.get('state') ?? '', code: nonce ?? sent.get('nonce') ?? '' });
  const response = await fetch(`${at.url}/api/v1/sign-in/return?${query}`, { redirect: 'manual', headers: { cookie } });
  return response.headers.get('location');
}

const seconds = () => Math.floor(Date.now() / 1000);

test('a token that holds lets somebody in', async () => {
  expect(await comeBack()).toBe('/');
});

test('a token with another nonce was made for another sign-in', async () => {
  expect(await comeBack('stolen')).toBe('/sign-in?failed=bad_token&workspace=acme');
});

test.each([
  ['of another issuer', { iss: 'https://elsewhere.example' }],
  ['for another client', { aud: 'somebody-else' }],
  ['that is over', { exp: seconds() - 3600, iat: seconds() - 7200 }],
  ['of nobody', { sub: '' }],
])('a token %s lets nobody in', async (_what, changed) => {
  provider.twist.claims = (claims) => ({ ...claims, ...changed });
  expect(await comeBack()).toBe('/sign-in?failed=bad_token&workspace=acme');
});

test('a token without a signature that counts lets nobody in', async () => {
  provider.twist.header = { alg: 'none' };
  expect(await comeBack()).toBe('/sign-in?failed=bad_token&workspace=acme');
});

test.each([
  [{ status: 400, body: { error: 'invalid_grant' } }, 'refused_code'],
  [{ status: 401, body: { error: 'invalid_client' } }, 'wrong_secret'],
  [{ status: 500, body: {} }, 'bad_token'],
])('a token endpoint that answers %j is told apart', async (token, reason) => {
  provider.twist.token = token;
  expect(await comeBack()).toBe(`/sign-in?failed=${reason}&workspace=acme`);
});

test('a test of the connection says what is wrong with the address', async () => {
  expect(await tried({ address: 'http://idp.acme.test' })).toMatchObject({ status: 502, code: 'provider_failed' });
  expect((await tried({ address: 'https://nowhere.invalid' })).words).toContain('Cannot reach nowhere.invalid');
  expect((await tried({ address: provider.issuer.replace('http:', 'https:') })).words).toContain('TLS');
  expect((await tried({ address: `${provider.issuer}/realm` })).words).toContain('.well-known/openid-configuration');
});

test('a test of the connection says when the provider calls itself by another issuer', async () => {
  provider.twist.discovery = { issuer: 'https://elsewhere.example' };
  expect((await tried({})).words).toContain('another issuer');
});

test('a provider that would send browsers to a script is not believed', async () => {
  provider.twist.discovery = { authorization_endpoint: 'javascript:alert(1)' };
  expect((await tried({})).words).toContain('authorization_endpoint');
});

test('a test of the connection finds a wrong secret, and works with the right one', async () => {
  provider.twist.token = { status: 401, body: { error: 'invalid_client' } };
  expect((await tried({})).words).toContain('client ID or secret');
  provider.twist.token = { status: 400, body: { error: 'invalid_grant' } };
  expect((await tried({})).status).toBe(200);
});

test('whoever leaves for a provider that is down is told so, without its address', async () => {
  expect((await save({ address: 'https://nowhere.invalid', clientSecret: 'y' })).status).toBe(204);
  const response = await at.call('/api/v1/sign-in/with/oidc', { body: { workspace: 'acme' } });
  expect(response.status).toBe(502);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(await response.text()).not.toContain('nowhere.invalid');
});
