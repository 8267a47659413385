import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, type Day } from '#shared/day.ts';
import { aCompany, type Company } from '#testing/a-company.ts';
import type { PlainRow } from '#testing/test-replica.ts';
import { forecast, outlook } from './forecast.ts';
import { forecastHistory } from './forecast-history.ts';

const quarter = { from: '2026-10-01' as Day, before: '2027-01-01' as Day };
const thisQuarter = { kind: 'this', unit: 'quarter' } as const;

type Life = Readonly<{ id: string; on: string; days?: number; status?: 'won' | 'lost'; rep?: string; amount?: string }>;

/** A deal that stands in the stage `talk` from its creation until it is decided after some days, or still. */
function life({ id, on, days, status, rep = 'li', amount = '100' }: Life): { deals: PlainRow[]; visits: PlainRow[] } {
  const end = days === undefined ? null : addDays(on as Day, days);
  const fixed = {
    opportunity_id: id,
    rep_id: rep,
    created_rep_id: rep,
    created_on: on,
    stage_id: 'talk',
    stage_on: on,
    amount,
  };
  const open = { ...fixed, status: 'open', status_on: on, from_on: on };
  const visit = {
    visit_id: id,
    opportunity_id: id,
    stage_id: 'talk',
    rep_id: rep,
    entered_on: on,
    amount,
    created_on: on,
  };
  return {
    deals:
      end && status
        ? [
            { ...open, before_on: end },
            { ...fixed, status, status_on: end, from_on: end },
          ]
        : [open],
    visits: [{ ...visit, left_on: end, ended_by: status ?? null }],
  };
}

/** Twenty deals won after 30 days and as many lost after 30, all of them created on one day, so that they weigh the same. */
const spring = Array.from({ length: 20 }, (_, n) => [
  life({ id: `won ${n}`, on: '2026-03-01', days: 30, status: 'won' }),
  life({ id: `lost ${n}`, on: '2026-03-01', days: 30, status: 'lost' }),
]).flat();

/** The first and the last were created before the two years that are learnt from. */
const autumn = [
  life({ id: 'won in time', on: '2024-10-01', days: 749, status: 'won', amount: '1000' }),
  ...Array.from({ length: 10 }, (_, n) => life({ id: `open ${n}`, on: '2026-11-10' })),
  life({ id: 'open of wang', on: '2026-11-10', rep: 'wang' }),
  life({ id: 'open for ever', on: '2024-10-01' }),
];

function aCompanyOf(lives: readonly ReturnType<typeof life>[]): Promise<Company> {
  return aCompany({
    rows: {
      person: [{ id: 'li' }, { id: 'wang' }],
      stage: [{ id: 'talk', name: '谈判' }],
      deal: lives.flatMap(({ deals }) => deals),
      stage_visit: lives.flatMap(({ visits }) => visits),
    },
  });
}

let company: Company;
beforeAll(async () => {
  company = await aCompanyOf([...spring, ...autumn]);
});
afterAll(() => company.close());

test('half of such deals are won, 20 days from now, and the value with them', async () => {
  const found = await forecast(company.asking, { period: thisQuarter });
  expect(found).toMatchObject({
    kind: 'outlook',
    period: quarter,
    asOf: '2026-11-20',
    daysLeft: 42,
    wonSoFar: 1000,
    wonDeals: 1,
  });
  expect(found).toMatchObject({ openDeals: 12, outlived: 1, learnt: { deals: 40, won: 20, followDays: 57 } });
  if (found.kind !== 'outlook') throw new Error(found.kind);
  // Each of the eleven is won in 20 days, at even odds.
  expect(found.expected - found.fresh).toBeCloseTo(1000 + 11 * 100 * 0.5, 6);
  expect(found.p10).toBeLessThan(found.p50);
  expect(found.p90).toBeGreaterThan(found.p50);
});

test('with two weeks left nothing that takes another 20 days is expected', async () => {
  const seen = await outlook(company.asking, {
    period: quarter,
    where: undefined,
    asOf: '2026-11-20' as Day,
    daysLeft: 14,
  });
  expect(seen).toMatchObject({ kind: 'outlook', p90: 1000, expected: 1000 });
});

test('the same forecast comes again, and another viewer gets another', async () => {
  const ask = (of: Company) => forecast(of.asking, { period: thisQuarter });
  expect(await ask(company)).toEqual(await ask(company));
  const wang = company.as({ kind: 'some', people: ['wang'], teams: [] });
  expect(await ask(wang)).toEqual({ period: quarter, kind: 'not_enough_data', need: 20, have: 0 });
  const li = company.as({ kind: 'some', people: ['li'], teams: [] });
  expect(await ask(li)).toMatchObject({ kind: 'outlook', openDeals: 11 });
});

test('a filter narrows what is forecast', async () => {
  const where = [{ field: 'rep_key', op: 'in' as const, values: ['li'] }];
  expect(await forecast(company.asking, { period: thisQuarter, where })).toMatchObject({ openDeals: 11 });
});

test('a period that is over has no forecast', async () => {
  expect(await forecast(company.asking, { period: { kind: 'last', unit: 'quarter' } })).toMatchObject({
    kind: 'not_running',
  });
});

test('nothing that happened later is known on an earlier day', async () => {
  const then = { period: quarter, where: undefined, asOf: '2026-10-10' as Day, daysLeft: 82 };
  const seen = await outlook(company.asking, then);
  expect(seen).toMatchObject({ wonSoFar: 0, openDeals: 2, learnt: { deals: 40, won: 20 } });
  const early = company.at('2026-10-10T23:59+08:00');
  expect(seen).toEqual(await outlook(early.asking, then));
});

test('19 wins are too few to forecast from', async () => {
  const small = await aCompanyOf([...spring.slice(1), ...autumn]);
  expect(await forecast(small.asking, { period: thisQuarter })).toMatchObject({ kind: 'not_enough_data', have: 19 });
  small.close();
});

test('the past is looked at as it was 60, 30 and 15 days before the end, against what came', async () => {
  const steady = await aCompanyOf(
    Array.from({ length: 140 }, (_, week) =>
      (['won', 'lost'] as const).map((status) =>
        life({ id: `${status} ${week}`, on: addDays('2024-01-01' as Day, 7 * week), days: 30, status }),
      ),
    ).flat(),
  );
  const { unit, points, leads } = await forecastHistory(steady.asking, { period: thisQuarter });
  expect(unit).toBe('quarter');
  expect(leads.map(({ lead, n }) => [lead, n])).toEqual([
    [60, 8],
    [30, 8],
    [15, 8],
  ]);
  const last = points.filter(({ period }) => period.before === quarter.from);
  expect(last.map(({ seen }) => seen.asOf)).toEqual(['2026-08-01', '2026-08-31', '2026-09-15']);
  // Fourteen Mondays of one deal to be won; with 30 days left those to come are open already, and half of them are won.
  expect(last.map(({ actual }) => actual)).toEqual([1400, 1400, 1400]);
  expect(Math.abs(leads[1]?.bias ?? 1)).toBeLessThan(0.1);
  expect(leads[1]?.coverage).toBe(1);
  steady.close();
});
