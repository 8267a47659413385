import { afterAll, beforeAll, expect, test } from 'vitest';
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
