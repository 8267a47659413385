import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCompany, type Company, type CompanyRows } from '#testing/a-company.ts';
import type { PlainRow } from '#testing/test-replica.ts';
import { sourceQuality, sourcesQuestion } from './source-quality.ts';

// It is 2026-11-20; with a horizon of 180 days the mature months are 2025-05 to 2026-04.
type Plan = Readonly<{ leads: number; valid?: number; won?: number; rep?: string; on?: string }>;

function leadsOf(source: string | null, { leads, valid = 0, won = 0, rep = 'li', on = '2026-01-10' }: Plan) {
  const ids = Array.from({ length: leads }, (_, index) => `${source} ${rep} ${index}`);
  return {
    lead_fact: ids.map((id, index) => ({
      lead_id: id,
      source_id: source,
      rep_id: rep,
      created_on: on,
      valid_on: index < valid ? '2026-01-12' : null,
      opportunity_id: index < won ? `d ${id}` : null,
    })),
    deal: ids.slice(0, won).map((id) => ({
      opportunity_id: `d ${id}`,
      lead_id: id,
      customer_id: `c ${id}`,
      status: 'won',
      status_on: '2026-03-01',
      created_on: '2026-01-20',
      rep_id: rep,
      amount: '1000',
    })),
  };
}

function world(...plans: ReturnType<typeof leadsOf>[]): CompanyRows & Record<'lead_fact' | 'deal', PlainRow[]> {
  return {
    source: ['转介绍', '展会', '投放', '短视频'].map((id) => ({ id, name: id })),
    lead_fact: plans.flatMap((plan) => plan.lead_fact),
    deal: plans.flatMap((plan) => plan.deal),
  };
}

let company: Company;
beforeAll(async () => {
  const rows = world(
    leadsOf('转介绍', { leads: 100, valid: 80, won: 30 }),
    leadsOf('展会', { leads: 200, valid: 100, won: 24 }),
    leadsOf('投放', { leads: 700, valid: 70, won: 6 }),
    leadsOf('短视频', { leads: 3, valid: 3, won: 3, rep: 'wang' }),
    leadsOf(null, { leads: 4 }),
  );
  company = await aCompany({
    rows: {
      ...rows,
      source_cost: [
        { id: '1', source_id: '投放', month_on: '2026-01-01', amount: '60000' },
        { id: '2', source_id: '投放', month_on: '2026-02-01', amount: '30000' },
        { id: '3', source_id: '投放', month_on: '2026-05-01', amount: '999' },
      ],
    },
  });
});
afterAll(() => company.close());

const quarter = { kind: 'this', unit: 'quarter' } as const;
const ask = (more = {}, of = company) => sourceQuality(of.asking, sourcesQuestion.parse({ period: quarter, ...more }));

test('only leads of whole months count that all had the horizon to be won', async () => {
  const { window, asOf, pooled } = await ask();
  expect([window, asOf]).toEqual([{ from: '2025-05-01', before: '2026-05-01' }, '2026-11-20']);
  expect(pooled).toEqual({ leads: 1007, valid: 253, won: 63, rate: 63 / 1007 });
  expect((await ask({ horizonDays: 90 })).window).toEqual({ from: '2025-08-01', before: '2026-08-01' });
});

test('a source has its leads, valid ones, wins with their interval, and value per lead', async () => {
  const { sources } = await ask();
  const referral = sources.find(({ sourceId }) => sourceId === '转介绍');
  expect(referral).toMatchObject({
    leads: 100,
    valid: 80,
    validRate: 0.8,
    won: 30,
    winRate: 0.3,
    wonAmount: '30000.0000',
    valuePerLead: '300.0000',
  });
  // Wilson of 30/100, METRICS §7.
  expect(referral?.interval?.low).toBeCloseTo(0.2189, 4);
  expect(referral?.interval?.high).toBeCloseTo(0.3959, 4);
});

test('a channel of three leads, all won, never ranks first', async () => {
  const { sources, best } = await ask();
  expect(sources.map(({ sourceId, rank }) => [sourceId, rank])).toEqual([
    ['转介绍', 1],
    ['展会', 2],
    ['投放', 3],
    [null, null],
    ['短视频', null],
  ]);
  const video = sources.find(({ sourceId }) => sourceId === '短视频');
  expect(video?.winRate).toBe(1);
  expect(video?.shrunk?.rate).toBeLessThan(0.5);
  expect(best).toEqual({ sourceId: '转介绍', sureness: 'sure' });
});

test('many leads with few wins are named with their shares', async () => {
  const { worst } = await ask();
  expect(worst).toEqual({ sourceId: '投放', leadShare: 700 / 1007, wonShare: 6 / 63 });
});

test('sources that differ by chance are not recommended as sure', async () => {
  const alike = await aCompany({
    rows: world(leadsOf('转介绍', { leads: 50, won: 6 }), leadsOf('展会', { leads: 50, won: 5 })),
  });
  expect(await ask({}, alike)).toMatchObject({ best: { sourceId: '转介绍', sureness: 'unsure' }, worst: null });
  await alike.close();
});

test('cost per win is of the months with a cost, and of wins of their leads', async () => {
  const { sources } = await ask();
  expect(sources.find(({ sourceId }) => sourceId === '投放')?.cost).toEqual({
    amount: '90000.0000',
    months: 2,
    perWin: '15000.0000',
    perLead: '128.5714',
  });
  expect(sources.find(({ sourceId }) => sourceId === '展会')?.cost).toBeNull();
});

test('the cost of a whole source is not laid on the part of its leads that someone sees', async () => {
  const li = company.as({ kind: 'some', people: ['li'], teams: [] });
  const { sources, pooled } = await ask({}, li);
  expect(pooled.leads).toBe(1004); // without the three of wang
  expect(sources.map(({ sourceId }) => sourceId)).not.toContain('短视频');
  expect(sources.every(({ cost }) => cost === null)).toBe(true);
});

test('a win after the horizon is none, and one deal of two leads is won once, by the first', async () => {
  const late = leadsOf('展会', { leads: 30, won: 1 });
  const rows = world(late, leadsOf('投放', { leads: 30, won: 1 }));
  const deals = [
    { ...rows.deal[0], status_on: '2026-07-10' }, // 181 days after 2026-01-10
    rows.deal[1],
    { ...rows.deal[1], opportunity_id: 'shared', lead_id: 'first' },
  ];
  const leads = [
    ...rows.lead_fact,
    { lead_id: 'first', source_id: '转介绍', created_on: '2026-01-02', opportunity_id: 'shared' },
    { lead_id: 'second', source_id: '短视频', created_on: '2026-01-03', opportunity_id: 'shared' },
  ];
  const odd = await aCompany({ rows: { ...rows, deal: deals, lead_fact: leads } as CompanyRows });
  const { sources } = await ask({}, odd);
  expect(Object.fromEntries(sources.map(({ sourceId, won }) => [sourceId, won]))).toEqual({
    展会: 0,
    投放: 1,
    转介绍: 1,
    短视频: 0,
  });
  await odd.close();
});

test('repeat purchase: a second order within 180 days of the first after the win, of customers whose 180 days are over', async () => {
  const rows = world(leadsOf('展会', { leads: 30, won: 5 }));
  const order = (customer: number, on: string) => ({
    order_id: `${customer} ${on}`,
    customer_id: `c 展会 li ${customer}`,
    ordered_on: on,
    rep_id: 'li',
    amount: '1',
  });
  const shop = await aCompany({
    rows: {
      ...rows,
      sale_order: [
        order(0, '2026-03-02'), // again
        order(0, '2026-08-29'), // 180 days later
        order(1, '2026-03-02'), // too late
        order(1, '2026-08-30'),
        order(2, '2026-02-01'), // before the win: no first order, 03-02 is
        order(2, '2026-03-02'),
        order(3, '2026-06-01'), // its 180 days are not over
        order(3, '2026-06-10'),
        { ...order(4, '2026-03-02'), is_draft: true },
      ],
    },
  });
  const { sources } = await ask({}, shop);
  expect(sources[0]).toMatchObject({ buyers: 3, buyersAgain: 1 });
  expect(sources[0]?.repeatRate).toBeCloseTo(1 / 3, 12);
  await shop.close();
});

test('without mature leads there is nothing to rank', async () => {
  const young = await aCompany({ rows: world(leadsOf('展会', { leads: 30, on: '2026-06-01' })) });
  expect(await ask({}, young)).toMatchObject({
    sources: [],
    best: null,
    worst: null,
    pooled: { leads: 0, rate: null },
  });
  await young.close();
});
