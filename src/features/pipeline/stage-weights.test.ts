import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, type Day } from '#shared/day.ts';
import { aCompany, type Company } from '#testing/a-company.ts';
import type { PlainRow } from '#testing/test-replica.ts';
import { stageWeights } from './stage-weights.ts';

const period = { from: '2026-10-01' as Day, before: '2027-01-01' as Day };

type Came = Readonly<{ stage: string; on: string; status?: string; rep?: string; again?: boolean }>;

/** A deal that came to a stage and was decided 20 days later, or stands there. */
function came(id: string, { stage, on, status = 'open', rep = 'li', again = false }: Came) {
  const end = status === 'open' ? null : addDays(on as Day, 20);
  const fixed = { opportunity_id: id, rep_id: rep, created_on: on, stage_id: stage, amount: '100' };
  const open = { ...fixed, from_on: on, before_on: end ?? '9999-12-31', status_on: on };
  const visit = {
    visit_id: id,
    opportunity_id: id,
    stage_id: stage,
    rep_id: rep,
    entered_on: on,
    left_on: end,
    is_first: !again,
  };
  return { deals: end ? [open, { ...fixed, status, status_on: end, from_on: end }] : [open], visits: [visit] };
}

const many = (count: number, name: string, content: Came) =>
  Array.from({ length: count }, (_, n) => came(`${name} ${n}`, content));

const lives = [
  ...many(30, 'won', { stage: 'talk', on: '2026-03-01', status: 'won' }),
  ...many(28, 'lost', { stage: 'talk', on: '2026-03-01', status: 'lost' }),
  ...many(1, 'never closed', { stage: 'talk', on: '2026-03-01' }),
  ...many(1, 'not real', { stage: 'talk', on: '2026-03-01', status: 'disqualified' }),
  ...many(9, 'young and won', { stage: 'talk', on: '2026-10-25', status: 'won' }),
  ...many(5, 'came again', { stage: 'talk', on: '2026-03-01', status: 'won', again: true }),
  ...many(2, 'new stage', { stage: 'new', on: '2026-11-01' }),
  ...many(3, 'bare stage', { stage: 'bare', on: '2026-11-01', rep: 'wang' }),
];

let company: Company;
beforeAll(async () => {
  const stage = (id: string, position: number, probability: string | null): PlainRow => ({
    id,
    name: id,
    position,
    probability,
  });
  company = await aCompany({
    rows: {
      pipeline: [{ id: 'sales', name: '销售' }],
      stage: [stage('talk', 1, '0.4'), stage('new', 2, '0.6'), stage('bare', 3, null)],
      deal: lives.flatMap(({ deals }) => deals as PlainRow[]),
      stage_visit: lives.flatMap(({ visits }) => visits),
    },
  });
});
afterAll(() => company.close());

test('of sixty that came to the stage long ago thirty were won; the configured 40 % counts as twenty more', async () => {
  const { stages, horizonDays, asOf } = await stageWeights(company.asking, { period, where: undefined });
  expect([asOf, horizonDays]).toEqual(['2026-11-20', 30]);
  const [talk, fresh, bare] = stages;
  // Young ones, and those that had been there before, teach nothing; one that nobody closed is not won.
  expect(talk).toMatchObject({ n: 60, won: 30, stillOpen: 1, rate: 0.5, configured: 0.4, learnt: 38 / 80 });
  expect(talk?.interval?.low).toBeCloseTo(0.3773, 4);
  expect(fresh).toMatchObject({ n: 0, rate: null, interval: null, configured: 0.6, learnt: 0.6 });
  expect(bare).toMatchObject({ configured: null, learnt: null, weighted: { configured: null, learnt: null } });
});

test('the configured total is the tile’s, and what no weight reaches is told', async () => {
  const { total, unweighted } = await stageWeights(company.asking, { period, where: undefined });
  expect(total.configured).toBe(await company.measure('weighted_pipeline', { period }));
  expect(total).toEqual({ amount: '600.0000', configured: '160.0000', learnt: '167.5000' }); // 100 × .475 + 200 × .6
  expect(unweighted).toEqual({ deals: 3, amount: '300.0000' });
});

test('as of an earlier day only what was decided by then teaches', async () => {
  const april = { from: '2026-04-01' as Day, before: '2026-04-02' as Day };
  const { stages } = await stageWeights(company.asking, { period: april, where: undefined });
  expect(stages[0]).toMatchObject({ n: 60, won: 30, deals: 1 });
  const march = { from: '2026-03-10' as Day, before: '2026-03-11' as Day };
  expect((await stageWeights(company.asking, { period: march, where: undefined })).stages[0]).toMatchObject({
    n: 0,
    learnt: 0.4,
    deals: 65,
  });
});

test('a rep’s weights rest on the rep’s deals', async () => {
  const wang = company.as({ kind: 'some', people: ['wang'], teams: [] });
  const { stages, unweighted } = await stageWeights(wang.asking, { period, where: undefined });
  expect(stages.map(({ stage, deals, n }) => [stage.id, deals, n])).toEqual([['bare', 3, 0]]);
  expect(unweighted.deals).toBe(3);
});
