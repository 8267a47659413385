import { request as httpRequest } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RouteDeps, viewerOf } from '#features/route-deps.ts';
import type { Replica } from '#replica/replica.ts';
import { sql } from '#shared/sql.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';
import { createServer } from '../create-server.ts';

const limits = {
  MAX_REQUESTS: 8,
  MAX_REQUESTS_PER_USER: 4,
  MAX_WAITING_QUESTIONS: 8,
};

let at: TestServer;
let lin: string;
let chen: string;

/** Routes of a page whose questions never end, and of one that blocks the process. */
const slowRoutes: FastifyPluginAsyncZod<RouteDeps> = async (server, deps) => {
  const ask = async (replica: Replica) => {
    await replica.run(sql`select count(*) from range(100000000000) r(i) where sqrt(i) < 0`);
    return 'never';
  };
  server.route({
    method: ['GET', 'POST'],
    url: '/api/v1/endless',
    config: { permission: 'data.read' },
    handler: async (request) => ask(await deps.replicas.for(viewerOf(request).workspace.id)),
  });
  server.get('/api/v1/busy', { config: { permission: 'data.read' } }, async () => {
    for (const end = performance.now() + 1200; performance.now() < end; );
    return 'done';
  });
};

beforeAll(async () => {
  at = await testServer({ config: { PUBLIC_URL: null, TRUST_PROXY: 0, LOG_LEVEL: 'silent', ...limits } }, [slowRoutes]);
  lin = await at.key({ role: 'admin' });
  chen = await at.key({ role: 'viewer' });
  await at.call('/api/v1/me', { key: lin });
});
afterAll(() => at.close());

type Caller = Readonly<{ status: Promise<number>; hangUp: () => void; sent: Promise<unknown> }>;

/** A client on a socket of its own, who may hang up. */
function caller(key: string, { path = '/api/v1/endless', method = 'GET', body = '' } = {}): Caller {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', connection: 'close' };
  const call = httpRequest(`${at.url}${path}`, { method, headers, agent: false });
  const status = new Promise<number>((resolve) => {
    call.once('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    call.once('error', () => resolve(0));
  });
  const sent = new Promise((resolve) => call.end(body, () => resolve(null)));
  return { status, sent, hangUp: () => call.destroy() };
}

const replica = () => at.deps.replicas.for(at.workspace.id);
const running = (count: number) =>
  expect.poll(async () => (await replica()).running, { timeout: 20_000, interval: 10 }).toBe(count);
const idle = async () => {
  await running(0);
  // So long a refusal is remembered.
  await wait(250);
};

test('who hangs up cancels the question in the engine, whether it came with a body or not', async () => {
  const callers = [caller(lin), caller(lin, { method: 'POST', body: '{"a":1}' })];
  await running(2);
  for (const each of callers) each.hangUp();
  await idle();
});

test('beyond their share one user gets 503 with Retry-After, another is answered', async () => {
  const flood = Array.from({ length: 4 }, () => caller(lin));
  await running(4);
  const refused = await at.call('/api/v1/me', { key: lin });
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('5');
  expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(await refused.json()).toMatchObject({ code: 'overloaded', status: 503 });
  expect((await at.call('/api/v1/catalogue', { key: chen })).status).toBe(200);
  const asked = { measures: ['revenue'], by: [], period: { from: '2026-01-01', before: '2027-01-01' } };
  expect((await at.call('/api/v1/query', { key: chen, body: asked })).status).toBe(200);
  for (const each of flood) each.hangUp();
  await idle();
});

test('beyond the capacity of a workspace everyone in it gets 503, and health, files and live events stay', async () => {
  const stream = await fetch(`${at.url}/api/v1/events`, { headers: { authorization: `Bearer ${chen}` } });
  const flood = [lin, lin, lin, lin, chen, chen].map((key) => caller(key));
  await running(6);
  expect((await at.call('/api/v1/me', { key: await at.key({ role: 'finance' }) })).status).toBe(503);
  const begun = performance.now();
  expect((await at.call('/api/health')).status).toBe(200);
  expect(performance.now() - begun).toBeLessThan(1000);
  expect((await at.call('/overview')).headers.get('content-type')).toMatch(/^text\//);
  expect(stream.status).toBe(200);
  for (const each of flood) each.hangUp();
  await idle();
  expect((await at.call('/api/v1/me', { key: lin })).status).toBe(200);
  await stream.body?.cancel();
});

test('a question that takes too long is cancelled in the engine and says so', async () => {
  const { createReplicas } = await import('#replica/replicas.ts');
  const { store, keyring, clock } = at.deps;
  const replicas = createReplicas({
    store,
    keyring,
    clock,
    memoryLimitMb: 256,
    threads: 1,
    questions: { timeoutMs: 150 },
  });
  const server = await createServer({ ...at.deps, replicas }, [slowRoutes]);
  const answer = await server.inject({ url: '/api/v1/endless', headers: { authorization: `Bearer ${lin}` } });
  expect(answer.json()).toMatchObject({ code: 'question_timeout', status: 503 });
  expect(answer.headers['retry-after']).toBe('30');
  expect((await replicas.for(at.workspace.id)).isBusy).toBe(false);
  await server.close();
  await replicas.close();
});

test('health answers while the embedded store is busy', async () => {
  const done = Promise.withResolvers<void>();
  const importing = at.store.transaction(() => done.promise);
  const answer = await at.call('/api/health');
  expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }]);
  done.resolve();
  await importing;
});

test('a process that stays late refuses, and answers again once it is in time', async () => {
  const config = { ...at.deps.config, MAX_LOOP_DELAY_MS: 100 };
  const server = await createServer({ ...at.deps, config }, [slowRoutes]);
  const get = (url: string) => server.inject({ url, headers: { authorization: `Bearer ${lin}` } });
  for (let round = 0; round < 4; round += 1) {
    // A breath, as a server has between two requests.
    await wait(5);
    await get('/api/v1/busy');
  }
  expect((await get('/api/v1/me')).json()).toMatchObject({ code: 'overloaded' });
  expect((await server.inject('/api/health')).statusCode).toBe(200);
  await expect.poll(async () => (await get('/api/v1/me')).statusCode, { timeout: 20_000, interval: 100 }).toBe(200);
  await server.close();
});

test('a heap beyond its limit refuses', async () => {
  const server = await createServer({ ...at.deps, config: { ...at.deps.config, MAX_HEAP_MB: 1 } });
  const get = () => server.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${lin}` } });
  await expect.poll(async () => (await get()).statusCode, { timeout: 20_000, interval: 50 }).toBe(503);
  expect((await server.inject('/api/health')).statusCode).toBe(200);
  await server.close();
});
