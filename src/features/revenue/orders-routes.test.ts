import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#shared/sql.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';

let at: TestServer;
let admin: string;

beforeAll(async () => {
  at = await testServer();
  admin = await at.key({ role: 'admin' });
});
afterAll(() => at.close());

const order = (changes: Record<string, unknown>) => ({
  number: 'SO-1',
  orderedOn: '2026-11-24',
  repId: 'shen',
  lines: [{ productId: 'pump', quantity: '2', amount: '99.990' }],
  ...changes,
});

function write(body: unknown, key = admin, headers: Record<string, string> = {}) {
  return at.call('/api/v1/orders', { key, body, headers });
}

async function faults(response: Response) {
  const { code, details } = (await response.json()) as { code: string; details: { place?: { field?: string } }[] };
  return { code, fields: details.map(({ place }) => place?.field) };
}

test('an order is written exactly, with its lines', async () => {
  expect((await write(order({ number: 'SO-EXACT' }))).status).toBe(201);
  const rows = await at.store.query(sql`
    select o.rep_id, o.ordered_on::text as ordered_on, o.currency, l.line_number, l.amount, l.quantity
      from sales_order o join order_line l on l.workspace_id = o.workspace_id and l.order_id = o.id
     where o.number = 'SO-EXACT'`);
  expect(rows).toEqual([
    {
      rep_id: 'shen',
      ordered_on: '2026-11-24',
      currency: 'CNY',
      line_number: 1,
      amount: '99.9900',
      quantity: '2.0000',
    },
  ]);
});

test('the discount of an order is shared among its lines to the last digit', async () => {
  const lines = [{ amount: '10' }, { amount: '10' }, { amount: '10' }];
  await write(order({ number: 'SO-SHARED', discount: '1', lines }));
  const rows = await at.store.query<{ order_discount: string }>(sql`
    select l.order_discount from sales_order o
      join order_line l on l.workspace_id = o.workspace_id and l.order_id = o.id
     where o.number = 'SO-SHARED' order by l.line_number`);
  expect(rows.map((row) => row.order_discount)).toEqual(['0.3334', '0.3333', '0.3333']);
});

test('every field that points nowhere is named', async () => {
  const response = await write(
    order({ customerId: 'nobody', repId: 'nobody', lines: [{ productId: 'x', amount: '1' }] }),
  );
  expect(response.status).toBe(422);
  expect(await faults(response)).toEqual({
    code: 'invalid_request',
    fields: ['customerId', 'repId', 'lines.0.productId'],
  });
});

test('money as a float, a day that does not exist and no lines are refused by field', async () => {
  const response = await write(order({ orderedOn: '2026-02-30', lines: [{ amount: 9.99 }] }));
  expect(await faults(response)).toEqual({ code: 'invalid_request', fields: ['orderedOn', 'lines.0.amount'] });
  expect((await write(order({ lines: [] }))).status).toBe(422);
});

test('a discount above the lines, and a foreign currency without a rate, are refused', async () => {
  expect(await faults(await write(order({ discount: '100' })))).toMatchObject({ fields: ['discount'] });
  expect(await faults(await write(order({ currency: 'USD' })))).toMatchObject({ fields: ['rate'] });
});

test('a number is taken once', async () => {
  expect((await write(order({ number: 'SO-TWICE' }))).status).toBe(201);
  expect(await faults(await write(order({ number: 'SO-TWICE' })))).toEqual({ code: 'conflict', fields: ['number'] });
});

test('the same key and body again write nothing and give the same answer', async () => {
  const headers = { 'idempotency-key': 'retry-1' };
  const body = order({ number: 'SO-RETRY' });
  const answers = await Promise.all([1, 2, 3].map(async () => (await write(body, admin, headers)).json()));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const other = await write(order({ number: 'SO-OTHER' }), admin, headers);
  expect(other.status).toBe(409);
});

test('a rep writes orders of their own and of nobody else', async () => {
  const rep = await at.key({ role: 'rep', personId: 'shen' });
  const own = await write(order({ number: 'SO-OWN', repId: undefined }), rep);
  expect(own.status).toBe(201);
  expect((await write(order({ number: 'SO-NOT-OWN', repId: 'liang' }), rep)).status).toBe(403);
});

test('a manager writes orders of everyone below, and of no other team', async () => {
  const manager = await at.key({ role: 'manager', personId: 'zhou' });
  expect((await write(order({ number: 'SO-BELOW', repId: 'shen' }), manager)).status).toBe(201);
  expect((await write(order({ number: 'SO-BESIDE', repId: 'liang' }), manager)).status).toBe(403);
});
