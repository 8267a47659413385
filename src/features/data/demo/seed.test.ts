import { afterAll, expect, test } from 'vitest';
import type { Instant } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { carriedKeys } from '#store/keys/rotation.ts';
import { throwawayKeyring } from '#store/seal.ts';
import { createWorkspace } from '#store/workspaces.ts';
import { testStore } from '../../../testing/test-store.ts';
import { advanceDemo, seedDemo } from './seed.ts';

const store = await testStore();
const keyring = throwawayKeyring();
const monday = '2026-11-23T03:00:00.000Z' as Instant;
const friday = '2026-11-27T09:30:00.000Z' as Instant;
// A start that was interrupted left the workspace without its data.
await createWorkspace(store, keyring, { slug: 'demo', name: '衡川智控' });
const demo = await seedDemo({ store, keyring, now: monday });
afterAll(() => store.close());

const orders = async () => {
  const [found] = await store.query<{ count: number; last: string }>(
    sql`select count(*) as count, max(ordered_on) as last from sales_order where workspace_id = ${demo.id}`,
  );
  return found;
};

test('a fresh demo reaches up to this minute, and names of customers are sealed in it', async () => {
  expect((await orders())?.last).toBe('2026-11-23');
  const [customer] = await store.query<{ name: string }>(sql`select name from customer limit 1`);
  expect(customer?.name).toMatch(/^v1\./);
});

test('no column of the demo that is meant to be sealed holds a word in clear', async () => {
  const carried = await carriedKeys(store);
  expect([...carried.keys()]).toEqual([`v1.${keyring.keyId}`]);
  expect(carried.get(`v1.${keyring.keyId}`)).toBeGreaterThan(10_000);
});

test('a demo that is opened days later has lived on, and nothing of its past has changed', async () => {
  const before = await orders();
  const written = await advanceDemo({ store, keyring, now: friday });
  const after = await orders();
  expect(after?.last).toBe('2026-11-27');
  expect((after?.count ?? 0) - (before?.count ?? 0)).toBeGreaterThan(60);
  expect(written).toBeLessThan(6_000);
});

test('asked again for the same minute, nothing is written', async () => {
  expect(await advanceDemo({ store, keyring, now: friday })).toBe(0);
  expect((await seedDemo({ store, keyring, now: monday })).id).toBe(demo.id);
});
