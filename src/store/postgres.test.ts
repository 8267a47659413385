import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#shared/sql.ts';
import { type TestPostgres, testPostgres } from '#testing/test-postgres.ts';
import { openStore } from './open-store.ts';
import { deleteRows, upsertRows } from './rows.ts';
import { throwawayKeyring } from './seal.ts';
import type { Store } from './store.ts';
import { createWorkspace } from './workspaces.ts';

let server: TestPostgres;

beforeAll(async () => {
  server = await testPostgres();
}, 60_000);

afterAll(() => server.stop());

async function withStores<T>(url: string, count: number, work: (stores: Store[]) => Promise<T>): Promise<T> {
  const stores = await Promise.all(Array.from({ length: count }, () => openStore({ databaseUrl: url })));
  try {
    return await work(stores);
  } finally {
    await Promise.all(stores.map((store) => store.close()));
  }
}

test('nodes that start at the same moment migrate once', async () => {
  const applied = await withStores(await server.database(), 4, async ([store]) =>
    store?.query(sql`select hash from drizzle.__drizzle_migrations`),
  );
  expect(new Set(applied?.map((row) => row.hash)).size).toBe(applied?.length);
});

test('opening again changes nothing, and a store from the future is refused', async () => {
  const url = await server.database();
  await withStores(url, 1, async () => undefined);
  await withStores(url, 1, async ([store]) => {
    await store?.query(sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 9999999999999)`);
  });
  await expect(openStore({ databaseUrl: url })).rejects.toThrow('written by a newer version');
});

test('a write on one node wakes the other one', async () => {
  await withStores(await server.database(), 2, async ([one, two]) => {
    const woken = new Promise<string>((resolve) => two?.onChange((each) => each !== '' && resolve(each)));
    const { id } = await createWorkspace(one as Store, throwawayKeyring(), { slug: 'two', name: '两个节点' });
    expect(await woken).toBe(id);
  });
});

test('two writers that deadlock both get through', async () => {
  const store = await server.store();
  await store.query(sql`create table counter (id int primary key, value int not null)`);
  await store.query(sql`insert into counter values (1, 0), (2, 0)`);
  const add = (first: number, second: number) =>
    store.transaction(async (tx) => {
      await tx.query(sql`update counter set value = value + 1 where id = ${first}`);
      await tx.query(sql`select pg_sleep(0.05)`);
      await tx.query(sql`update counter set value = value + 1 where id = ${second}`);
    });
  await Promise.all([add(1, 2), add(2, 1), add(1, 2), add(2, 1)]);
  expect(await store.query(sql`select value from counter order by id`)).toEqual([{ value: 4 }, { value: 4 }]);
}, 30_000);

test('a server that cannot be reached is an error, not a wait', async () => {
  await expect(openStore({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none' })).rejects.toThrow('ECONNREFUSED');
});

test('a line written while its order is deleted never stays behind alone', async () => {
  const store = await server.store();
  const keyring = throwawayKeyring();
  const { id: workspaceId } = await createWorkspace(store, keyring, { slug: 'parts', name: '部分' });
  await upsertRows(store, keyring, { workspaceId, entity: 'sales_order', rows: [{ id: 'o', number: '1' }] });
  const both = await Promise.allSettled([
    store.transaction(async (tx) => {
      await deleteRows(tx, { workspaceId, entity: 'sales_order', ids: ['o'] });
      await tx.query(sql`select pg_sleep(0.1)`);
    }),
    store.transaction(async (tx) => {
      const line = { id: 'l', order_id: 'o', line_number: 1 };
      await upsertRows(tx, keyring, { workspaceId, entity: 'order_line', rows: [line] });
      await tx.query(sql`select pg_sleep(0.1)`);
    }),
  ]);
  expect(both.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected']);
});
