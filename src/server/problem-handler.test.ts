import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '#testing/test-server.ts';
import { createServer } from './create-server.ts';

let at: TestServer;

beforeAll(async () => {
  at = await testServer();
});
afterAll(() => at.close());

const signIn = '/api/v1/sign-in';

test('a problem is RFC 9457 with our code, both languages and the request it belongs to', async () => {
  const response = await at.call('/api/v1/me', { headers: { authorization: 'Bearer nonsense' } });
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(await response.json()).toEqual({
    type: 'urn:salesboard:problem:not_signed_in',
    title: '请先登录',
    status: 401,
    detail: 'API 密钥不存在或已撤销',
    code: 'not_signed_in',
    details: [{ detail: { zh: 'API 密钥不存在或已撤销', en: 'The API key is unknown or was revoked' } }],
    instance: expect.stringMatching(/^urn:request:[0-9a-f-]{36}$/),
  });
});

test('a reader of English gets title and detail in English', async () => {
  const response = await at.call('/api/v1/me', { headers: { 'accept-language': 'en-GB,en;q=0.9' } });
  expect(await response.json()).toMatchObject({ title: 'Sign in first' });
});

test('a body with wrong fields names each of them', async () => {
  const response = await at.call(signIn, { body: { email: 7 } });
  expect(response.status).toBe(422);
  const { code, details } = (await response.json()) as { code: string; details: { place: { field: string } }[] };
  expect(code).toBe('invalid_request');
  expect(details.map(({ place }) => place.field)).toEqual(['email', 'password']);
});

test.each([
  ['broken JSON', { body: '{"email"', headers: { 'content-type': 'application/json' } }, 422, 'invalid_request'],
  ['no body', { method: 'POST', headers: { 'content-type': 'application/json' } }, 422, 'invalid_request'],
  ['XML', { body: '<a/>', headers: { 'content-type': 'text/xml' } }, 415, 'unsupported_media_type'],
  ['10 kB', { body: { email: 'x'.repeat(10_000), password: 'x' } }, 413, 'body_too_large'],
  [
    'prototype',
    { body: '{"__proto__": {"a": 1}}', headers: { 'content-type': 'application/json' } },
    422,
    'invalid_request',
  ],
] as const)('%s in a body is answered with its own problem', async (_name, init, status, code) => {
  const response = await at.call(signIn, init);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ code, status });
});

test('an unknown API address is a problem, an unknown page is not', async () => {
  expect(await (await at.call('/api/v1/nothing')).json()).toMatchObject({ code: 'not_found', status: 404 });
  expect((await at.call('/overview')).headers.get('content-type')).toMatch(/^text\/(html|plain)/);
});

test('a bug answers 500 and gives nothing away', async () => {
  const broken = await createServer({ ...at.deps }, [
    async (server) => {
      server.get('/api/v1/broken', { config: { permission: 'public' } }, async () => {
        throw new Error('duplicate key (name)=(衡川智控) at /srv/app/secret.ts');
      });
    },
  ]);
  const response = await broken.inject('/api/v1/broken');
  expect(response.statusCode).toBe(500);
  expect(response.json()).toMatchObject({ code: 'internal', details: [] });
  expect(response.body).not.toMatch(/衡川|secret|duplicate/);
  await broken.close();
});

test('while the demo is being made only health and the app itself answer', async () => {
  const starting = await createServer({ ...at.deps, phase: () => 'starting' });
  expect((await starting.inject('/api/health')).json()).toEqual({ status: 'starting' });
  expect((await starting.inject('/api/v1/me')).json()).toMatchObject({ code: 'starting_up', status: 503 });
  await starting.close();
});

test('the API describes itself as OpenAPI 3.1 with every route', async () => {
  const description = (await (await at.call('/api/openapi.json')).json()) as {
    openapi: string;
    paths: Record<string, unknown>;
  };
  expect(description.openapi).toBe('3.1.0');
  const described = new Set(Object.keys(description.paths));
  const urls = at.server.doors.map(({ url }) => url.replace(/:(\w+)/g, '{$1}'));
  expect(urls.filter((url) => url.startsWith('/api/v1') && !described.has(url))).toEqual([]);
});

test('pages may run only scripts of our own, never inline ones', async () => {
  const policy = (await at.call('/')).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain('unsafe-eval');
});
