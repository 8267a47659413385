import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '#testing/test-server.ts';
import { createServer } from './create-server.ts';

let at: TestServer;
let admin: string;
let cookie: string;

const quiet = { PUBLIC_URL: null, TRUST_PROXY: 0, LOG_LEVEL: 'silent' } as const;
const patience = { HEADERS_TIMEOUT_S: 1, BODY_TIMEOUT_S: 1 };

beforeAll(async () => {
  at = await testServer({ config: { ...quiet, ...patience }, uploadLimitMb: 1 });
  admin = await at.key({ role: 'admin' });
  await at.user('lin', { role: 'admin' });
  cookie = await at.signIn('lin');
});
afterAll(() => at.close());

/** What comes back over a socket that says `text` and then nothing more. */
function said(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(at.url).port), '127.0.0.1', () => socket.write(text));
    let heard = '';
    socket.on('data', (chunk) => {
      heard += chunk.toString();
    });
    socket.once('error', reject);
    socket.once('close', () => resolve(heard));
  });
}

const post = '/api/v1/query';
const uploads = () => readdirSync(join(at.deps.dataDir, 'uploads'), { withFileTypes: true }).map(({ name }) => name);

test('headers that never end are cut off with a problem', async () => {
  const heard = await said('GET /api/health HTTP/1.1\r\nhost: x\r\nx-slow: ');
  expect(heard).toMatch(/^HTTP\/1.1 408 Request Timeout\r\n/);
  expect(heard).toContain('"code":"request_too_slow"');
});

test('a body that never ends is cut off with a problem', async () => {
  const head = `POST ${post} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${admin}\r\n`;
  const heard = await said(`${head}content-type: application/json\r\ncontent-length: 1000\r\n\r\n{"measures":`);
  expect(heard).toMatch(/^HTTP\/1.1 408 Request Timeout\r\n/);
  expect(heard).toContain('"code":"request_too_slow"');
});

test('an upload that stands still is cut off and leaves nothing on the disk', async () => {
  const head = `POST /api/v1/imports/files HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${admin}\r\n`;
  const part = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n1,2,3\r\n';
  const heard = await said(
    `${head}content-type: multipart/form-data; boundary=b\r\ncontent-length: 900000\r\n\r\n${part}`,
  );
  expect(heard).toMatch(/^HTTP\/1.1 408/);
  await expect.poll(uploads, { timeout: 15_000 }).toEqual([]);
});

test('a file over the limit is refused while it still comes', async () => {
  const head = `POST /api/v1/imports/files HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${admin}\r\n`;
  const part = `--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${'x'.repeat(1_200_000)}`;
  const heard = await said(
    `${head}content-type: multipart/form-data; boundary=b\r\ncontent-length: 3000000\r\n\r\n${part}`,
  );
  expect(heard).toMatch(/^HTTP\/1.1 413/);
  expect(uploads()).toEqual([]);
});

test('a file over the limit leaves nothing on the disk', async () => {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(3_000_000)]), 'large.csv');
  const headers = { authorization: `Bearer ${admin}` };
  const answer = await fetch(`${at.url}/api/v1/imports/files`, { method: 'POST', headers, body: form });
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ code: 'body_too_large' });
  expect(uploads()).toEqual([]);
});

test('an upload that says it is far too large is refused before any of it is read', async () => {
  const head = `POST /api/v1/imports/files HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${admin}\r\n`;
  const heard = await said(
    `${head}content-type: multipart/form-data; boundary=b\r\ncontent-length: 99000000000\r\n\r\n--b\r\n`,
  );
  expect(heard).toMatch(/^HTTP\/1.1 413/);
});

test.each([
  ['a header too large', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'header_too_large'],
  ['an address too long', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 431, 'header_too_large'],
  ['no HTTP at all', 'HELLO\r\n\r\n', 400, 'malformed_request'],
  [
    'two lengths',
    'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
    400,
    'malformed_request',
  ],
  [
    'a length and chunks (request smuggling)',
    'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
    'malformed_request',
  ],
])('%s is refused with a problem', async (_name, text, status, code) => {
  const heard = await said(text);
  expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(heard).toContain(`"code":"${code}"`);
});

test.each(['POST', 'PUT', 'DELETE'])('%s from another site is refused whatever it carries', async (method) => {
  const url = at.server.doors.find((door) => door.method === method)?.url.replace(/:\w+/g, 'x');
  const types = [
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=b',
  ];
  const origins = ['https://evil.example', 'null', 'http://127.0.0.1', 'not an origin'].map((origin) => ({ origin }));
  const sites = ['cross-site', 'same-site'].map((site) => ({ 'sec-fetch-site': site }));
  for (const type of types)
    for (const told of [...origins, ...sites]) {
      const headers = { ...told, 'content-type': type };
      const answer = await at.call(url ?? '', { method, cookie, body: '{}', headers });
      expect([url, headers, answer.status]).toEqual([url, headers, 403]);
    }
});

test('other origins are told nothing: no preflight, no header of CORS', async () => {
  const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
  const preflight = await at.call(post, { method: 'OPTIONS', headers });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('allow')).toBe('OPTIONS, POST');
  const read = await at.call('/api/v1/me', { cookie, headers: { origin: 'https://evil.example' } });
  for (const answer of [preflight, read])
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test.each([
  ['GET', post, 'OPTIONS, POST'],
  ['DELETE', '/api/health', 'GET, HEAD, OPTIONS'],
  ['PUT', '/api/v1/imports/abc', 'GET, HEAD, OPTIONS'],
])('%s %s names the methods there are', async (method, path, allow) => {
  const answer = await at.call(path, { method });
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe(allow);
  expect(await answer.json()).toMatchObject({ code: 'method_not_allowed' });
});

test('HEAD says what GET says, without a body', async () => {
  const answer = await at.call('/api/v1/me', { method: 'HEAD', cookie });
  expect([answer.status, await answer.text()]).toEqual([200, '']);
});

test('a packed body is refused, however small', async () => {
  const body = gzipSync(Buffer.alloc(50_000_000, ' '));
  const headers = { 'content-encoding': 'gzip', 'content-type': 'application/json', authorization: `Bearer ${admin}` };
  const answer = await fetch(`${at.url}${post}`, { method: 'POST', headers, body });
  expect(await answer.json()).toMatchObject({ code: 'unsupported_media_type', status: 415 });
});

test.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded'])(
  '%s is no body we read',
  async (type) => {
    const answer = await at.call(post, {
      key: admin,
      body: '{"measures":["revenue"]}',
      headers: { 'content-type': type },
    });
    expect(await answer.json()).toMatchObject({ code: 'unsupported_media_type', status: 415 });
  },
);

test.each(['{"__proto__":{"role":"admin"}}', '{"constructor":{"prototype":{"role":"admin"}}}'])(
  'a body that reaches for prototypes is refused: %s',
  async (body) => {
    const headers = { 'content-type': 'application/json' };
    expect((await at.call(post, { key: admin, body, headers })).status).toBe(422);
    expect(({} as { role?: string }).role).toBeUndefined();
  },
);

test.each(['?limit=1&limit=2', '?__proto__[limit]=1&limit=5', '?limit[]=3', '?limit=1e3', '?limit=%00', '?limit=-1'])(
  'a parameter twice or crooked is judged, not guessed: %s',
  async (query) => {
    const answer = await at.call(`/api/v1/imports${query}`, { key: admin });
    expect([200, 422]).toContain(answer.status);
    expect(answer.headers.get('content-type')).toMatch(
      answer.status === 200 ? /^application\/json/ : /^application\/problem/,
    );
  },
);

test.each([
  ['POST', '/api/v1/sign-in/ways', { workspace: 'a\u0000' }, 'workspace'],
  ['POST', '/api/v1/query', { measures: ['revenue'], where: [{ field: '\u0000' }] }, 'where.0.field'],
  ['GET', '/api/v1/opportunities/a%00b', undefined, 'id'],
])('a text with NUL is refused and the place of it said: %s %s', async (method, path, body, field) => {
  const answer = await at.call(path, { method, key: admin, body });
  expect(await answer.json()).toMatchObject({ code: 'invalid_request', details: [{ place: { field } }] });
});

test('only who came over TLS is told to keep to it', async () => {
  expect((await at.call('/api/health')).headers.get('strict-transport-security')).toBeNull();
  const behind = await createServer({ ...at.deps, config: { ...quiet, PUBLIC_URL: 'https://sales.example.com' } });
  const proxied = await createServer({ ...at.deps, config: { ...quiet, TRUST_PROXY: 1 } });
  const spoofed = await at.call('/api/health', { headers: { 'x-forwarded-proto': 'https' } });
  expect((await behind.inject('/api/health')).headers['strict-transport-security']).toBe('max-age=31536000');
  const headers = { 'x-forwarded-proto': 'https' };
  expect((await proxied.inject({ url: '/api/health', headers })).headers['strict-transport-security']).toBeDefined();
  expect(spoofed.headers.get('strict-transport-security')).toBeNull();
  await Promise.all([behind.close(), proxied.close()]);
});

test('every answer carries the headers of a careful server', async () => {
  for (const path of ['/', '/api/health', '/api/v1/me', '/api/v1/nothing']) {
    const { headers } = await at.call(path);
    expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
    expect([path, headers.get('x-frame-options')]).toEqual([path, 'DENY']);
    expect([path, headers.get('x-powered-by'), headers.get('server')]).toEqual([path, null, null]);
  }
});
