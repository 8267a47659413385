import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Instant } from '#shared/day.ts';
import { identifier, sql } from '#shared/sql.ts';
import { upsertRows } from '#store/rows.ts';
import { throwawayKeyring } from '#store/seal.ts';
import type { Store } from '#store/store.ts';
import { createWorkspace } from '#store/workspaces.ts';
import { testStore } from '#testing/test-store.ts';
import { createReplicas, type Replicas } from './replicas.ts';

let store: Store;
let id: string;
const keyring = throwawayKeyring();
const opened: Replicas[] = [];

beforeAll(async () => {
  store = await testStore();
  id = (await createWorkspace(store, keyring, { slug: 'a', name: 'A' })).id;
  await store.query(sql`delete from calendar_day where day < '2024-01-01' or day >= '2024-02-01'`);
});

afterEach(async () => {
  for (const replicas of opened.splice(0)) await replicas.close();
  for (const table of ['order_line', 'sales_order', 'customer'])
    await store.query(sql`delete from ${identifier(table)}`);
});

afterAll(() => store.close());

function installation() {
  const clock = { now: '2024-01-01T00:00:00.000Z' as Instant };
  const replicas = createReplicas({ store, keyring, clock: () => clock.now, idleMs: 60_000 });
  opened.push(replicas);
  return { clock, replicas };
}

test('however many ask at once, a workspace is loaded once', async () => {
  const { replicas } = installation();
  const [one, other] = await Promise.all([replicas.for(id), replicas.for(id)]);
  expect(one).toBe(other);
});

test('a replica that nobody asked for a while is let go, and loaded again when someone does', async () => {
  const { replicas, clock } = installation();
  const before = await replicas.for(id);
  clock.now = '2024-01-01T00:00:59.000Z' as Instant;
  expect(await replicas.closeIdle()).toBe(0);
  clock.now = '2024-01-01T00:01:00.000Z' as Instant;
  expect(await replicas.closeIdle()).toBe(1);
  await expect(before.run(sql`select 1`)).rejects.toThrow('closed');
  expect((await (await replicas.for(id)).run(sql`select count(*) from calendar_day`)).rows).toEqual([[31]]);
});

test('a replica that someone listens to stays', async () => {
  const { replicas, clock } = installation();
  const stop = (await replicas.for(id)).onApplied(() => undefined);
  clock.now = '2024-01-02T00:00:00.000Z' as Instant;
  expect(await replicas.closeIdle()).toBe(0);
  stop();
  expect(await replicas.closeIdle()).toBe(1);
});

test('a load that failed does not stand in the way of the next', async () => {
  const { replicas } = installation();
  await store.query(sql`alter table calendar_day rename column holiday to elsewhere`);
  await expect(replicas.for(id)).rejects.toThrow();
  await store.query(sql`alter table calendar_day rename column elsewhere to holiday`);
  expect((await replicas.for(id)).position).not.toBe('');
});

test('a question right after a write was acknowledged sees it', async () => {
  const { replicas } = installation();
  const replica = await replicas.for(id);
  for (let count = 1; count <= 20; count++) {
    const row = { id: `c${count}`, name: `客户 ${count}` };
    await store.transaction((tx) => upsertRows(tx, keyring, { workspaceId: id, entity: 'customer', rows: [row] }));
    await replica.catchUp();
    expect((await replica.run(sql`select count(*) from customer`)).rows).toEqual([[count]]);
  }
});

test('a question is answered while the embedded store is busy with a transaction', async () => {
  const { replicas } = installation();
  const replica = await replicas.for(id);
  await replica.catchUp();
  const importing = Promise.withResolvers<void>();
  const transaction = store.transaction(() => importing.promise);
  await replica.catchUp();
  expect((await replica.run(sql`select count(*) from customer`)).rows).toEqual([[0]]);
  importing.resolve();
  await transaction;
});

test('data reaches to the last day on which something happened', async () => {
  const { replicas } = installation();
  const replica = await replicas.for(id);
  expect(await replica.dataUpTo()).toBeNull();
  const rows = [
    { id: 'o1', number: '1', ordered_on: '2024-01-20' },
    { id: 'o2', number: '2', ordered_on: '2024-01-25', is_draft: true },
  ];
  await store.transaction((tx) => upsertRows(tx, keyring, { workspaceId: id, entity: 'sales_order', rows }));
  await replica.catchUp();
  expect(await replica.dataUpTo()).toBe('2024-01-20');
});

test('readers never see half a step', async () => {
  const { replicas } = installation();
  const replica = await replicas.for(id);
  const write = (amount: string) =>
    store.transaction(async (tx) => {
      const order = { id: 'o', number: '1', ordered_on: '2024-01-20', rate: amount };
      await upsertRows(tx, keyring, { workspaceId: id, entity: 'sales_order', rows: [order] });
      const line = { id: 'l', order_id: 'o', line_number: 1, amount };
      await upsertRows(tx, keyring, { workspaceId: id, entity: 'order_line', rows: [line] });
    });
  let isWriting = true;
  const writing = (async () => {
    for (let round = 1; round <= 10; round++) {
      await write(String(round));
      await replica.catchUp();
    }
    isWriting = false;
  })();
  while (isWriting) {
    const { rows } = await replica.run(
      sql`select (select sum(amount) from sale), (select sum(amount) from sale_order)`,
    );
    expect(rows[0]?.[0]).toBe(rows[0]?.[1]);
  }
  await writing;
});
