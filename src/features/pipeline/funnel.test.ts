import { expect, test } from 'vitest';
import { aCompany, type Company, type CompanyRows } from '#testing/a-company.ts';
import type { PlainRow } from '#testing/test-replica.ts';
import { type FunnelAnswer, funnel, funnelQuestion } from './funnel.ts';

const third = { from: '2026-07-01', before: '2026-10-01' };

async function funnelOf(company: Company, more: object = {}): Promise<FunnelAnswer> {
  return funnel(company.asking, funnelQuestion.parse({ period: third, ...more }));
}

const stages = ['初步接洽', '需求确认', '商务谈判'].map((name, index) => ({
  id: `s${index + 1}`,
  name,
  position: index + 1,
}));

type Told = Readonly<{
  on?: string;
  /** The stages it came to, ten days apart, the first on the day of its creation. */
  way: readonly (1 | 2 | 3)[];
  /** Ten days after the last stage. */
  end?: 'won' | 'lost' | 'disqualified';
  region?: string;
  rep?: string;
}>;

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Deals with all their states and stays. */
function companyOf(deals: readonly Told[], more: CompanyRows = {}): CompanyRows {
  const told = deals.map((deal, index) => ({ id: `d${index}`, on: '2026-07-10', rep: 'li', region: 'east', ...deal }));
  return {
    stage: stages,
    region: [
      { id: 'east', name: '华东' },
      { id: 'south', name: '华南' },
    ],
    deal: told.flatMap(statesOf),
    stage_visit: told.flatMap(staysOf),
    ...more,
  };
}

type Deal = Told & Readonly<{ id: string; on: string; rep: string; region: string }>;

function statesOf({ id, on, way, end, rep, region }: Deal): PlainRow[] {
  const fixed = { opportunity_id: id, created_on: on, created_rep_id: rep, rep_id: rep, region_id: region };
  const ended = dayAfter(on, way.length * 10);
  const open = { ...fixed, from_on: on, status: 'open', status_on: on, stage_id: `s${way.at(-1)}` };
  if (!end) return [open];
  return [
    { ...open, before_on: ended },
    { ...fixed, from_on: ended, status: end, status_on: ended },
  ];
}

function staysOf({ id, on, way, end, rep, region }: Deal): PlainRow[] {
  return way.map((stage, index) => {
    const isLast = index === way.length - 1;
    const later = way.findIndex((other, place) => place > index && other > stage);
    const advanced = later >= 0 ? later : end === 'won' ? way.length : null;
    return {
      visit_id: `${id} ${index}`,
      opportunity_id: id,
      stage_id: `s${stage}`,
      visit_number: index + 1,
      is_first: way.indexOf(stage) === index,
      entered_on: dayAfter(on, index * 10),
      left_on: isLast && !end ? null : dayAfter(on, (index + 1) * 10),
      advanced_on: advanced === null ? null : dayAfter(on, advanced * 10),
      rep_id: rep,
      region_id: region,
    };
  });
}

const six: readonly Told[] = [
  { way: [1, 2, 3], end: 'won' },
  { way: [1, 2, 3] },
  { way: [1, 2], end: 'lost' },
  { way: [1, 3], end: 'won' },
  { way: [1, 2, 1], end: 'lost' },
  { way: [1], end: 'disqualified' },
];

const tally = (n: number, reached: number, open: number, lost: number, disqualified = 0, skipped = 0) => ({
  n,
  reached,
  skipped,
  open,
  lost,
  disqualified,
});

test('lost and disqualified deals stay in every step that they came to, and the first stage is a step', async () => {
  const { steps, deals } = await funnelOf(await aCompany({ rows: companyOf(six) }));
  expect(steps.map(({ stage, next }) => [stage.name, next])).toEqual([
    ['初步接洽', '需求确认'],
    ['需求确认', '商务谈判'],
    ['商务谈判', null],
  ]);
  expect(steps.map(({ now }) => now)).toEqual([tally(6, 5, 0, 0, 1), tally(4, 2, 0, 2), tally(3, 2, 1, 0)]);
  expect(deals.now).toEqual(tally(6, 2, 1, 2, 1));
});

test('strictly, a deal that leaves a stage out has skipped it, and is in no step after that', async () => {
  const { steps } = await funnelOf(await aCompany({ rows: companyOf(six) }), { way: 'strict' });
  expect(steps.map(({ now }) => now)).toEqual([tally(6, 4, 0, 0, 1, 1), tally(4, 2, 0, 2), tally(2, 1, 1, 0)]);
});

test('a deal that went back and came forward again has reached the next stage once', async () => {
  const rows = companyOf([{ way: [1, 2, 1, 2], end: 'lost' }]);
  const { steps } = await funnelOf(await aCompany({ rows }));
  expect(steps.map(({ now }) => now)).toEqual([tally(1, 1, 0, 0), tally(1, 0, 0, 1), tally(0, 0, 0, 0)]);
});

test('what is still open is a band of its own, neither lost nor left out', async () => {
  const rows = companyOf([{ way: [1] }, { way: [1] }, { way: [1, 2] }]);
  const { steps } = await funnelOf(await aCompany({ rows }));
  expect(steps[0]?.now).toEqual(tally(3, 1, 2, 0));
});

test('the cohort before is seen at the same age: what was won later was still open then', async () => {
  // Both were created on the tenth day of their quarter; at day 143 the one won after 150 days is open.
  const rows = companyOf([{ way: [1] }, { on: '2026-04-10', way: [1], end: 'won' }, { on: '2026-04-10', way: [1] }]);
  const late = (rows.deal ?? []).map((row) =>
    row.opportunity_id === 'd1' && row.status === 'won'
      ? { ...row, from_on: '2026-09-07', status_on: '2026-09-07' }
      : row.opportunity_id === 'd1'
        ? { ...row, before_on: '2026-09-07' }
        : row,
  );
  const visits = (rows.stage_visit ?? []).map((row) =>
    row.opportunity_id === 'd1' ? { ...row, left_on: '2026-09-07', advanced_on: '2026-09-07' } : row,
  );
  const answer = await funnelOf(await aCompany({ rows: { ...rows, deal: late, stage_visit: visits } }));
  expect(answer.previous.seenBefore).toBe('2026-08-22');
  expect(answer.deals.previous).toEqual(tally(2, 0, 2, 0));
  expect(answer.steps[0]?.previous).toEqual(tally(2, 0, 2, 0));
});

test('members younger than the horizon are left out', async () => {
  const rows = companyOf([
    { on: '2026-07-10', way: [1] },
    { on: '2026-09-28', way: [1] },
  ]);
  const company = await aCompany({ rows });
  expect((await funnelOf(company)).deals.now.n).toBe(2); // 53 days old
  expect((await funnelOf(company, { matureDays: 60 })).deals.now.n).toBe(1);
});

const many = (count: number, told: Told): Told[] => Array.from({ length: count }, () => told);

test('the weakest link is the step that fell most, and its regions sum to the fall', async () => {
  const before = { on: '2026-04-10' };
  const rows = companyOf([
    ...many(60, { ...before, way: [1, 2, 3], region: 'east' }),
    ...many(40, { ...before, way: [1, 2], end: 'lost', region: 'east' }),
    ...many(60, { ...before, way: [1, 2, 3], region: 'south' }),
    ...many(40, { ...before, way: [1, 2], end: 'lost', region: 'south' }),
    ...many(30, { way: [1, 2, 3], region: 'east' }),
    ...many(70, { way: [1, 2], end: 'lost', region: 'east' }),
    ...many(60, { way: [1, 2, 3], region: 'south' }),
    ...many(40, { way: [1, 2], end: 'lost', region: 'south' }),
  ]);
  const { weakest } = await funnelOf(await aCompany({ rows }));
  expect(weakest).toMatchObject({ against: 'previous', stageId: 's2', from: 0.6, to: 0.45 });
  expect(weakest?.regions.map(({ name, share }) => [name, Number(share.toFixed(9))])).toEqual([
    ['华东', 1],
    ['华南', 0],
  ]);
});

test('a fall within chance names no weakest link', async () => {
  const rows = companyOf([
    ...many(15, { on: '2026-04-10', way: [1, 2] }),
    ...many(10, { on: '2026-04-10', way: [1] }),
    ...many(13, { way: [1, 2] }),
    ...many(12, { way: [1] }),
  ]);
  expect((await funnelOf(await aCompany({ rows }))).weakest).toBeNull();
});

test('a rep’s funnel has the deals that they created', async () => {
  const rows = companyOf([{ way: [1, 2] }, { way: [1], rep: 'wang' }]);
  const own = (await aCompany({ rows })).as({ kind: 'some', people: ['wang'], teams: [] });
  const { steps, deals } = await funnelOf(own);
  expect([deals.now.n, steps[0]?.now.n, steps[1]?.now.n]).toEqual([1, 1, 0]);
});

test('deals without stage history are counted apart', async () => {
  const rows = companyOf([{ way: [1, 2] }, { way: [1], end: 'won' }]);
  const deal = (rows.deal ?? []).map((row) => ({ ...row, has_stage_history: row.opportunity_id !== 'd1' }));
  const answer = await funnelOf(await aCompany({ rows: { ...rows, deal } }));
  expect(answer).toMatchObject({ withoutHistory: 1, deals: { now: { n: 2, reached: 1 } } });
  expect(answer.steps[0]?.now.n).toBe(1);
});

const leads: CompanyRows = {
  lead_fact: [
    { lead_id: 'won', opportunity_id: 'd0', valid_on: '2026-07-12', converted_on: '2026-07-20' },
    { lead_id: 'open', opportunity_id: 'd1', valid_on: '2026-07-12', converted_on: '2026-07-20' },
    { lead_id: 'valid', valid_on: '2026-07-12' },
    { lead_id: 'dropped later', valid_on: '2026-07-12', invalid_on: '2026-08-01' },
    { lead_id: 'invalid', invalid_on: '2026-07-12' },
    { lead_id: 'untouched' },
  ].map((lead) => ({ ...lead, created_on: '2026-07-10', rep_id: 'li' })),
};

test('leads: judged valid, turned into an opportunity, won; the undecided are a band at each step', async () => {
  const rows = companyOf([{ way: [1, 2, 3], end: 'won' }, { way: [1] }], leads);
  const { leads: steps } = await funnelOf(await aCompany({ rows }));
  expect(steps?.map(({ now }) => now)).toEqual([tally(6, 4, 1, 0, 1), tally(4, 2, 1, 0, 1), tally(2, 1, 1, 0)]);
});

test('a lead has no product, so a filter on products leaves leads out and says so', async () => {
  const where = [{ field: 'product_line_key', op: 'in', values: ['hard'] }];
  expect((await funnelOf(await aCompany({ rows: companyOf(six, leads) }), { where })).leads).toBeNull();
});

test('a rep is compared with the others of the same cohort, not with a team that the rep is part of', async () => {
  const rows = companyOf([
    ...many(10, { way: [1, 2], rep: 'wang' }),
    ...many(30, { way: [1], end: 'lost', rep: 'wang' }),
    ...many(80, { way: [1, 2] }),
    ...many(20, { way: [1], end: 'lost' }),
  ]);
  const company = await aCompany({ rows: { ...rows, person: [{ id: 'wang' }, { id: 'li' }] } });
  const where = [{ field: 'rep_key', op: 'in', values: ['wang'] }];
  const { behindOthers } = await funnelOf(company, { where });
  expect(behindOthers).toMatchObject({ stageId: 's1', own: 0.25, others: 0.8 });
  expect((await funnelOf(company)).behindOthers).toBeNull();
  const own = { kind: 'some', people: ['wang'], teams: [] } as const;
  expect((await funnelOf(company.as(own), { where })).behindOthers).toBeNull();
});
