import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestPostgres, testPostgres } from '#testing/test-postgres.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';

let postgres: TestPostgres;
let at: TestServer;

beforeAll(async () => {
  postgres = await testPostgres();
  at = await testServer({ store: await postgres.store() });
});
afterAll(async () => {
  await at.close();
  await postgres.stop();
});

test('on a PostgreSQL server people sign in, are known, and sign out', async () => {
  await at.user('lin', { role: 'manager', personId: 'zhou' });
  const cookie = await at.signIn('lin');
  expect(await (await at.call('/api/v1/me', { cookie })).json()).toMatchObject({
    viewer: { name: '周', role: 'manager', seesAll: false, teamName: '华东' },
  });
  await at.call('/api/v1/sign-out', { method: 'POST', cookie });
  expect((await at.call('/api/v1/me', { cookie })).status).toBe(401);
});

test('on a PostgreSQL server one node hears what was written', async () => {
  const key = await at.key({ role: 'admin' });
  const stream = await fetch(`${at.url}/api/v1/events`, { headers: { authorization: `Bearer ${key}` } });
  const body = { number: 'PG-1', orderedOn: '2026-11-24', repId: 'shen', lines: [{ amount: '12.5' }] };
  expect((await at.call('/api/v1/orders', { key, body })).status).toBe(201);
  let heard = '';
  for await (const chunk of stream.body ?? []) {
    heard += Buffer.from(chunk).toString();
    if (heard.includes('event: change')) break;
  }
  const question = { measures: ['revenue'], period: { from: '2026-11-01', before: '2026-12-01' } };
  const answer = await (await at.call('/api/v1/query', { key, body: question })).json();
  expect(answer).toMatchObject({ totals: { revenue: '12.5000' } });
});

test('two requests with one Idempotency-Key at the same time write one order', async () => {
  const key = await at.key({ role: 'admin' });
  const body = { number: 'PG-2', orderedOn: '2026-11-24', lines: [{ amount: '1' }] };
  const send = () => at.call('/api/v1/orders', { key, body, headers: { 'idempotency-key': 'same' } });
  const answers = await Promise.all(Array.from({ length: 8 }, async () => (await send()).text()));
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain('"number":"PG-2"');
});
