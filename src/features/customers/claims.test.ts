import { describe, expect, test } from 'vitest';
import { sql } from '#shared/sql.ts';
import { upsertRows } from '#store/rows.ts';
import { bothEngines } from '#testing/engines.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';
import { testStore } from '#testing/test-store.ts';

type Listed = { rows: { id: string; isInPool: boolean; owner: { id: string } | null }[]; total: number };

async function aServer(store: TestServer['store']): Promise<TestServer> {
  const at = await testServer({ store });
  const { workspace, deps } = at;
  await at.store.transaction(async (tx) => {
    const rows = ['free', 'spare', 'third'].map((id) => ({ id, name: `公海${id}`, owner_id: null }));
    await upsertRows(tx, deps.keyring, {
      workspaceId: workspace.id,
      entity: 'customer',
      rows: [...rows, { id: 'kept', name: '在手', owner_id: 'shen', created_on: '2025-01-06' }],
    });
  });
  return at;
}

const day = { from: '2026-11-24', before: '2026-11-25' };

describe.each(bothEngines())('on $name', ({ open }) => {
  test('of two reps who claim one customer at the same time one wins, and the pool no longer has it', async () => {
    const at = await aServer(await open());
    const keys = [await at.key({ role: 'rep', personId: 'shen' }), await at.key({ role: 'rep', personId: 'liang' })];
    const answers = await Promise.all(
      keys.flatMap((key) => [1, 2].map(() => at.call('/api/v1/customers/free/claim', { key, body: {} }))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409].sort());
    const events = await at.store.query(sql`select kind, owner_id from customer_event where customer_id = 'free'`);
    expect(events).toHaveLength(1);
    const body = { period: day, pool: true };
    const pool = (await (await at.call('/api/v1/customers/list', { key: keys[0] ?? '', body })).json()) as Listed;
    expect(pool.rows.map(({ id }) => id).sort()).toEqual(['spare', 'third']);
    await at.server.close();
    await at.deps.replicas.close();
  });

  test('a rep who claims two customers at once does not get past the limit', async () => {
    const at = await aServer(await open());
    const admin = await at.key({ role: 'admin' });
    const rules = { claimsIn30Days: 1, mostHeld: 50, releaseAfterDays: 90 };
    await at.call('/api/v1/customers/pool-rules', { method: 'PUT', key: admin, body: rules });
    const key = await at.key({ role: 'rep', personId: 'liang' });
    const claims = ['free', 'spare', 'third'].map((id) => at.call(`/api/v1/customers/${id}/claim`, { key, body: {} }));
    expect((await Promise.all(claims)).map(({ status }) => status).sort()).toEqual([200, 403, 403]);
    const held = await at.store.query(sql`select id from customer where owner_id = 'liang'`);
    expect(held).toHaveLength(1);
    await at.server.close();
    await at.deps.replicas.close();
  });
});

describe('customers of one’s own people', () => {
  test('go back to the pool with a reason, and only those', async () => {
    const at = await aServer(await testStore());
    const shen = await at.key({ role: 'rep', personId: 'shen' });
    const liang = await at.key({ role: 'rep', personId: 'liang' });
    const release = (key: string, id: string, reason: string) =>
      at.call(`/api/v1/customers/${id}/release`, { key, body: { reason } });
    expect((await release(liang, 'kept', '不合适')).status).toBe(404);
    expect((await release(shen, 'kept', ' ')).status).toBe(422);
    expect((await release(shen, 'kept', '客户停产')).status).toBe(200);
    const claimed = await at.call('/api/v1/customers/kept/claim', { key: liang, body: {} });
    expect(await claimed.json()).toEqual({ ownerId: 'liang' });
    const [customer] = await at.store.query(sql`select owner_id from customer where id = 'kept'`);
    expect(customer).toEqual({ owner_id: 'liang' });
    await at.close();
  });

  test('without an order and a contact for long are proposed for release, confirmed by a manager', async () => {
    const at = await aServer(await testStore());
    const zhou = await at.key({ role: 'manager', personId: 'zhou' });
    const proposal = async () =>
      (await (await at.call('/api/v1/customers/release-proposal', { key: zhou })).json()) as Listed;
    expect((await proposal()).rows.map(({ id, owner }) => [id, owner?.id])).toEqual([['kept', 'shen']]);
    const contact = [{ id: 'i', customer_id: 'kept', rep_id: 'shen', type: '电话', on_day: '2026-11-02' }];
    await at.store.transaction((tx) =>
      upsertRows(tx, at.deps.keyring, { workspaceId: at.workspace.id, entity: 'interaction', rows: contact }),
    );
    expect((await proposal()).total).toBe(0);
    const rep = await at.key({ role: 'rep', personId: 'shen' });
    const body = { ids: ['kept'], reason: '长期无往来' };
    expect((await at.call('/api/v1/customers/release', { key: rep, body })).status).toBe(403);
    expect(await (await at.call('/api/v1/customers/release', { key: zhou, body })).json()).toEqual({ released: 1 });
    await at.close();
  });

  test('can be given a tier by hand, which holds until it is taken back', async () => {
    const at = await aServer(await testStore());
    const shen = await at.key({ role: 'rep', personId: 'shen' });
    const put = (id: string, tier: string | null, key = shen) =>
      at.call(`/api/v1/customers/${id}/tier`, { method: 'PUT', key, body: { tier, reason: '战略客户' } });
    const tiers = async () => (await at.call('/api/v1/customers/kept/tiers', { key: shen })).json();
    expect(await tiers()).toMatchObject({ tier: 'c', override: null });
    expect((await put('kept', 'b')).status).toBe(204);
    expect((await put('kept', 'a')).status).toBe(204);
    expect(await tiers()).toMatchObject({ tier: 'a', override: { reason: '战略客户', on: '2026-11-24' } });
    expect((await put('kept', null)).status).toBe(204);
    expect(await tiers()).toMatchObject({ tier: 'c', override: null });
    expect((await put('kept', 'a', await at.key({ role: 'rep', personId: 'liang' }))).status).toBe(404);
    expect((await put('free', 'a')).status).toBe(403);
    await at.close();
  });
});
