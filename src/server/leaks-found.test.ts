import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Entity } from '#store/entities.ts';
import { type Row, upsertRows } from '#store/rows.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';

// What the property test of leaks.test.ts found, each by name.

let at: TestServer;
let shen: string;

/** 沈 owns 甲, 梁 owns 乙 and the deal with it; 沈 once sold to 丙, which is 梁's too. 钱 came into 周's team in November. */
beforeAll(async () => {
  at = await testServer();
  const rows: Readonly<Partial<Record<Entity, readonly Row[]>>> = {
    customer: [
      { id: 'jia', name: '甲公司', owner_id: 'shen' },
      { id: 'yi', name: '乙公司', owner_id: 'liang' },
      { id: 'bing', name: '丙公司', owner_id: 'liang' },
    ],
    pipeline: [{ id: 'sales', name: '销售' }],
    stage: [{ id: 'first', pipeline_id: 'sales', name: '初步', position: 1 }],
    opportunity: ['secret', 'nobodys'].map((id) => ({
      id,
      name: `${id}大单`,
      pipeline_id: 'sales',
      customer_id: 'yi',
    })),
    opportunity_event: [created('secret', 'liang'), created('nobodys', null)],
    person: [{ id: 'qian', name: '钱' }],
    sales_order: [
      { id: 'o1', number: 'o1', customer_id: 'bing', rep_id: 'shen', ordered_on: '2026-11-02' },
      { id: 'o2', number: 'o2', rep_id: 'qian', ordered_on: '2026-10-01' },
      { id: 'o3', number: 'o3', rep_id: 'qian', ordered_on: '2026-11-01' },
    ],
    order_line: ['o1', 'o2', 'o3'].map((order_id) => ({ id: order_id, order_id, line_number: 1, amount: '10' })),
    refund: ['o2', 'o3'].map((id) => ({
      id,
      order_id: id,
      order_line_id: id,
      refunded_on: id === 'o2' ? '2026-10-02' : '2026-11-02',
      amount: '1',
      reason: id === 'o2' ? '调组之前' : '调组之后',
    })),
    rep_assignment: [
      { id: 'a3', person_id: 'qian', team_id: 'south', before_on: '2026-11-01' },
      { id: 'a4', person_id: 'qian', team_id: 'shanghai', from_on: '2026-11-01' },
    ],
  };
  await at.store.transaction(async (tx) => {
    for (const [entity, each] of Object.entries(rows)) {
      await upsertRows(tx, at.deps.keyring, { workspaceId: at.workspace.id, entity: entity as Entity, rows: each });
    }
  });
  shen = await at.key({ role: 'rep', personId: 'shen' });
});
afterAll(() => at.close());

function created(deal: string, owner: string | null): Row {
  const event = { seq: 1, kind: 'created', on_day: '2026-11-01', status: 'open', stage_id: 'first' };
  return { id: `${deal} created`, opportunity_id: deal, owner_id: owner, ...event };
}

/** The answer without the id asked about and without its own number: it must be the same for what is hidden and what is not there. */
async function told(path: string, body: unknown, id: string): Promise<string> {
  const response = await at.call(path, { key: shen, body });
  const text = (await response.text()).replaceAll(/urn:request:[0-9a-f-]+/g, '').replaceAll(id, '#');
  return `${response.status} ${text}`;
}

const all = { period: { kind: 'all' } };

test('an order on a customer out of sight is refused as one on no customer, and does not bring it into sight', async () => {
  const order = (customerId: string) => ({
    number: 'LEAK-1',
    orderedOn: '2026-11-20',
    customerId,
    lines: [{ amount: '1' }],
  });
  expect(await told('/api/v1/orders', order('yi'), 'yi')).toBe(await told('/api/v1/orders', order('nobody'), 'nobody'));
  expect((await at.call('/api/v1/customers/yi', { key: shen })).status).toBe(404);
  expect((await at.call('/api/v1/orders', { key: shen, body: order('bing') })).status).toBe(201);
});

test.each(['secret', 'nobodys'])('an order of a deal out of sight (%s) is refused as one of no deal', async (id) => {
  const order = (opportunityId: string) => ({
    number: 'LEAK-2',
    orderedOn: '2026-11-20',
    opportunityId,
    lines: [{ amount: '1' }],
  });
  const hidden = await told('/api/v1/orders', order(id), id);
  expect(hidden).toBe(await told('/api/v1/orders', order('nothing'), 'nothing'));
  expect(hidden).toMatch(/^422 /);
});

test.each(['secret', 'nobodys'])(
  'a follow-up about a deal out of sight (%s) is refused as one about no deal',
  async (id) => {
    const task = (opportunityId: string) => ({ tasks: [{ title: 'x', opportunityId }] });
    const hidden = await told('/api/v1/tasks', task(id), id);
    expect(hidden).toBe(await told('/api/v1/tasks', task('nothing'), 'nothing'));
    expect(hidden).toMatch(/^422 /);
  },
);

test.each([
  ['rep', 'liang', '梁'],
  ['customer', 'yi', '乙公司'],
  ['team', 'south', '华南'],
])('the passport of a number does not name a %s out of sight that one filters by', async (field, id, name) => {
  const question = (value: string) => ({
    measures: ['revenue'],
    ...all,
    where: [{ field: `${field}_key`, op: 'in', values: [value] }],
  });
  const hidden = await told('/api/v1/query/passport', question(id), id);
  expect(hidden).not.toContain(name);
  expect(hidden).toBe(await told('/api/v1/query/passport', question('none'), 'none'));
  const admin = await at.key({ role: 'admin' });
  const seen = await at.call('/api/v1/query/passport', { key: admin, body: question(id) });
  expect(await seen.text()).toContain(name);
});

test('who owns a customer that one sold to once is not found by filtering for owners', async () => {
  const found = async (field: string, op: string, ...values: readonly string[]) => {
    const body = { ...all, where: [{ field, op, values }] };
    const answer = (await (await at.call('/api/v1/customers/list', { key: shen, body })).json()) as {
      rows: readonly { id: string }[];
    };
    return answer.rows.map(({ id }) => id).toSorted();
  };
  expect(await found('rep_key', 'in', 'liang')).toEqual([]);
  expect(await found('team_key', 'in', 'south')).toEqual([]);
  expect(await found('rep_key', 'not_in', 'liang')).toEqual(await found('rep_key', 'not_in', 'nobody'));
  expect(await found('rep_key', 'in', 'shen')).toEqual(['jia']);
});

test('what a colleague did before the team is not in the values that one may filter by', async () => {
  const key = await at.key({ role: 'manager', personId: 'zhou' });
  const answer = await (await at.call('/api/v1/members-of/refund_reason', { key })).text();
  expect(answer).toContain('调组之后');
  expect(answer).not.toContain('调组之前');
});
