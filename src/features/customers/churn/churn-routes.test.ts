import { afterAll, beforeAll, expect, test } from 'vitest';
import { upsertRows } from '#store/rows.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';

let at: TestServer;
const keys: Record<string, string> = {};

/** 甲 (沈's) and 乙 (梁's) ordered every 10 days and stopped 60 days ago; 丙 (沈's) ordered yesterday; it is 2026-11-24. */
beforeAll(async () => {
  at = await testServer();
  for (const personId of ['zhou', 'shen', 'liang']) {
    keys[personId] = await at.key({ role: personId === 'zhou' ? 'manager' : 'rep', personId });
  }
  keys.admin = await at.key({ role: 'admin' });
  const bought = (customerId: string, repId: string, days: readonly string[]) =>
    days.map((ordered_on) => ({
      id: `${customerId} ${ordered_on}`,
      customer_id: customerId,
      rep_id: repId,
      ordered_on,
    }));
  const stopped = ['2026-08-26', '2026-09-05', '2026-09-15', '2026-09-25'];
  const orders = [
    ...bought('jia', 'liang', stopped.slice(0, 2)),
    ...bought('jia', 'shen', stopped.slice(2)),
    ...bought('yi', 'liang', stopped),
    ...bought('bing', 'shen', ['2026-11-03', '2026-11-13', '2026-11-23']),
  ];
  await at.store.transaction(async (tx) => {
    const write = (
      entity: 'customer' | 'sales_order' | 'order_line',
      rows: readonly ({ id: string } & Record<string, string>)[],
    ) => upsertRows(tx, at.deps.keyring, { workspaceId: at.workspace.id, entity, rows });
    await write('customer', [
      { id: 'jia', name: '甲公司', owner_id: 'shen' },
      { id: 'yi', name: '乙公司', owner_id: 'liang' },
      { id: 'bing', name: '丙公司', owner_id: 'shen' },
    ]);
    await write(
      'sales_order',
      orders.map((order) => ({ ...order, number: order.id })),
    );
    await write(
      'order_line',
      orders.map(({ id }) => ({ id: `${id} 1`, order_id: id, line_number: '1', amount: '250' })),
    );
  });
});
afterAll(() => at.close());

type Warnings = Readonly<{
  asOf: string;
  method: string;
  models: Record<string, unknown>;
  totals: { customers: number; atRisk: string; judged: number };
  rows: readonly {
    id: string;
    name: string;
    level: string;
    atRisk: string;
    silentDays: number;
    task: { id: string } | null;
  }[];
  next: string | null;
}>;

async function warnings(who = 'admin', more: Record<string, unknown> = {}): Promise<Warnings> {
  const body = { period: { kind: 'this', unit: 'month' }, ...more };
  const response = await at.call('/api/v1/customers/churn', { key: keys[who] ?? '', body });
  return (await response.json()) as Warnings;
}

test('customers silent beyond their own rhythm are warned of, with a year’s revenue', async () => {
  const found = await warnings();
  expect(found).toMatchObject({ asOf: '2026-11-23', totals: { customers: 2, atRisk: '2000.0000', judged: 3 } });
  expect(found.rows).toMatchObject([
    { id: 'jia', name: '甲公司', level: 'high', atRisk: '1000.0000', silentDays: 59 },
    { id: 'yi', level: 'high', atRisk: '1000.0000' },
  ]);
});

test('too few customers for a model are warned of by the rule, and that is said', async () => {
  expect(await warnings()).toMatchObject({
    method: 'rule',
    model: 'mbgNbd',
    models: { kind: 'not_enough_data', need: 100, have: 3 },
  });
});

test('a rep is warned of their own customers only, by all orders of these whoever took them', async () => {
  const found = await warnings('shen');
  expect(found.rows.map(({ id }) => id)).toEqual(['jia']);
  expect(found.totals).toMatchObject({ customers: 1, atRisk: '1000.0000', judged: 2 });
  expect((await warnings('liang')).rows.map(({ id }) => id)).toEqual(['yi']);
  expect((await warnings('zhou')).rows.map(({ id }) => id)).toEqual(['jia']);
});

test('the page’s filters are about the customer, and pages follow each other', async () => {
  const where = [{ field: 'rep', op: 'in', values: ['liang'] }];
  expect((await warnings('admin', { where })).rows.map(({ id }) => id)).toEqual(['yi']);
  const first = await warnings('admin', { limit: 1 });
  const second = await warnings('admin', { limit: 1, cursor: first.next });
  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(['jia', 'yi']);
  expect(second.next).toBeNull();
});

test('an assigned warning shows its follow-up, and then what came of it', async () => {
  const task = { kind: 'churn', customerId: 'jia', title: '问问近况', dueOn: '2026-11-27', atRisk: '1000' };
  await at.call('/api/v1/tasks', { key: keys.admin ?? '', body: { tasks: [task] } });
  const [open] = (await warnings('shen')).rows;
  expect(open?.task).toMatchObject({ assignee: '沈', dueOn: '2026-11-27', doneOn: null });
  const id = open?.task?.id;
  const done = { version: 1, state: 'done', outcome: 'retained' };
  await at.call(`/api/v1/tasks/${id}`, { method: 'PUT', key: keys.shen ?? '', body: done });
  expect((await warnings('shen')).rows[0]?.task).toMatchObject({ doneOn: '2026-11-24', outcome: 'retained' });
});

test('the models are those of the whole workspace whoever looks, and only an admin fits them again', async () => {
  const looked = await at.call('/api/v1/customers/models', { key: keys.liang ?? '' });
  expect(await looked.json()).toMatchObject({
    method: 'rule',
    models: { mbgNbd: { have: 3 }, paretoNbd: { have: 3 } },
  });
  const refit = (who: string) => at.call('/api/v1/customers/models', { method: 'POST', key: keys[who] ?? '' });
  expect((await refit('liang')).status).toBe(403);
  expect(await (await refit('admin')).json()).toMatchObject({ asOf: '2026-11-24', models: { mbgNbd: { have: 3 } } });
});

test('an order ends the warning, a call does not', async () => {
  const write = (entity: 'interaction' | 'sales_order', row: { id: string } & Record<string, string>) =>
    at.store.transaction((tx) =>
      upsertRows(tx, at.deps.keyring, { workspaceId: at.workspace.id, entity, rows: [row] }),
    );
  await write('interaction', { id: 'i1', customer_id: 'yi', type: '电话', on_day: '2026-11-23' });
  expect((await warnings('liang')).rows.map(({ id }) => id)).toEqual(['yi']);
  await write('sales_order', {
    id: 'new',
    number: 'new',
    customer_id: 'yi',
    rep_id: 'liang',
    ordered_on: '2026-11-23',
  });
  expect((await warnings('liang')).rows).toEqual([]);
});
