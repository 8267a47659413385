import { expect, test } from 'vitest';
import { derivedTables, type RawRow } from '#testing/derived-tables.ts';

test('the first order is the earliest that counts: neither a draft nor a cancelled one', async () => {
  const order = (id: string, ordered_on: string, rest: RawRow = {}) => ({ id, ordered_on, customer_id: 'C', ...rest });
  const ask = await derivedTables({
    sales_order: [
      order('draft', '2024-01-01', { is_draft: true }),
      order('cancelled', '2024-01-02', { cancelled_on: '2024-01-03' }),
      order('afternoon', '2024-01-05', { ordered_minute: 900 }),
      order('morning', '2024-01-05', { ordered_minute: 540 }),
      order('time unknown', '2024-01-05'),
      { id: 'nobody', ordered_on: '2024-01-01' },
    ],
  });
  expect(await ask('select order_id from sale_order where is_first')).toEqual([['morning']]);
});

test('an order’s amount is the sum of the lines that have one, unknown when none has', async () => {
  const ask = await derivedTables({
    sales_order: [
      { id: 'A', ordered_on: '2024-01-01' },
      { id: 'B', ordered_on: '2024-01-02' },
      { id: 'C', ordered_on: '2024-01-03' },
    ],
    order_line: [
      { order_id: 'A', amount: '10' },
      { order_id: 'A', amount: null },
      { order_id: 'B', amount: null },
    ],
  });
  expect(await ask('select order_id, amount, line_count from sale_order order by 1')).toEqual([
    ['A', '10.0000', 2],
    ['B', null, 1],
    ['C', null, 0],
  ]);
});

test('a refund knows whether its order was cancelled or is a draft; payments of drafts are left out', async () => {
  const ask = await derivedTables({
    sales_order: [
      { id: 'kept', ordered_on: '2024-01-01' },
      { id: 'cancelled', ordered_on: '2024-01-01', cancelled_on: '2024-01-05' },
      { id: 'draft', is_draft: true },
    ],
    refund: ['kept', 'cancelled', 'draft'].map((order_id) => ({
      order_id,
      order_line_id: 'L',
      refunded_on: '2024-02-01',
      amount: '5',
    })),
    payment: ['kept', 'cancelled', 'draft'].map((order_id) => ({ order_id, paid_on: '2024-02-01', amount: '5' })),
  });
  expect(await ask('select order_id, cancelled_on, is_draft from refund_fact order by 1')).toEqual([
    ['cancelled', '2024-01-05', false],
    ['draft', null, true],
    ['kept', null, false],
  ]);
  expect(await ask('select order_id from payment_fact order by 1')).toEqual([['cancelled'], ['kept']]);
});

test('a team lies under its ancestors only while it did', async () => {
  const ask = await derivedTables({
    team: ['group', 'east', 'north', 'sales1'].map((id) => ({ id, name: id })),
    team_parent: [
      { team_id: 'east', parent_id: 'group', from_on: null, before_on: '2024-07-01' },
      { team_id: 'north', parent_id: 'group', from_on: null, before_on: null },
      { team_id: 'sales1', parent_id: 'east', from_on: '2023-01-01', before_on: '2024-10-01' },
      { team_id: 'sales1', parent_id: 'north', from_on: '2024-10-01', before_on: null },
    ],
  });
  expect(
    await ask("select ancestor_id, from_on, before_on from team_ancestor where team_id = 'sales1' order by all"),
  ).toEqual([
    ['east', '2023-01-01', '2024-10-01'],
    ['group', '2023-01-01', '2024-07-01'],
    ['group', '2024-10-01', '9999-12-31'],
    ['north', '2024-10-01', '9999-12-31'],
    ['sales1', '0001-01-01', '9999-12-31'],
  ]);
});

test('ranges that touch or overlap are one, and a circle of teams ends', async () => {
  const ask = await derivedTables({
    team: ['a', 'b'].map((id) => ({ id, name: id })),
    team_parent: [
      { team_id: 'a', parent_id: 'b', from_on: '2023-01-01', before_on: '2024-01-01' },
      { team_id: 'a', parent_id: 'b', from_on: '2024-01-01', before_on: '2025-01-01' },
      { team_id: 'a', parent_id: 'b', from_on: '2024-06-01', before_on: '2024-07-01' },
      { team_id: 'b', parent_id: 'a', from_on: null, before_on: null },
    ],
  });
  expect(
    await ask("select ancestor_id, from_on, before_on from team_ancestor where team_id = 'a' order by all"),
  ).toEqual([
    ['a', '0001-01-01', '9999-12-31'],
    ['b', '2023-01-01', '2025-01-01'],
  ]);
});

test('a rep is in one team at a time: a later assignment ends the earlier', async () => {
  const ask = await derivedTables({
    rep_assignment: [
      { id: '1', person_id: 'R', team_id: 'A', from_on: null, before_on: null },
      { id: '2', person_id: 'R', team_id: 'B', from_on: '2024-05-01', before_on: null },
    ],
  });
  expect(await ask('select team_id, from_on, before_on from assignment order by from_on')).toEqual([
    ['A', '0001-01-01', '2024-05-01'],
    ['B', '2024-05-01', '9999-12-31'],
  ]);
});

test('a city knows its province and its sales region', async () => {
  const ask = await derivedTables({
    region: [
      { id: 'east', name: '华东' },
      { id: 'js', name: '江苏', parent_id: 'east', level: 'province' },
      { id: 'nj', name: '南京', parent_id: 'js', level: 'city' },
      { id: 'lost', name: '未知', parent_id: 'gone', level: 'city' },
    ],
  });
  expect(await ask('select id, root_id, province_id from region order by id')).toEqual([
    ['east', 'east', null],
    ['js', 'east', 'js'],
    ['lost', 'lost', null],
    ['nj', 'east', 'js'],
  ]);
});

test('a product belongs to the top of its product line', async () => {
  const ask = await derivedTables({
    product_line: [
      { id: 'office', name: '办公' },
      { id: 'paper', name: '纸张', parent_id: 'office' },
    ],
    product: [
      { id: 'a4', name: 'A4', line_id: 'paper' },
      { id: 'gift', name: '礼品' },
    ],
  });
  expect(await ask('select id, root_line_id from product order by id')).toEqual([
    ['a4', 'office'],
    ['gift', null],
  ]);
});

// 2024-09-27 Friday, 28 Saturday, 29 Sunday (make-up workday), 30 Monday.
const calendar = [
  { day: '2024-09-27', is_workday: true, workday_number: 100 },
  { day: '2024-09-28', is_workday: false, workday_number: 100 },
  { day: '2024-09-29', is_workday: true, workday_number: 101 },
  { day: '2024-09-30', is_workday: true, workday_number: 102 },
].map((row) => ({
  ...row,
  ...Object.fromEntries(
    ['week', 'month', 'quarter', 'half_year', 'year', 'fiscal_quarter', 'fiscal_year'].map((unit) => [
      `${unit}_on`,
      row.day,
    ]),
  ),
  ...Object.fromEntries(
    [
      'weekday',
      'iso_week',
      'iso_year',
      'workday_of_month',
      'workday_of_quarter',
      'workday_of_year',
      'spring_festival_offset',
    ].map((name) => [name, 1]),
  ),
}));

test.each([
  ['within a day', '2024-09-27', 600, '2024-09-27', 645, 45],
  ['over a weekend with a make-up Sunday', '2024-09-27', 1050, '2024-09-29', 570, 60],
  ['over a whole workday', '2024-09-27', 1020, '2024-09-30', 600, 60 + 540 + 60],
  ['at night, answered before opening', '2024-09-27', 1300, '2024-09-29', 500, 0],
  ['on a day off', '2024-09-28', 700, '2024-09-28', 800, 0],
  ['answered before it came', '2024-09-29', 700, '2024-09-28', 800, null],
  ['without a time', '2024-09-27', null, '2024-09-30', 600, null],
  ['outside the calendar', '2020-01-01', 600, '2024-09-30', 600, null],
])(
  'a lead answered %s waited business minutes only',
  async (_, created_on, created_minute, responded_on, responded_minute, minutes) => {
    const ask = await derivedTables({
      calendar_day: calendar,
      lead: [{ id: 'L', created_on, created_minute, responded_on, responded_minute }],
    });
    expect(await ask('select response_minutes from lead_fact')).toEqual([[minutes]]);
  },
);

test('an interaction lies in its customer’s region, or else its deal’s', async () => {
  const ask = await derivedTables({
    customer: [{ id: 'C', name: 'c', region_id: 'east' }],
    opportunity: [{ id: 'D', region_id: 'north' }],
    interaction: [
      { id: '1', customer_id: 'C', opportunity_id: 'D', type: 'call', initiator: 'us', on_day: '2024-01-01' },
      { id: '2', opportunity_id: 'D', type: 'call', initiator: 'us', on_day: '2024-01-01' },
    ],
  });
  expect(await ask('select interaction_id, region_id from interaction_fact order by 1')).toEqual([
    ['1', 'east'],
    ['2', 'north'],
  ]);
});
