import { beforeEach, describe, expect, test } from 'vitest';
import { day } from '#shared/day.ts';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import { bothEngines } from '#testing/engines.ts';
import type { Entity } from './entities.ts';
import { newRowId } from './row-id.ts';
import { deleteRows, type Row, upsertRows } from './rows.ts';
import { throwawayKeyring } from './seal.ts';
import type { Store } from './store.ts';
import { undoBatch } from './undo.ts';
import { createWorkspace } from './workspaces.ts';

const keyring = throwawayKeyring();
const calendar = { from: day('2024-01-01'), before: day('2025-01-01') };

describe.each(bothEngines())('undoing an import on $name', (engine) => {
  let store: Store | null = null;
  let workspaceId: string;

  beforeEach(async () => {
    store ??= await engine.open();
    const slug = newRowId()
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '0');
    workspaceId = (await createWorkspace(store, keyring, { slug, name: '撤销', calendar })).id;
  }, 30_000);

  const opened = () => store as Store;
  const write = (entity: Entity, rows: readonly Row[], batchId?: string) =>
    opened().transaction((tx) => upsertRows(tx, keyring, { workspaceId, entity, rows, batchId }));
  const undo = (batchId: string) => opened().transaction((tx) => undoBatch(tx, { workspaceId, batchId }));
  const teams = async () => {
    const rows = await opened().query<{ id: string; name: string }>(
      sql`select id, name from team where workspace_id = ${workspaceId} order by id`,
    );
    return rows.map((row) => `${row.id} ${row.name}`);
  };
  const refusal = async (undone: Promise<unknown>) => {
    const error = await undone.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof Problem)) throw new Error('the undo was not refused', { cause: error });
    return error.details.map((detail) => detail.detail.en);
  };

  test('new rows go, changed rows are as they were', async () => {
    await write('team', [{ id: 'a', name: 'before' }]);
    await write(
      'team',
      [
        { id: 'a', name: 'after' },
        { id: 'b', name: 'new' },
      ],
      'one',
    );
    expect(await teams()).toEqual(['a after', 'b new']);
    expect(await undo('one')).toEqual({ deleted: 1, restored: 1 });
    expect(await teams()).toEqual(['a before']);
  });

  test('rows that an import removed are back, with sealed names that still open', async () => {
    await write('customer', [{ id: 'c', name: '丁公司', tier: 'A' }]);
    const remove = { workspaceId, entity: 'customer' as const, ids: ['c'], batchId: 'one' };
    await opened().transaction((tx) => deleteRows(tx, remove));
    expect(await undo('one')).toEqual({ deleted: 0, restored: 1 });
    const [row] = await opened().query<{ name: string; tier: string }>(
      sql`select name, tier from customer where workspace_id = ${workspaceId}`,
    );
    expect([keyring.open(row?.name ?? ''), row?.tier]).toEqual(['丁公司', 'A']);
  });

  test('an import that changed a row twice gives back the first state', async () => {
    await write('team', [{ id: 'a', name: 'before' }]);
    await write('team', [{ id: 'a', name: 'half way' }], 'one');
    await write('team', [{ id: 'a', name: 'after' }], 'one');
    await undo('one');
    expect(await teams()).toEqual(['a before']);
  });

  test('it is refused, naming the row, when someone changed it since', async () => {
    await write('team', [{ id: 'a', name: 'North' }], 'one');
    await write('team', [{ id: 'a', name: 'North-East' }]);
    expect(await refusal(undo('one'))).toEqual(['1 teams were changed or deleted after the import (North-East)']);
    expect(await teams()).toEqual(['a North-East']);
  });

  test('it is refused when a row that it changed was deleted since', async () => {
    await write('team', [{ id: 'a', name: 'before' }]);
    await write('team', [{ id: 'a', name: 'after' }], 'one');
    await deleteRows(opened(), { workspaceId, entity: 'team', ids: ['a'] });
    expect(await refusal(undo('one'))).toEqual(['1 teams were changed or deleted after the import (a)']);
  });

  test('it is refused when later rows refer to rows that it made', async () => {
    await write('customer', [{ id: 'c', name: '戊公司' }], 'one');
    await write('sales_order', [{ id: 'o', number: 'SO-7', customer_id: 'c' }]);
    expect(await refusal(undo('one'))).toEqual(['1 orders refer to customers that this import made']);
  });

  test('two imports over the same rows can be undone last one first, and only so', async () => {
    await write('team', [{ id: 'a', name: 'one' }], 'one');
    await write('team', [{ id: 'a', name: 'two' }], 'two');
    expect(await refusal(undo('one'))).toHaveLength(1);
    await undo('two');
    expect(await teams()).toEqual(['a one']);
    await undo('one');
    expect(await teams()).toEqual([]);
  });

  test('a change between two imports is not lost by undoing both', async () => {
    await write('team', [{ id: 'a', name: 'one' }], 'one');
    await write('team', [{ id: 'a', name: 'by hand' }]);
    await write('team', [{ id: 'a', name: 'two' }], 'two');
    await undo('two');
    expect(await refusal(undo('one'))).toEqual(['1 teams were changed or deleted after the import (by hand)']);
  });

  test('orders with lines and refunds go together', async () => {
    await opened().transaction(async (tx) => {
      const put = (entity: Entity, row: Row) =>
        upsertRows(tx, keyring, { workspaceId, entity, rows: [row], batchId: 'one' });
      await put('sales_order', { id: 'o', number: '1' });
      await put('order_line', { id: 'l', order_id: 'o', line_number: 1, amount: '5' });
      const refund = { id: 'r', order_id: 'o', order_line_id: 'l', refunded_on: '2024-01-02', amount: '5' };
      await put('refund', refund);
    });
    expect(await undo('one')).toEqual({ deleted: 3, restored: 0 });
  });

  test('an import that changed nothing is undone by doing nothing', async () => {
    expect(await undo('nothing')).toEqual({ deleted: 0, restored: 0 });
  });
});
