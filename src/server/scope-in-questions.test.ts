import { afterAll, beforeAll, expect, test } from 'vitest';
import { upsertRows } from '#store/rows.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';

type Who = Parameters<TestServer['key']>[0];

let at: TestServer;

/** 沈 of 上海组 below 华东 sold 100, 梁 of 华南 sold 20, nobody sold 3. */
beforeAll(async () => {
  at = await testServer();
  const key = await at.key({ role: 'admin' });
  const sales = [
    ['S-1', 'shen', '100'],
    ['S-2', 'liang', '20'],
    ['S-3', null, '3'],
  ] as const;
  for (const [number, repId, amount] of sales) {
    const body = { number, orderedOn: '2026-11-20', repId, lines: [{ amount }] };
    expect((await at.call('/api/v1/orders', { key, body })).status).toBe(201);
  }
});
afterAll(() => at.close());

const period = { from: '2026-11-01', before: '2026-12-01' };

async function revenueSeenBy(who: Who): Promise<string> {
  const body = { measures: ['revenue'], by: ['rep'], period };
  const response = await at.call('/api/v1/query', { key: await at.key(who), body });
  const { totals } = (await response.json()) as { totals: { revenue: string } };
  return totals.revenue;
}

test.each<[string, Who, string]>([
  ['an admin sees every order', { role: 'admin' }, '123.0000'],
  ['finance sees every order', { role: 'finance' }, '123.0000'],
  ['a manager sees the orders of the subtree', { role: 'manager', personId: 'zhou' }, '100.0000'],
  ['a rep sees their own orders', { role: 'rep', personId: 'liang' }, '20.0000'],
  ['本部门 sees the orders of the own team', { role: 'viewer', scope: 'team', personId: 'shen' }, '100.0000'],
  ['本部门 of a team without reps of its own sees none', { role: 'viewer', scope: 'team', personId: 'zhou' }, '0.0000'],
])('%s', async (_name, who, revenue) => {
  expect(Number(await revenueSeenBy(who))).toBe(Number(revenue));
});

test('a rep who filters for a colleague sees nothing of theirs', async () => {
  const where = [{ field: 'rep', op: 'in', values: ['沈'] }];
  const response = await at.call('/api/v1/query', {
    key: await at.key({ role: 'rep', personId: 'liang' }),
    body: { measures: ['revenue', 'order_count'], period, where },
  });
  const answer = await response.text();
  expect(answer).not.toContain('100.0000');
});

test('the list behind a number obeys the same scope', async () => {
  const response = await at.call('/api/v1/query/rows', {
    key: await at.key({ role: 'manager', personId: 'zhou' }),
    body: { measures: ['gross_revenue'], period },
  });
  expect(await response.json()).toMatchObject({ total: 1, sum: '100.0000' });
});

test('who leads a team from a day on sees its rows from that day, and whoever led it before no more', async () => {
  const change = (rows: readonly ({ id: string } & Record<string, string | null>)[]) =>
    at.store.transaction((tx) =>
      upsertRows(tx, at.deps.keyring, { workspaceId: at.workspace.id, entity: 'team_manager', rows }),
    );
  await change([
    { id: 'tm1', team_id: 'east', person_id: 'zhou', from_on: null, before_on: '2026-11-26' },
    { id: 'tm2', team_id: 'east', person_id: 'liang', from_on: '2026-11-26', before_on: null },
  ]);
  const [zhou, liang] = [
    { role: 'manager', personId: 'zhou' },
    { role: 'manager', personId: 'liang' },
  ];
  const seen = async () => [Number(await revenueSeenBy(zhou)), Number(await revenueSeenBy(liang))];
  at.setNow('2026-11-25T15:59:00.000Z');
  expect(await seen()).toEqual([100, 20]);
  at.setNow('2026-11-25T16:00:00.000Z');
  expect(await seen()).toEqual([0, 120]);
});

test('a team that moved below another leader takes along what it sells after the move', async () => {
  await at.store.transaction((tx) =>
    upsertRows(tx, at.deps.keyring, {
      workspaceId: at.workspace.id,
      entity: 'team_parent',
      rows: [
        { id: 'tp2', team_id: 'shanghai', parent_id: 'east', from_on: null, before_on: '2026-11-21' },
        { id: 'tp4', team_id: 'shanghai', parent_id: 'south', from_on: '2026-11-21', before_on: null },
      ],
    }),
  );
  const key = await at.key({ role: 'admin' });
  const body = { number: 'S-4', orderedOn: '2026-11-22', repId: 'shen', lines: [{ amount: '7' }] };
  expect((await at.call('/api/v1/orders', { key, body })).status).toBe(201);
  at.setNow('2026-11-26T02:00:00.000Z');
  const ledByLiang = { role: 'manager', personId: 'liang' };
  // Of 上海组 only what it sold while it stood below 华东, which 梁 leads now.
  expect(Number(await revenueSeenBy(ledByLiang))).toBe(120);
});
