import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Day } from '#shared/day.ts';
import { aCompany, type Company } from '#testing/a-company.ts';
import type { PlainRow } from '#testing/test-replica.ts';

type Turn = Readonly<{ on: string; expected: string; status?: string; rep?: string; pushes?: number }>;

function deal(id: string, ...turns: readonly Turn[]): PlainRow[] {
  return turns.map(({ on, expected, status = 'open', rep = 'li', pushes = 0 }, index) => ({
    opportunity_id: id,
    name: id,
    created_on: turns[0]?.on ?? on,
    from_on: on,
    before_on: turns[index + 1]?.on ?? '9999-12-31',
    status,
    status_on: on,
    rep_id: rep,
    expected_close_on: expected,
    push_count: pushes,
  }));
}

const third = { from: '2026-07-01' as Day, before: '2026-10-01' as Day };

let company: Company;
beforeAll(async () => {
  company = await aCompany({
    rows: {
      person: [{ id: 'li' }, { id: 'wang' }],
      deal: [
        ...deal(
          'won in time',
          { on: '2026-05-01', expected: '2026-08-15' },
          { on: '2026-08-10', expected: '2026-08-15', status: 'won' },
        ),
        ...deal(
          'lost late but inside',
          { on: '2026-05-01', expected: '2026-07-15' },
          { on: '2026-09-30', expected: '2026-07-15', status: 'lost' },
        ),
        ...deal('overdue', { on: '2026-05-01', expected: '2026-09-01' }),
        ...deal(
          'pushed out twice',
          { on: '2026-05-01', expected: '2026-09-20' },
          { on: '2026-08-01', expected: '2026-10-20', pushes: 1 },
          { on: '2026-08-15', expected: '2026-10-20', rep: 'wang', pushes: 1 },
          { on: '2026-09-01', expected: '2026-12-20', rep: 'wang', pushes: 2 },
        ),
        ...deal(
          'won after the end',
          { on: '2026-05-01', expected: '2026-09-30' },
          { on: '2026-10-01', expected: '2026-09-30', status: 'won' },
        ),
        ...deal(
          'not real',
          { on: '2026-05-01', expected: '2026-08-01' },
          { on: '2026-08-02', expected: '2026-08-01', status: 'disqualified' },
        ),
        ...deal(
          'pulled into the quarter later',
          { on: '2026-05-01', expected: '2026-12-01' },
          { on: '2026-07-01', expected: '2026-09-01' },
        ),
        ...deal('created in the quarter', { on: '2026-07-02', expected: '2026-08-01' }),
      ],
    },
  });
});
afterAll(() => company.close());

test('three of the five promised for the quarter were neither won nor lost in it', async () => {
  const { totals } = await company.ask({ measures: ['slip_rate'], period: third });
  expect(totals).toMatchObject({ slip_rate: 0.6, slip_rate_numerator: 3, slip_rate_denominator: 5 });
});

test('what was promised is read as it was known on the first morning, what became of it as of the end', async () => {
  const { totals } = await company
    .at('2026-11-20T12:00+08:00')
    .ask({ measures: ['slip_rate'], period: { from: '2026-09-01' as Day, before: '2026-10-01' as Day } });
  // Overdue since that very day, won after the end, and the one pulled into September; the twice pushed one was October’s already.
  expect(totals).toMatchObject({ slip_rate_numerator: 3, slip_rate_denominator: 3 });
});

test('while the period runs only deals that were due by now are judged', async () => {
  const middle = company.at('2026-08-12T12:00+08:00');
  const { totals } = await middle.ask({ measures: ['slip_rate'], period: third });
  // Due by then: lost late (not yet lost) and the one found not real; the latter is left out.
  expect(totals).toMatchObject({ slip_rate_numerator: 1, slip_rate_denominator: 1 });
});

test('each month is judged by what was promised when it began', async () => {
  const { rows } = await company.ask({ measures: ['slip_rate'], period: third, grain: 'month' });
  expect(rows.map(({ month, slip_rate_numerator: a, slip_rate_denominator: b }) => [month, a, b])).toEqual([
    ['2026-07-01', 1, 1], // lost late
    ['2026-08-01', 1, 2], // created in the quarter; won in time is not
    ['2026-09-01', 3, 3],
  ]);
});

test('a push counts on its day for the owner then, and a change of owner is none', async () => {
  const { rows, totals } = await company.ask({ measures: ['push_count'], period: third, by: ['rep'] });
  expect(totals.push_count).toBe(2);
  expect(rows.map(({ rep_key, push_count }) => [rep_key, push_count]).sort()).toEqual([
    ['li', 1],
    ['wang', 1],
  ]);
  expect(
    await company.measure('push_count', { period: { from: '2026-09-01' as Day, before: '2026-10-01' as Day } }),
  ).toBe(1);
});

test('a deal is slipped for whoever had it when the period began', async () => {
  const li = company.as({ kind: 'some', people: ['li'], teams: [] });
  expect((await li.ask({ measures: ['slip_rate'], period: third })).totals.slip_rate_numerator).toBe(3);
  const wang = company.as({ kind: 'some', people: ['wang'], teams: [] });
  expect(await wang.measure('slip_rate', { period: third })).toBeNull();
});
