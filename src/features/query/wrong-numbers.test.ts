import { expect, test } from 'vitest';
import type { Question, Scope } from '#semantic/question.ts';
import { day } from '#shared/day.ts';
import { aCompany, type CompanyRows } from '#testing/a-company.ts';
import { goldenCompany } from '#testing/golden-company.ts';
import { passport } from './passport.ts';
import { rowsBehind } from './rows-behind.ts';

// The wrong numbers that ship elsewhere (PRODUCT) and the traps of METRICS, one test each.

const period = (from: string, before: string) => ({ from: day(from), before: day(before) });
const january = period('2026-01-01', '2026-02-01');
const february = period('2026-02-01', '2026-03-01');
const month = { kind: 'this', unit: 'month' } as const;

const orders = (...list: readonly (readonly [on: string, amount: string, more?: object])[]): CompanyRows => ({
  sale_order: list.map(([on, amount, more], index) => ({ order_id: `o${index}`, ordered_on: on, amount, ...more })),
});

test('this month so far is compared with the same workdays of last month, not with all of it', async () => {
  // 20 November is workday 15; workday 15 of October, after the holidays, is the 27th.
  const rows = orders(['2026-11-02', '100'], ['2026-10-27', '80'], ['2026-10-28', '999']);
  const answer = await (await aCompany({ rows })).ask({ measures: ['revenue'], period: month, compare: 'previous' });
  expect(answer.totals).toMatchObject({ revenue: '100.0000', revenue_base: '80.0000', revenue_change: 0.25 });
});

test('today so far is compared up to the same minute where rows know their minute', async () => {
  const rows = orders(
    ['2026-11-20', '100', { minute: 600 }],
    ['2026-10-27', '50', { minute: 15 * 60 }],
    ['2026-10-27', '70', { minute: 16 * 60 }],
  );
  const answer = await (await aCompany({ rows })).ask({ measures: ['revenue'], period: month, compare: 'previous' });
  expect(answer.totals.revenue_base).toBe('50.0000');
});

test('a change from zero is unknown, not +100 %', async () => {
  const answer = await (await aCompany({ rows: orders(['2026-02-02', '5']) })).ask({
    measures: ['revenue'],
    period: february,
    compare: 'previous',
  });
  expect(answer.totals).toMatchObject({ revenue_base: '0.0000', revenue_delta: '5.0000', revenue_change: null });
});

test('a rate changes in percentage points', async () => {
  const rows: CompanyRows = {
    deal: [
      ['2026-01-05', 'won'],
      ['2026-01-06', 'lost'],
      ['2026-02-05', 'won'],
    ].map(([on = '', status = ''], index) => ({
      opportunity_id: `d${index}`,
      status,
      status_on: on,
      created_on: '2025-12-01',
    })),
  };
  const answer = await (await aCompany({ rows })).ask({
    measures: ['win_rate'],
    period: february,
    compare: 'previous',
  });
  expect(answer.totals).toMatchObject({ win_rate: 1, win_rate_base: 0.5, win_rate_change: 0.5 });
});

test('at midnight nothing has elapsed and nothing is compared', async () => {
  const company = (await aCompany({ rows: orders(['2026-02-02', '5']) })).at('2026-03-01T00:00+08:00');
  const answer = await company.ask({ measures: ['revenue'], period: month, compare: 'previous' });
  expect(answer.compare).toMatchObject({ basis: 'none', compared: null });
  expect(answer.totals).toMatchObject({ revenue: '0.0000', revenue_base: null, revenue_change: null });
});

test('revenue won is of the month in which the deal closed, not of its creation or expected close', async () => {
  const deal = { opportunity_id: 'd', status: 'won', created_on: '2026-01-10', status_on: '2026-02-10', amount: '100' };
  const company = await aCompany({ rows: { deal: [{ ...deal, expected_close_on: '2026-01-31' }] } });
  expect(await company.measure('won_amount', { period: january })).toBe('0.0000');
  expect(await company.measure('won_amount', { period: february })).toBe('100.0000');
});

test('win rate is over decided deals, not over all created', async () => {
  expect(await (await aCompany({ won: 1, lost: 1, open: 8 })).measure('win_rate')).toBe(0.5);
});

test('a disqualified deal is not lost', async () => {
  const company = await aCompany({ won: 1, lost: 1, disqualified: 6 });
  expect(await company.measure('win_rate')).toBe(0.5);
  expect(await company.measure('lost_deals')).toBe(1);
});

test('a young cohort is unresolved, not lost', async () => {
  const deals = [
    { opportunity_id: 'old', status: 'won', created_on: '2026-02-02', status_on: '2026-03-02' },
    { opportunity_id: 'young', status: 'open', created_on: '2026-11-02', status_on: '2026-11-02' },
  ];
  const company = await aCompany({ rows: { deal: deals } });
  expect(await company.measure('win_rate_cohort')).toBe(1);
  expect(await company.measure('win_rate_cohort', { period: month })).toBeNull();
});

test('a deal that was reopened is open again, and was won as of the day before', async () => {
  const fixed = { opportunity_id: 'd', created_on: '2026-01-02' };
  const deal = [
    { ...fixed, from_on: '2026-01-02', before_on: '2026-02-10', status: 'open', status_on: '2026-01-02' },
    { ...fixed, from_on: '2026-02-10', before_on: '2026-03-10', status: 'won', status_on: '2026-02-10' },
    { ...fixed, from_on: '2026-03-10', status: 'open', status_on: '2026-03-10' },
  ];
  const company = await aCompany({ rows: { deal } });
  expect(await company.measure('won_deals')).toBe(0);
  expect(await company.measure('won_deals', { asOf: day('2026-03-09') })).toBe(1);
  const answer = await company.ask({
    measures: ['opportunities_open'],
    period: period('2026-01-01', '2026-04-01'),
    grain: 'month',
  });
  expect(answer.rows.map((row) => row.opportunities_open)).toEqual([1, 0, 1]);
});

test('a team’s rate is Σ ÷ Σ, never the mean of its members’ rates', async () => {
  const deals = [...Array(8).fill('ann won'), ...Array(2).fill('ann lost'), 'bob lost'];
  const company = await aCompany({
    rows: {
      deal: deals.map((text: string, index) => {
        const [rep = '', status = ''] = text.split(' ');
        return { opportunity_id: `d${index}`, rep_id: rep, status, status_on: '2026-02-02', created_on: '2026-01-02' };
      }),
    },
  });
  const answer = await company.ask({ measures: ['win_rate'], by: ['rep'] });
  expect(answer.rows.map((row) => row.win_rate)).toEqual([0.8, 0]);
  expect(answer.totals).toMatchObject({ win_rate: 8 / 11, win_rate_numerator: 8, win_rate_denominator: 11 });
});

test('an order of three lines is one order, by product line too', async () => {
  const line = (id: string, product: string) => ({
    line_id: id,
    order_id: 'o',
    ordered_on: '2026-02-02',
    product_id: product,
    amount: '10',
  });
  const company = await aCompany({
    rows: {
      product: [
        { id: 'p', name: 'p', line_id: 'hard', root_line_id: 'hard' },
        { id: 'q', name: 'q', line_id: 'hard', root_line_id: 'hard' },
      ],
      product_line: [{ id: 'hard', name: '硬件' }],
      sale: [line('1', 'p'), line('2', 'p'), line('3', 'q')],
      sale_order: [{ order_id: 'o', ordered_on: '2026-02-02', amount: '30', line_count: 3 }],
    },
  });
  expect(await company.measure('order_count')).toBe(1);
  const answer = await company.ask({ measures: ['order_count', 'revenue'], by: ['product'] });
  expect(answer.rows.map((row) => row.order_count)).toEqual([1, 1]);
  expect(answer.totals).toMatchObject({ order_count: 1, revenue: '30.0000' });
});

test('customers of two regions are counted once in the total', async () => {
  const rows = orders(
    ['2026-02-02', '1', { customer_id: 'c', region_id: 'east' }],
    ['2026-02-03', '1', { customer_id: 'c', region_id: 'west' }],
  );
  const company = await aCompany({
    rows: {
      ...rows,
      region: [
        { id: 'east', name: '东' },
        { id: 'west', name: '西' },
      ],
    },
  });
  const answer = await company.ask({ measures: ['active_customers'], by: ['region'] });
  expect(answer.rows.map((row) => row.active_customers)).toEqual([1, 1]);
  expect(answer.totals.active_customers).toBe(1);
});

test('a refund counts at its own date, not at the order’s', async () => {
  const company = await aCompany({
    rows: {
      ...orders(['2026-01-10', '100']),
      refund_fact: [{ refund_id: 'r', order_id: 'o0', refunded_on: '2026-02-10', amount: '30' }],
    },
  });
  expect(await company.measure('revenue', { period: january })).toBe('100.0000');
  expect(await company.measure('revenue', { period: february })).toBe('-30.0000');
});

test('a cancelled order leaves when it is cancelled, and its refund leaves with it', async () => {
  const company = await aCompany({
    rows: {
      ...orders(['2026-01-10', '100', { cancelled_on: '2026-02-10' }]),
      refund_fact: [
        { refund_id: 'r', order_id: 'o0', refunded_on: '2026-02-10', cancelled_on: '2026-02-10', amount: '100' },
      ],
    },
  });
  expect(await company.measure('revenue', { period: january })).toBe('100.0000');
  expect(await company.measure('revenue')).toBe('0.0000');
});

test('a draft never counts', async () => {
  const company = await aCompany({ rows: orders(['2026-01-10', '100', { is_draft: true }]) });
  expect(await company.measure('order_count')).toBe(0);
});

test('average order value leaves orders without an amount out of both sides', async () => {
  const rows: CompanyRows = {
    sale_order: [
      { order_id: 'a', ordered_on: '2026-01-10', amount: '100' },
      { order_id: 'b', ordered_on: '2026-01-11' },
    ],
  };
  const company = await aCompany({ rows });
  expect(await company.measure('average_order_value')).toBe('100.0000');
  expect(await company.measure('order_count')).toBe(2);
});

test('profit of a company that records no cost is unknown, not zero', async () => {
  const company = await aCompany({ rows: { sale: [{ line_id: 'l', ordered_on: '2026-01-10', amount: '5' }] } });
  expect(await company.measure('gross_profit')).toBeNull();
});

test('a sale belongs to the team of its day, and on request to today’s', async () => {
  const company = await aCompany({
    rows: {
      team: [
        { id: 'old', name: '旧' },
        { id: 'new', name: '新' },
      ],
      assignment: [
        { person_id: 'ann', team_id: 'old', before_on: '2026-03-01' },
        { person_id: 'ann', team_id: 'new', from_on: '2026-03-01' },
      ],
      ...orders(['2026-02-28', '1', { rep_id: 'ann' }], ['2026-03-01', '2', { rep_id: 'ann' }]),
    },
  });
  const byTeam = async (more: Partial<Question>) =>
    (await company.ask({ measures: ['revenue'], by: ['team'], ...more })).rows.map((row) => [row.team, row.revenue]);
  expect(await byTeam({})).toEqual([
    ['新', '2.0000'],
    ['旧', '1.0000'],
  ]);
  expect(await byTeam({ organisation: 'restated' })).toEqual([['新', '3.0000']]);
});

const boss: CompanyRows = {
  person: [{ id: 'ann' }, { id: 'bob' }],
  team: [{ id: 'one' }, { id: 'two' }],
  team_ancestor: [
    { team_id: 'one', ancestor_id: 'one' },
    { team_id: 'two', ancestor_id: 'two' },
    { team_id: 'two', ancestor_id: 'one' },
  ],
  assignment: [{ person_id: 'ann', team_id: 'two' }],
  ...orders(
    ['2026-02-02', '10', { rep_id: 'ann', customer_id: 'a' }],
    ['2026-02-02', '100', { rep_id: 'bob', customer_id: 'b' }],
    ['2026-02-02', '1000', {}],
  ),
  customer: [{ id: 'a' }, { id: 'b' }],
};
const reads = async (scope: Scope) => (await aCompany({ rows: boss })).as(scope);

test('a rep sees own rows in the figure, its parts, its total, its list and its passport', async () => {
  const ann = await reads({ kind: 'some', people: ['ann'], teams: [] });
  const answer = await ann.ask({ measures: ['revenue'], by: ['customer'] });
  expect(answer.rows).toMatchObject([{ customer_key: 'a', revenue: '10.0000' }]);
  expect(answer.totals.revenue).toBe('10.0000');
  const cell = { measures: ['revenue'], period: period('2026-01-01', '2027-01-01') };
  expect(await rowsBehind(ann.asking, cell)).toMatchObject({ total: 1, sum: '10.0000' });
  expect((await passport(ann.asking, cell)).counted[0]).toMatchObject({ rows: 1, amount: '10.0000' });
});

test('a manager sees the teams below, and only what nobody owns stays with those who see all', async () => {
  const manager = await reads({ kind: 'some', people: ['bob'], teams: [{ id: 'one', below: true }] });
  expect(await manager.measure('revenue')).toBe('110.0000');
  const alone = await reads({ kind: 'some', people: [], teams: [{ id: 'one', below: false }] });
  expect(await alone.measure('revenue')).toBe('0.0000');
});

test('a filter outside of the scope shows nothing rather than something', async () => {
  const ann = await reads({ kind: 'some', people: ['ann'], teams: [] });
  expect(await ann.measure('revenue', { where: [{ field: 'rep_key', op: 'in', values: ['bob'] }] })).toBe('0.0000');
});

test('a tile equals its list, and its passport reconciles with both', async () => {
  const company = await aCompany({ rows: goldenCompany });
  const cell = { measures: ['revenue'], period: period('2026-01-01', '2027-01-01') };
  const card = await passport(company.asking, cell);
  expect(card.period).toMatchObject({ asOf: '2026-11-20', unfinished: true });
  expect(card.value).toBe((await rowsBehind(company.asking, cell)).sum);
  expect(card.counted).toMatchObject([
    { label: { zh: '订单' }, rows: 5, amount: '2000.0000' },
    { label: { zh: '退款，按退款日' }, rows: 1, amount: '-50.0000' },
  ]);
  expect(card.leftOut).toMatchObject([
    { reason: { zh: '草稿' }, rows: 1, amount: '9999.0000' },
    { reason: { zh: '已取消' }, rows: 1, amount: '8888.0000' },
  ]);
});

test('too many rows are refused, never cut', async () => {
  const many = Array.from({ length: 10_001 }, (_, index) => ({
    order_id: `o${index}`,
    ordered_on: '2026-02-02',
    customer_id: `c${index}`,
    amount: '1',
  }));
  const company = await aCompany({ rows: { sale_order: many } });
  await expect(company.ask({ measures: ['revenue'], by: ['customer'] })).rejects.toMatchObject({
    code: 'too_many_rows',
  });
  const top = await company.ask({ measures: ['revenue'], by: ['customer'], limit: 3 });
  expect(top).toMatchObject({ rows: { length: 3 }, totals: { revenue: '10001.0000' }, notes: [{ code: 'limited' }] });
});
