import { expect, test } from 'vitest';
import { derivedTables, type RawRow } from '#testing/derived-tables.ts';

const opportunity = { id: 'D', created_on: '2024-01-10' };

function event(seq: number, kind: string, on_day: string | null, rest: RawRow = {}): RawRow {
  return { opportunity_id: 'D', seq, kind, on_day, stage_id: 'S1', owner_id: 'R1', ...rest };
}

async function stretches(events: RawRow[], columns: string) {
  const ask = await derivedTables({ opportunity: [opportunity], opportunity_event: events });
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

test('a reopened deal begins a new status and a new stay in its stage, and winning it again another status', async () => {
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
    ['2024-03-01', 'open', '2024-03-01', null, '2024-03-01'],
    ['2024-04-01', 'won', '2024-04-01', null, '2024-03-01'],
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
  const ask = await derivedTables({
    sales_order: [{ id: 'O', rate: '7.12345678', ordered_on: '2024-01-01' }],
    order_line: [{ id: 'L', order_id: 'O', amount: '100.005', order_discount: '0.005', discount: '1', cost: null }],
  });
  expect(await ask('select amount, discount, cost from sale')).toEqual([['712.3457', '7.1591', null]]);
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
  const ask = await derivedTables({
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
  const ask = await derivedTables({
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
  const ask = await derivedTables({
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
  const ask = await derivedTables({
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
