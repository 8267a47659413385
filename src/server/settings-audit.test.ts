import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '#testing/test-server.ts';

let at: TestServer;
let admin: string;

beforeAll(async () => {
  at = await testServer();
  admin = await at.key({ role: 'admin' });
});
afterAll(() => at.close());

const latest = async (action: string) => {
  const log = await at.call(`/api/v1/audit?limit=1&action=${action}`, { key: admin });
  const { entries } = (await log.json()) as { entries: { details: object }[] };
  return entries[0]?.details;
};

test('the log has how the rules of customers were before and are now', async () => {
  const put = (path: string, body: object) => at.call(path, { method: 'PUT', key: admin, body });
  expect((await put('/api/v1/customers/tier-rules', { a: 0.5, b: 0.8 })).status).toBe(200);
  expect(await latest('customer_rules_changed')).toEqual({ before: { a: 0.7, b: 0.9 }, after: { a: 0.5, b: 0.8 } });
  const pool = { claimsIn30Days: 10, mostHeld: 99, releaseAfterDays: 180 };
  expect((await put('/api/v1/customers/pool-rules', pool)).status).toBe(200);
  expect(await latest('customer_rules_changed')).toEqual({ before: { ...pool, mostHeld: 150 }, after: pool });
});

test('the log has how a pipeline was before and is now', async () => {
  const stage = { name: '报价', probability: 0.4, dwellLimitDays: 14 };
  const body = { name: '渠道', stages: [stage] };
  const made = await at.call('/api/v1/pipelines', { key: admin, body });
  const { id } = (await made.json()) as { id: string };
  expect(await latest('pipeline_changed')).toEqual({ after: { name: '渠道', stages: ['报价 · 0.4 · 14'] } });
  const edited = { name: '渠道', stages: [{ ...stage, probability: 0.6 }] };
  expect((await at.call(`/api/v1/pipelines/${id}`, { method: 'PUT', key: admin, body: edited })).status).toBe(200);
  expect(await latest('pipeline_changed')).toEqual({
    before: { name: '渠道', stages: ['报价 · 0.4 · 14'] },
    after: { name: '渠道', stages: ['报价 · 0.6 · 14'] },
  });
});
