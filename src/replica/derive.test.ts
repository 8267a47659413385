import { expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { deriveAll, replicaTables } from './derive.ts';
import { plainRows } from './result-rows.ts';

type Row = Record<string, string | number | boolean | null>;

const defaults: Record<string, Row> = {
  sales_order: { number: 'N', rate: '1', is_draft: false, discount: '0' },
  order_line: { order_discount: '0', discount: '0' },
  opportunity: { pipeline_id: 'P', rate: '1', has_stage_history: true },
  opportunity_event: { status: 'open' },
  region: { level: 'region' },
};

async function derived(raw: Record<string, Row[]>) {
  const instance = await openDatabase(replicaTables);
  const connection = await instance.connect();
  for (const [entity, rows] of Object.entries(raw)) {
    for (const row of rows) {
      const whole = { id: crypto.randomUUID(), ...defaults[entity], ...row };
      const names = Object.keys(whole).filter((name) => entity !== 'calendar_day' || name !== 'id');
      const values = names.map((name) => whole[name as keyof typeof whole] as string);
      const marks = names.map((_, index) => `$${index + 1}`);
      await connection.run(`insert into raw_${entity} (${names.join(', ')}) values (${marks.join(', ')})`, values);
    }
  }
  await connection.run(deriveAll);
  return async (query: string) => {
    const result = await connection.run(query);
    const chunks = await result.fetchAllChunks();
    return chunks.flatMap(plainRows);
  };
}

const opportunity = { id: 'D', created_on: '2024-01-10' };

function event(seq: number, kind: string, on_day: string | null, rest: Row = {}): Row {
  return { opportunity_id: 'D', seq, kind, on_day, stage_id: 'S1', owner_id: 'R1', ...rest };
}

async function stretches(events: Row[], columns: string) {
  const ask = await derived({ opportunity: [opportunity], opportunity_event: events });
  return ask(`select ${columns} from deal order by from_on`);
}

test('a deal has one stretch for every state it was in at the end of a day', async () => {
  const rows = await stretches(
    [
      event(1, 'created', '2024-01-10', { minute: 600 }),
      event(2, 'stage', '2024-01-20', { stage_id: 'S2' }),
      event(3, 'won', '2024-02-05', { stage_id: 'S2', status: 'won', minute: 900 }),
    ],
    'from_on, before_on, status, status_on, status_minute, stage_id, stage_on, created_on, created_minute, created_rep_id',
  );
  const made = ['2024-01-10', 600, 'R1'];
  expect(rows).toEqual([
    ['2024-01-10', '2024-01-20', 'open', '2024-01-10', 600, 'S1', '2024-01-10', ...made],
    ['2024-01-20', '2024-02-05', 'open', '2024-01-10', 600, 'S2', '2024-01-20', ...made],
    ['2024-02-05', '9999-12-31', 'won', '2024-02-05', 900, 'S2', '2024-01-20', ...made],
  ]);
});

test('the last event of a day wins', async () => {
  const rows = await stretches(
    [
      event(1, 'created', '2024-01-10', { amount: '10' }),
      event(2, 'amount', '2024-01-12', { amount: '20' }),
      event(3, 'amount', '2024-01-12', { amount: '30' }),
    ],
    'from_on, before_on, amount',
  );
  expect(rows).toEqual([
    ['2024-01-10', '2024-01-12', '10.0000'],
    ['2024-01-12', '9999-12-31', '30.0000'],
  ]);
});

test('an event that changes nothing does not begin a stretch', async () => {
  const rows = await stretches(
    [event(1, 'created', '2024-01-10'), event(2, 'owner', '2024-01-11'), event(3, 'stage', '2024-01-12')],
    'from_on, before_on',
  );
  expect(rows).toEqual([['2024-01-10', '9999-12-31']]);
});

test('a deal whose first day is unknown is as it is since ever, and nobody says since when', async () => {
  const rows = await stretches(
    [event(1, 'created', null), event(2, 'stage', '2024-03-01', { stage_id: 'S2' })],
    'from_on, before_on, status_on, stage_on',
  );
  expect(rows).toEqual([
    ['0001-01-01', '2024-03-01', null, null],
    ['2024-03-01', '9999-12-31', null, '2024-03-01'],
  ]);
});

test('a reopened deal begins a new status, and winning it again another', async () => {
  const rows = await stretches(
    [
      event(1, 'created', '2024-01-10'),
      event(2, 'lost', '2024-02-01', { status: 'lost', lost_reason: 'price' }),
      event(3, 'reopened', '2024-03-01'),
      event(4, 'won', '2024-04-01', { status: 'won' }),
    ],
    'from_on, status, status_on, lost_reason, stage_on',
  );
  expect(rows).toEqual([
    ['2024-01-10', 'open', '2024-01-10', null, '2024-01-10'],
    ['2024-02-01', 'lost', '2024-02-01', 'price', '2024-01-10'],
    ['2024-03-01', 'open', '2024-03-01', null, '2024-01-10'],
    ['2024-04-01', 'won', '2024-04-01', null, '2024-01-10'],
  ]);
});

test('a deal reopened and won again on one day was won on that day', async () => {
  const rows = await stretches(
    [
      event(1, 'created', '2024-01-10'),
      event(2, 'won', '2024-02-01', { status: 'won' }),
      event(3, 'reopened', '2024-03-01'),
      event(4, 'won', '2024-03-01', { status: 'won' }),
    ],
    'from_on, status, status_on',
  );
  expect(rows.at(-1)).toEqual(['2024-03-01', 'won', '2024-03-01']);
});

test('an expected close moved later is a push, at each stretch as many as there were so far', async () => {
  const rows = await stretches(
    [
      event(1, 'created', '2024-01-10'),
      event(2, 'expected_close', '2024-01-12', { expected_close_on: '2024-03-01' }),
      event(3, 'expected_close', '2024-02-01', { expected_close_on: '2024-04-01' }),
      event(4, 'amount', '2024-02-10', { expected_close_on: '2024-04-01', amount: '5' }),
      event(5, 'expected_close', '2024-02-20', { expected_close_on: '2024-03-15' }),
      event(6, 'expected_close', '2024-03-01', { expected_close_on: '2024-03-20' }),
    ],
    'from_on, push_count',
  );
  expect(rows).toEqual([
    ['2024-01-10', 0],
    ['2024-01-12', 0],
    ['2024-02-01', 1],
    ['2024-02-10', 1],
    ['2024-02-20', 1],
    ['2024-03-01', 2],
  ]);
});

test('a mistyped expected close put right the same day is no push, nor is a move after the outcome', async () => {
  const rows = await stretches(
    [
      event(1, 'created', '2024-01-10', { expected_close_on: '2024-03-01' }),
      event(2, 'expected_close', '2024-01-12', { expected_close_on: '2042-03-01' }),
      event(3, 'expected_close', '2024-01-12', { expected_close_on: '2024-02-01' }),
      event(4, 'won', '2024-02-01', { expected_close_on: '2024-03-09', status: 'won' }),
    ],
    'from_on, push_count',
  );
  expect(rows.map(([, pushes]) => pushes)).toEqual([0, 0, 0]);
});

test('an expected close taken away and set again later than it was is a push', async () => {
  const rows = await stretches(
    [
      event(1, 'created', '2024-01-10', { expected_close_on: '2024-03-01' }),
      event(2, 'expected_close', '2024-01-12', { expected_close_on: null }),
      event(3, 'expected_close', '2024-01-20', { expected_close_on: '2024-03-02' }),
    ],
    'push_count',
  );
  expect(rows).toEqual([[0], [0], [1]]);
});

test('going back to an earlier stage begins a new visit of it', async () => {
  const rows = await stretches(
    [
      event(1, 'created', '2024-01-10'),
      event(2, 'stage', '2024-01-15', { stage_id: 'S2' }),
      event(3, 'stage', '2024-01-20', { stage_id: 'S1' }),
    ],
    'stage_id, stage_on',
  );
  expect(rows.at(-1)).toEqual(['S1', '2024-01-20']);
});

test('amounts in another currency are turned into the workspace’s, rounded once', async () => {
  const ask = await derived({
    sales_order: [{ id: 'O', rate: '7.12345678', ordered_on: '2024-01-01' }],
    order_line: [{ id: 'L', order_id: 'O', amount: '100.005', order_discount: '0.005', discount: '1', cost: null }],
  });
  expect(await ask('select amount, discount, cost from sale')).toEqual([['712.3457', '7.1591', null]]);
});

test('the first order is the earliest that counts: neither a draft nor a cancelled one', async () => {
  const order = (id: string, ordered_on: string, rest: Row = {}) => ({ id, ordered_on, customer_id: 'C', ...rest });
  const ask = await derived({
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
  const ask = await derived({
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
  const ask = await derived({
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
  const ask = await derived({
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
  const ask = await derived({
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
  const ask = await derived({
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
  const ask = await derived({
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
  const ask = await derived({
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
    const ask = await derived({
      calendar_day: calendar,
      lead: [{ id: 'L', created_on, created_minute, responded_on, responded_minute }],
    });
    expect(await ask('select response_minutes from lead_fact')).toEqual([[minutes]]);
  },
);

test('an interaction lies in its customer’s region, or else its deal’s', async () => {
  const ask = await derived({
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

test('a deal stays in a stage until it moves, is decided or comes back', async () => {
  const event = (seq: number, kind: string, on_day: string, more: object) => ({
    id: `E${seq}`,
    opportunity_id: 'D',
    seq,
    kind,
    on_day,
    status: 'open',
    ...more,
  });
  const ask = await derived({
    opportunity: [{ id: 'D', pipeline_id: 'P', rate: '1', has_stage_history: true }],
    opportunity_event: [
      event(1, 'created', '2024-01-01', { stage_id: 'a' }),
      event(2, 'amount', '2024-01-02', { stage_id: 'a', amount: '5' }),
      event(3, 'stage', '2024-01-03', { stage_id: 'b', amount: '5' }),
      event(4, 'stage', '2024-01-05', { stage_id: 'a' }),
      event(5, 'lost', '2024-01-08', { stage_id: 'a', status: 'lost' }),
      event(6, 'reopened', '2024-01-20', { stage_id: 'b' }),
    ],
  });
  const visits = 'select stage_id, entered_on, left_on, ended_by, is_first from stage_visit order by visit_number';
  expect(await ask(visits)).toEqual([
    ['a', '2024-01-01', '2024-01-03', 'stage', true],
    ['b', '2024-01-03', '2024-01-05', 'stage', true],
    ['a', '2024-01-05', '2024-01-08', 'lost', false],
    ['b', '2024-01-20', null, null, false],
  ]);
});

test('a stay knows when the deal came further, over how many detours: to a later stage or to winning', async () => {
  const ask = await derived({
    stage: [1, 2, 3].map((position) => ({ id: `S${position}`, pipeline_id: 'P', position, name: 'S', kind: 'open' })),
    opportunity: [opportunity],
    opportunity_event: [
      event(1, 'created', '2024-01-10', { stage_id: 'S2' }),
      event(2, 'stage', '2024-01-15', { stage_id: 'S1' }),
      event(3, 'stage', '2024-01-20', { stage_id: 'S2' }),
      event(4, 'stage', '2024-01-25', { stage_id: 'S3' }),
      event(5, 'stage', '2024-01-28', { stage_id: 'S1' }),
      event(6, 'won', '2024-02-01', { stage_id: 'S1', status: 'won' }),
    ],
  });
  expect(await ask('select visit_number, stage_id, is_first, advanced_on from stage_visit order by 1')).toEqual([
    [1, 'S2', true, '2024-01-25'],
    [2, 'S1', true, '2024-01-20'],
    [3, 'S2', false, '2024-01-25'],
    [4, 'S3', true, '2024-02-01'],
    [5, 'S1', false, '2024-02-01'],
  ]);
});

test('a deal that is lost or goes back only has not come further', async () => {
  const ask = await derived({
    stage: [1, 2].map((position) => ({ id: `S${position}`, pipeline_id: 'P', position, name: 'S', kind: 'open' })),
    opportunity: [opportunity],
    opportunity_event: [
      event(1, 'created', '2024-01-10', { stage_id: 'S2' }),
      event(2, 'stage', '2024-01-15', { stage_id: 'S1' }),
      event(3, 'lost', '2024-01-20', { stage_id: 'S2', status: 'lost' }),
    ],
  });
  expect(await ask('select stage_id, advanced_on from stage_visit order by visit_number')).toEqual([
    ['S2', null],
    ['S1', null],
  ]);
});

test('a step undone on the same day neither ends the stay in a stage nor begins one', async () => {
  const ask = await derived({
    opportunity: [{ ...opportunity, pipeline_id: 'P', rate: '1', has_stage_history: true }],
    opportunity_event: [
      event(1, 'created', '2024-01-10', { status: 'open' }),
      event(2, 'won', '2024-01-20', { status: 'won', stage_id: 'W' }),
      event(3, 'reopened', '2024-01-20', { status: 'open' }),
      event(4, 'amount', '2024-01-25', { status: 'open', amount: '5' }),
      event(5, 'stage', '2024-02-01', { status: 'open', stage_id: 'S2' }),
      event(6, 'stage', '2024-02-01', { status: 'open', stage_id: 'S3' }),
    ],
  });
  expect(await ask('select from_on, status_on, stage_id, stage_on from deal order by from_on')).toEqual([
    ['2024-01-10', '2024-01-10', 'S1', '2024-01-10'],
    ['2024-01-25', '2024-01-10', 'S1', '2024-01-10'],
    ['2024-02-01', '2024-01-10', 'S3', '2024-02-01'],
  ]);
  expect(await ask('select stage_id, entered_on, left_on, advanced_on from stage_visit order by visit_number')).toEqual(
    [
      ['S1', '2024-01-10', '2024-02-01', null],
      ['S2', '2024-02-01', '2024-02-01', null],
      ['S3', '2024-02-01', null, null],
    ],
  );
});
