import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCompany, type Company } from '#testing/a-company.ts';
import { adviceFor } from './rep-advice.ts';
import { repLoads, repsQuestion } from './reps.ts';

const quarter = { kind: 'this', unit: 'quarter' } as const;

// Open deals: 安 10 × 100, 白 10 × 90, 陈 8 × 100, 丁 4 × 300, 俄 0; two of a leaver and one of nobody.
const open = (rep_id: string | null, count: number, amount: string, more = {}) =>
  Array.from({ length: count }, (_, index) => ({
    opportunity_id: `${rep_id} ${index}`,
    rep_id,
    created_rep_id: rep_id,
    amount,
    created_on: '2026-10-10',
    region_id: rep_id === '安' ? 'east' : 'west',
    ...more,
  }));

const outcomes = (rep_id: string, won: number, lost: number) =>
  Array.from({ length: won + lost }, (_, index) => ({
    opportunity_id: `${rep_id} done ${index}`,
    rep_id,
    status: index < won ? 'won' : 'lost',
    status_on: '2026-06-01',
    created_on: '2026-03-01',
    amount: '100',
    region_id: rep_id === '安' ? 'east' : 'west',
  }));

let company: Company;
beforeAll(async () => {
  company = await aCompany({
    rows: {
      person: [
        ...['安', '白', '陈', '丁', '俄'].map((id) => ({ id })),
        { id: '走', left_on: '2026-11-01' },
        { id: '将来', hired_on: '2026-12-01' },
        { id: '经理', is_rep: false },
      ],
      region: [
        { id: 'east', name: '华东' },
        { id: 'west', name: '西部' },
      ],
      team: [{ id: 'one', name: '一部' }],
      team_ancestor: [{ team_id: 'one', ancestor_id: 'one' }],
      assignment: ['安', '白', '丁'].map((person_id) => ({ person_id, team_id: 'one' })),
      stage: [
        { id: 's1', name: '初步' },
        { id: 's2', name: '报价', position: 2 },
      ],
      deal: [
        ...open('安', 10, '100'),
        ...open('白', 10, '90'),
        ...open('陈', 8, '100', { created_on: '2026-02-01' }),
        ...open('丁', 4, '300'),
        ...open('走', 2, '50'),
        ...open(null, 1, '70'),
        ...outcomes('安', 10, 10),
        ...outcomes('丁', 1, 29),
      ],
      stage_visit: outcomes('丁', 1, 29).map(({ opportunity_id, status }, index) => ({
        visit_id: opportunity_id,
        opportunity_id,
        stage_id: index < 10 ? 's1' : 's2',
        entered_on: '2026-05-01',
        left_on: '2026-06-01',
        ended_by: status,
        rep_id: '丁',
      })),
    },
  });
});
afterAll(() => company.close());

const loads = (more = {}, of = company) => repLoads(of.asking, repsQuestion.parse({ period: quarter, ...more }));

test('every rep in service is there, one without a deal with zero; who left or is to come is not', async () => {
  const { reps } = await loads();
  expect(reps.map(({ name, deals, amount }) => [name, deals, Number(amount)])).toEqual([
    ['安', 10, 1000],
    ['白', 10, 900],
    ['陈', 8, 800],
    ['丁', 4, 1200],
    ['俄', 0, 0],
  ]);
});

test('median and mean are over reps in service, the line is 60 % of the median', async () => {
  const { team } = await loads();
  expect(team?.deals).toEqual({ median: 8, mean: 6.4, line: 4.8 });
  expect(team?.amount).toEqual({ median: 900, mean: 780, line: 540 });
});

test('who is below the line is flagged, by count or by amount', async () => {
  const flagged = (await loads()).reps.filter((rep) => rep.isBelowDeals || rep.isBelowAmount);
  expect(flagged.map(({ name, isBelowDeals, isBelowAmount }) => [name, isBelowDeals, isBelowAmount])).toEqual([
    ['丁', true, false],
    ['俄', true, true],
  ]);
  const milder = await loads({ threshold: 0.5 }); // the line is 4: 丁 is on it, not below
  expect(milder.reps.filter((rep) => rep.isBelowDeals).map(({ name }) => name)).toEqual(['俄']);
});

test('reps and the others are all open deals of the tile', async () => {
  const { reps, others, total } = await loads();
  expect(others).toEqual({ deals: 3, amount: '170.0000' });
  expect(reps.reduce((sum, { deals }) => sum + deals, others.deals)).toBe(total.deals);
  expect(reps.reduce((sum, { amount }) => sum + Number(amount), 170)).toBe(Number(total.amount));
  expect([total.deals, total.amount]).toEqual([
    await company.measure('opportunities_open'),
    await company.measure('open_amount'),
  ]);
});

test('a scope and a filter by team leave the reps that they leave', async () => {
  const names = async (more: object, of?: Company) => (await loads(more, of)).reps.map(({ name }) => name);
  const scoped = company.as({ kind: 'some', people: ['陈'], teams: [{ id: 'one', below: true }] });
  expect(await names({}, scoped)).toEqual(['安', '白', '陈', '丁']);
  expect(await names({ where: [{ field: 'team', op: 'in', values: ['一部'] }] })).toEqual(['安', '白', '丁']);
  expect((await loads({}, scoped)).others).toEqual({ deals: 0, amount: '0.0000' });
});

test('with two reps there is no team to be below', async () => {
  const { team, reps } = await loads({}, company.as({ kind: 'some', people: ['安', '俄'], teams: [] }));
  expect(team).toBeNull();
  expect(reps.map(({ name, isBelowDeals, advice }) => [name, isBelowDeals, advice])).toEqual([
    ['安', false, []],
    ['俄', false, []],
  ]);
});

test('a filter by region compares those who sell there', async () => {
  const { reps, team } = await loads({ where: [{ field: 'region', op: 'in', values: ['西部'] }] });
  expect(reps.map(({ name }) => name)).toEqual(['白', '陈', '丁']);
  expect(team?.deals.median).toBe(8);
});

test('few new deals ask for leads, a low win rate that rests on enough for training', async () => {
  const { reps } = await loads();
  const of = (name: string) => reps.find((rep) => rep.name === name);
  expect(of('俄')?.advice).toEqual([{ action: 'leads', because: 'few_created' }]);
  expect(of('丁')).toMatchObject({
    won: 1,
    lost: 29,
    advice: [{ action: 'training', because: 'low_win_rate' }],
    lostStage: { name: '报价', deals: 20, of: 29 },
  });
  expect(of('安')?.advice).toEqual([]);
});

const usual = { created: 10, leads: 20, winRate: 0.3 };
const rep = { daysInService: 900, created: 10, leads: 20, won: 6, lost: 14, isBelowDeals: true };

test('advice follows from the figures and says which', () => {
  const because = (more: Partial<typeof rep>) => adviceFor({ ...rep, ...more }, usual, 0.6).map((each) => each.because);
  expect(because({})).toEqual(['none']);
  expect(because({ daysInService: 89, created: 0 })).toEqual(['new_hire']);
  expect(because({ created: 5 })).toEqual(['few_created']);
  expect(because({ leads: 11 })).toEqual(['few_leads']);
  expect(because({ created: 5, won: 1, lost: 59 })).toEqual(['few_created', 'low_win_rate']);
  expect(because({ isBelowDeals: false })).toEqual(['small_deals']);
});

test('a win rate on few outcomes asks for nothing', () => {
  expect(adviceFor({ ...rep, won: 0, lost: 19 }, usual, 0.6)).toEqual([{ action: 'observe', because: 'none' }]);
  expect(adviceFor({ ...rep, won: 0, lost: 20 }, usual, 0.6)).toEqual([
    { action: 'training', because: 'low_win_rate' },
  ]);
});
