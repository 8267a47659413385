import iconv from 'iconv-lite';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from '#shared/sql.ts';
import { type TestImports, testImports } from '#testing/test-imports.ts';
import { undoImport } from './import-batches.ts';
import type { ImportRejected } from './import-report.ts';

let imports: TestImports;
beforeAll(async () => {
  imports = await testImports();
});
beforeEach(() => imports.startOver());
afterAll(() => imports.close());

const header = '订单号,订单日期,客户名称,产品名称,数量,金额';
const orders = `${header}\nA-1,2026-01-05,杭州新星,泵,2,100.50\nA-1,2026-01-05,杭州新星,阀,1,20\nA-2,2026-01-06,上海贸易,泵,1,50\n`;

test('every rejected row is listed, and the import may go on without them', async () => {
  const content = `${orders}A-3,2026-13-01,甲,泵,1,x\nA-4,2026-01-07,乙,泵,1,8\n`;
  expect(await imports.rejection({ 'o.csv': content })).toMatchObject([
    { row: 5, column: '订单日期' },
    { row: 5, column: '金额' },
  ]);
  const { report } = await imports.importing({ 'o.csv': content }, { allowPartial: true });
  expect([report.rejectedCount, (await imports.all('sales_order')).length]).toEqual([2, 3]);
});

test('a table of 200 columns is read by those it needs', async () => {
  const more = Array.from({ length: 194 }, (_, index) => `c${index}`);
  const { report } = await imports.importing({
    'o.csv': `${header},${more.join()}\nA-1,2026-01-05,甲,泵,1,5${','.repeat(194)}\n`,
  });
  expect(report.notes.map((each) => each.code)).toContain('unmapped_columns');
  expect(await imports.all('order_line')).toMatchObject([{ amount: '5.0000' }]);
});

test('a second import of the same file changes nothing, and undo takes the first back', async () => {
  const { batchId } = await imports.importing({ 'o.csv': orders });
  const again = await imports.importing({ 'o.csv': iconv.encode(orders, 'gb18030') });
  for (const counts of Object.values(again.report.entities)) expect(counts).toMatchObject({ inserted: 0, updated: 0 });
  expect((await imports.all('order_line')).length).toBe(3);
  await undoImport(imports.store, { workspaceId: imports.workspaceId(), batchId: again.batchId });
  expect((await imports.all('order_line')).length).toBe(3);
  await undoImport(imports.store, { workspaceId: imports.workspaceId(), batchId });
  expect(await imports.rowCount()).toBe(0);
});

test('undo restores what an import changed', async () => {
  await imports.importing({ 'o.csv': orders });
  const before = await imports.all('order_line');
  const { batchId, report } = await imports.importing({ 'o.csv': orders.replace('100.50', '99') });
  expect(report.entities.order_line).toEqual({ inserted: 0, updated: 1, unchanged: 2 });
  await undoImport(imports.store, { workspaceId: imports.workspaceId(), batchId });
  const withoutMark = (rows: readonly Record<string, unknown>[]) => rows.map(({ changed_in: _, ...row }) => row);
  expect(withoutMark(await imports.all('order_line'))).toEqual(withoutMark(before));
});

test('a dry run counts everything and keeps nothing', async () => {
  const { report } = await imports.importing({ 'o.csv': orders }, { dryRun: true });
  expect(report.entities.sales_order).toEqual({ inserted: 2, updated: 0, unchanged: 0 });
  expect([await imports.rowCount(), (await imports.all('import_batch')).length]).toEqual([0, 0]);
});

test('a cancelled import keeps nothing and says so', async () => {
  const controller = new AbortController();
  const files = { 'o.csv': orders };
  const stopped = imports.importing(files, { signal: controller.signal });
  controller.abort();
  await expect(stopped).rejects.toThrow();
  expect([await imports.rowCount(), (await imports.all('import_batch'))[0]?.state]).toEqual([0, 'cancelled']);
});

test('one order number with two customers is two orders', async () => {
  const content = `${header}\nA-1,2026-01-05,甲,泵,1,5\nA-1,2026-01-05,乙,泵,1,7\nA-1,2026-01-05,乙,阀,1,7\n`;
  const { report } = await imports.importing({ 'o.csv': content });
  expect(report.notes[0]).toMatchObject({ code: 'order_key_widened' });
  expect((await imports.all('sales_order')).length).toBe(2);
  // The next file of that system has no such number, and still means the same orders.
  await imports.importing({ 'p.csv': `${header}\nA-1,2026-01-05,甲,泵,1,6\n` });
  expect((await imports.all('sales_order')).length).toBe(2);
});

test('an order’s discount is shared out to its lines exactly', async () => {
  const content =
    '订单号,订单日期,产品名称,金额,整单折扣\nA-1,2026-01-05,甲,1,1\nA-1,2026-01-05,乙,1,1\nA-1,2026-01-05,丙,1,1\n';
  await imports.importing({ 'o.csv': content });
  const shares = (await imports.all<{ order_discount: string }>('order_line'))
    .map((each) => each.order_discount)
    .sort();
  expect(shares).toEqual(['0.3333', '0.3333', '0.3334']);
});

test('a discount rate becomes the amount taken off, a discount amount is kept', async () => {
  await imports.importing({
    'rate.csv': '订单号,订单日期,金额,折扣\nR-1,2026-01-05,60,0.4\nR-2,2026-01-05,5,0\nR-3,2026-01-05,80,8折\n',
  });
  await imports.importing({ 'off.csv': '订单号,订单日期,金额,折扣金额\nO-1,2026-01-05,60,15\n' });
  const discounts = (await imports.all<{ discount: string }>('order_line')).map((each) => each.discount).sort();
  expect(discounts).toEqual(['0.0000', '15.0000', '20.0000', '40.0000']);
});

test('returns and payments find the orders of an earlier import', async () => {
  await imports.importing({ 'o.csv': orders });
  const { report } = await imports.importing({
    'r.csv': '订单号,产品名称,退货日期,退款金额\nA-1,泵,2026-02-01,40\nX-1,泵,2026-02-01,5\n',
    'p.csv': '订单号,回款日期,回款金额\nA-1,2026-01-20,60\nA-1,2026-01-20,60\n',
  });
  expect(report.rejected).toMatchObject([{ file: 'r.csv', row: 3, code: 'no_such_order', blocking: false }]);
  expect(await imports.all('refund')).toMatchObject([{ refunded_on: '2026-02-01', amount: '40.0000' }]);
  expect((await imports.all('payment')).length).toBe(2);
  expect(await rejectedPayments()).toMatchObject([{ code: 'no_such_order', row: 2, column: '订单号' }]);
});

async function rejectedPayments() {
  const error = await imports
    .importing({ 'p.csv': '订单号,回款日期,回款金额\nNONE,2026-01-20,60\n' })
    .catch((problem: unknown) => problem);
  return (error as ImportRejected).report.rejected;
}

test('a deal seen again at another stage gets an event on the day it was seen', async () => {
  const deal = (stage: string, closed = '') =>
    `商机编号,阶段,创建日期,关闭日期,成交金额\nD-1,${stage},2026-10-01,${closed},500\n`;
  await imports.importing({ 'd.csv': deal('报价') });
  await imports.importing({ 'd.csv': deal('谈判') });
  await imports.importing({ 'd.csv': deal('谈判') });
  await imports.importing({ 'd.csv': deal('赢单', '2026-11-20') });
  const events = await imports.store.query(sql`
    select seq, kind, on_day::text as on_day, status from opportunity_event where workspace_id = ${imports.workspaceId()} order by seq`);
  expect(events).toEqual([
    { seq: 1, kind: 'created', on_day: '2026-10-01', status: 'open' },
    { seq: 2, kind: 'stage', on_day: '2026-11-24', status: 'open' },
    { seq: 3, kind: 'won', on_day: '2026-11-20', status: 'won' },
  ]);
});

test('names that differ in spaces, case or width are one, with a note', async () => {
  const { report } = await imports.importing({
    'p.csv': '产品名称,标价\nGTX Pro,4821\n',
    'o.csv': '订单号,订单日期,产品名称,金额\nA-1,2026-01-05,ＧＴＸ-pro,5\nA-2,2026-01-05,GTXPro,5\n',
  });
  expect((await imports.all('product')).length).toBe(1);
  expect(report.notes.filter((each) => each.code === 'joined_name').length).toBe(2);
});

test('20,000 lines are read with the orders not standing together', async () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => {
    const order = index % 7_000;
    return `N-${order},2026-${String((order % 12) + 1).padStart(2, '0')}-15,客户${order % 300},产品${index % 50},1,${index % 100}.25`;
  });
  const { report } = await imports.importing({ 'big.csv': `${header}\n${lines.join('\n')}\n` });
  expect(report.totals).toMatchObject({ orders: 7_000, orderLines: 20_000, amount: '995000.0000' });
  expect(report.entities.customer?.inserted).toBe(300);
});
