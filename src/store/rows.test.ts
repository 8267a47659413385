import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from '#shared/sql.ts';
import { bothEngines } from '#testing/engines.ts';
import type { Entity } from './entities.ts';
import { deleteRows, openedRows, type Row, upsertRows } from './rows.ts';
import { throwawayKeyring } from './seal.ts';
import type { Store } from './store.ts';
import { createWorkspace } from './workspaces.ts';

const keyring = throwawayKeyring();

describe.each(bothEngines())('rows on $name', (engine) => {
  let store: Store;
  let workspaceId: string;

  beforeAll(async () => {
    store = await engine.open();
    workspaceId = (await createWorkspace(store, keyring, { slug: 'rows', name: '行' })).id;
  }, 30_000);

  const customers = (rows: readonly Row[], batchId?: string) =>
    store.transaction((tx) => upsertRows(tx, keyring, { workspaceId, entity: 'customer', rows, batchId }));

  test('new rows are inserted, different ones updated, equal ones left alone', async () => {
    expect(await customers([{ id: 'a', name: '甲公司' }])).toEqual({ inserted: 1, updated: 0, unchanged: 0 });
    const again = await customers([
      { id: 'a', name: '甲公司' },
      { id: 'b', name: '乙公司' },
    ]);
    expect(again).toEqual({ inserted: 1, updated: 0, unchanged: 1 });
    expect(await customers([{ id: 'a', name: '甲集团' }])).toEqual({ inserted: 0, updated: 1, unchanged: 0 });
  });

  test('names are sealed in the table and open to who has the key', async () => {
    await customers([{ id: 'sealed', name: '星辰科技有限公司', code: '星辰-001', industry: '制造' }]);
    const rows = await store.query<{ name: string; all: string }>(
      sql`select c.*, c::text as all from customer as c where id = 'sealed'`,
    );
    expect(rows[0]?.all).not.toContain('星辰');
    expect(rows[0]?.name).toMatch(/^v1\.[\w-]{8}\.[\w-]{16}\.[\w-]+$/);
    expect(openedRows(keyring, 'customer', rows)).toMatchObject([{ name: '星辰科技有限公司', code: '星辰-001' }]);
  });

  test('a column that is not given keeps its value, and null empties it', async () => {
    await customers([{ id: 'kept', name: '丙', industry: '零售', tier: 'A' }]);
    await customers([{ id: 'kept', name: '丙', tier: null }]);
    const [row] = await store.query(sql`select industry, tier from customer where id = 'kept'`);
    expect(row).toEqual({ industry: '零售', tier: null });
  });

  test('rows with different columns may be written together, and defaults apply', async () => {
    const written = await store.transaction((tx) =>
      upsertRows(tx, keyring, {
        workspaceId,
        entity: 'person',
        rows: [
          { id: 'p1', name: '王伟' },
          { id: 'p2', name: '李娜', is_rep: false, hired_on: '2024-02-29' },
        ],
      }),
    );
    expect(written.inserted).toBe(2);
    const people = await store.query(sql`select id, is_rep, hired_on from person order by id`);
    expect(people).toEqual([
      { id: 'p1', is_rep: true, hired_on: null },
      { id: 'p2', is_rep: false, hired_on: '2024-02-29' },
    ]);
  });

  test('when an id comes twice the later row counts', async () => {
    const written = await customers([
      { id: 'twice', name: 'x', tier: 'A' },
      { id: 'twice', name: 'x', tier: 'B' },
    ]);
    expect(written).toEqual({ inserted: 1, updated: 0, unchanged: 0 });
    expect(await store.query(sql`select tier from customer where id = 'twice'`)).toEqual([{ tier: 'B' }]);
  });

  test('a column that does not exist is refused, not ignored', async () => {
    await expect(customers([{ id: 'bad', name: 'x', nmae: 'y' }])).rejects.toThrow('customer has no column nmae');
  });

  test('money keeps its four decimals and days stay days', async () => {
    await store.transaction(async (tx) => {
      const order = { id: 'o1', number: 'SO-1', ordered_on: '2024-02-29', ordered_minute: 0, discount: '0.1' };
      await upsertRows(tx, keyring, { workspaceId, entity: 'sales_order', rows: [order] });
      const line = { id: 'l1', order_id: 'o1', line_number: 1, amount: '99999999999999.9999', cost: null };
      await upsertRows(tx, keyring, { workspaceId, entity: 'order_line', rows: [line] });
    });
    const [order] = await store.query(sql`select ordered_on, ordered_minute, discount, rate from sales_order`);
    expect(order).toEqual({ ordered_on: '2024-02-29', ordered_minute: 0, discount: '0.1000', rate: '1.00000000' });
    expect(await store.query(sql`select amount, cost from order_line`)).toEqual([
      { amount: '99999999999999.9999', cost: null },
    ]);
  });

  test('a line may come before its order, but not without it', async () => {
    const line = { id: 'orphan', order_id: 'nobody', line_number: 1 };
    const orphan = store.transaction((tx) =>
      upsertRows(tx, keyring, { workspaceId, entity: 'order_line', rows: [line] }),
    );
    await expect(orphan).rejects.toThrow('order_line orphan belongs to no sales_order');
    await store.transaction(async (tx) => {
      await upsertRows(tx, keyring, { workspaceId, entity: 'order_line', rows: [line] });
      await upsertRows(tx, keyring, { workspaceId, entity: 'sales_order', rows: [{ id: 'nobody', number: '2' }] });
    });
  });

  test('an order is not deleted from under its lines', async () => {
    const put = (entity: Entity, row: Row) => upsertRows(store, keyring, { workspaceId, entity, rows: [row] });
    await put('sales_order', { id: 'whole', number: '3' });
    await put('order_line', { id: 'part', order_id: 'whole', line_number: 1 });
    const whole = { workspaceId, entity: 'sales_order' as const, ids: ['whole'] };
    await expect(deleteRows(store, whole)).rejects.toThrow('order_line part belongs to no sales_order');
    await store.transaction(async (tx) => {
      await deleteRows(tx, whole);
      await deleteRows(tx, { workspaceId, entity: 'order_line', ids: ['part'] });
    });
  });

  test('deleting tells how many rows there were', async () => {
    await customers([{ id: 'd1', name: 'x' }]);
    expect(await deleteRows(store, { workspaceId, entity: 'customer', ids: ['d1', 'd2'] })).toBe(1);
    expect(await deleteRows(store, { workspaceId, entity: 'customer', ids: [] })).toBe(0);
  });

  test('texts that look like SQL or escapes arrive as they are', async () => {
    const title = `'; drop table person; -- \\n "x" 😀 \u2028`;
    await store.transaction((tx) =>
      upsertRows(tx, keyring, { workspaceId, entity: 'person', rows: [{ id: 'p3', name: "O'Neil", title }] }),
    );
    expect(await store.query(sql`select name, title from person where id = 'p3'`)).toEqual([{ name: "O'Neil", title }]);
    let copied = '';
    for await (const chunk of store.copyOut(sql`select id from person where title = ${title}`)) {
      copied += Buffer.from(chunk).toString();
    }
    expect(copied).toBe('p3\n');
  });

  test('the store may not be used inside its own transaction', async () => {
    const mistaken = store.transaction(async () => store.query(sql`select 1`));
    await expect(mistaken).rejects.toThrow('use tx, not the store');
    expect(await store.query(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  });
});
