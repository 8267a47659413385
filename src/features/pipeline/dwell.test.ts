import { expect, test } from 'vitest';
import { aCompany, type Company, type CompanyRows } from '#testing/a-company.ts';
import { type DwellAnswer, dwell, dwellQuestion } from './dwell.ts';

const year = { from: '2026-01-01', before: '2027-01-01' };

async function dwellOf(company: Company, more: object = {}): Promise<DwellAnswer> {
  return dwell(company.asking, dwellQuestion.parse({ period: year, months: 12, ...more }));
}
const stageOf = (answer: DwellAnswer, id: string) => answer.stages.find(({ stage }) => stage?.id === id);

const stages = [
  { id: 'first', name: '初步接洽', position: 1 },
  { id: 'talk', name: '商务谈判', position: 2 },
];

type Stayed = readonly [id: string, stage: string, from: string, left?: string | undefined, more?: object];

function stays(...list: readonly Stayed[]): CompanyRows {
  return {
    stage: stages,
    stage_visit: list.map(([id, stage, from, left, more], index) => ({
      visit_id: `${id} ${index}`,
      opportunity_id: id,
      stage_id: stage,
      entered_on: from,
      left_on: left ?? null,
      rep_id: 'li',
      ...more,
    })),
  };
}

/** The oracle of METRICS §7 in one stage, seen on 2026-11-20: six deals left, four still sit there. */
const oracle = stays(
  ...[2, 3, 4, 5, 6, 21].map(
    (days): Stayed => [`left ${days}`, 'talk', '2026-03-01', `2026-03-${String(1 + days).padStart(2, '0')}`],
  ),
  ['open 9', 'talk', '2026-11-11'],
  ['open 14', 'talk', '2026-11-06'],
  ['open 20', 'talk', '2026-10-31'],
  ['open 30', 'talk', '2026-10-21'],
);

test('open visits are counted as long as they are known to have lasted: median 6, not 4.5 of the finished ones', async () => {
  const answer = await dwellOf(await aCompany({ rows: oracle }));
  expect(stageOf(answer, 'talk')?.dwell).toMatchObject({ n: 10, open: 4, median: 6, p75: 21, p90: null });
});

test('a visit that ended after the period was still open then', async () => {
  const rows = stays(['a', 'talk', '2026-01-10', '2026-02-20'], ['b', 'talk', '2026-01-20', '2026-01-25']);
  const january = { from: '2026-01-01', before: '2026-02-01' };
  const answer = await dwellOf(await aCompany({ rows }), { period: january });
  expect(stageOf(answer, 'talk')?.dwell).toMatchObject({ n: 2, open: 1, median: 5 });
});

test('the first stage counts although a deal is created there without entering it', async () => {
  const rows = stays(['a', 'first', '2026-02-01', '2026-02-11'], ['a', 'talk', '2026-02-11']);
  expect(stageOf(await dwellOf(await aCompany({ rows })), 'first')?.dwell).toMatchObject({ n: 1, median: 10 });
});

test('a deal that goes back begins a second visit: two stays of 5 days are not one of 30', async () => {
  const rows = stays(
    ['a', 'first', '2026-02-01', '2026-02-06'],
    ['a', 'talk', '2026-02-06', '2026-02-26'],
    ['a', 'first', '2026-02-26', '2026-03-03', { is_first: false }],
  );
  const answer = await dwellOf(await aCompany({ rows }));
  expect(stageOf(answer, 'first')?.dwell).toMatchObject({ n: 2, open: 0, median: 5 });
  expect(stageOf(answer, 'talk')?.dwell).toMatchObject({ n: 1, median: 20 });
});

test('in workdays a week over the National Day holidays lasts a day', async () => {
  // 30 September to 8 October 2026: seven days of holiday in between.
  const rows = stays(['a', 'talk', '2026-09-30', '2026-10-08']);
  const company = await aCompany({ rows });
  expect(stageOf(await dwellOf(company), 'talk')?.dwell?.median).toBe(8);
  expect(stageOf(await dwellOf(company, { unit: 'workdays' }), 'talk')?.dwell?.median).toBe(1);
});

const li = { rep_id: 'li' };
const open = [
  { opportunity_id: 'a', stage_id: 'talk', stage_on: '2026-11-10', status_on: '2026-10-01', amount: '300', ...li },
  { opportunity_id: 'b', stage_id: 'talk', stage_on: '2026-11-18', status_on: '2026-10-01', amount: null, ...li },
  {
    opportunity_id: 'c',
    stage_id: 'first',
    stage_on: '2026-01-01',
    status_on: '2026-11-19',
    amount: '50',
    rep_id: 'wang',
  },
  { opportunity_id: 'd', stage_id: null, amount: '7', rep_id: 'wang' },
  { opportunity_id: 'e', stage_id: 'talk', amount: '1000', status: 'won', status_on: '2026-11-01', ...li },
];

test('what stands in the stages adds up to the tiles, deals without a stage included', async () => {
  const company = await aCompany({ rows: { stage: stages, deal: open } });
  const { stages: rows } = await dwellOf(company);
  expect(rows.map(({ stage, standing }) => [stage?.name ?? null, standing.count, standing.amount])).toEqual([
    ['初步接洽', 1, '50.0000'],
    ['商务谈判', 2, '300.0000'],
    [null, 1, '7.0000'],
  ]);
  expect(await company.measure('opportunities_open')).toBe(4);
  expect(await company.measure('open_amount')).toBe('357.0000');
});

test('a deal has been where it is since it came there, a reopened one since then', async () => {
  const answer = await dwellOf(await aCompany({ rows: { stage: stages, deal: open } }));
  expect(stageOf(answer, 'talk')?.standing.age).toEqual({ n: 2, p25: 4, p50: 6, p75: 8 });
  expect(stageOf(answer, 'first')?.standing.age?.p50).toBe(1);
});

test('a rep sees neither the deals nor the stays of colleagues', async () => {
  const rows = { ...oracle, deal: open };
  const company = (await aCompany({ rows })).as({ kind: 'some', people: ['wang'], teams: [] });
  const answer = await dwellOf(company);
  expect(answer.stages.map(({ standing, dwell: stay }) => [standing.count, stay])).toEqual([
    [1, null],
    [0, null],
    [1, null],
  ]);
});

test('without stage history nothing is invented: the answer says how many deals it leaves out', async () => {
  const deal = open.map((row) => ({ ...row, has_stage_history: false }));
  const rows = { ...stays(['a', 'talk', '2026-11-10', undefined, { has_stage_history: false }]), deal };
  const answer = await dwellOf(await aCompany({ rows }));
  expect(answer.withoutHistory).toEqual({ deals: 5, of: 5 });
  expect(answer.stages.map(({ dwell: stay, standing }) => [stay, standing.age])).toEqual([
    [null, null],
    [null, null],
    [null, null],
  ]);
});

const days = (count: number, id: string, length: number, month: string) =>
  Array.from({ length: count }, (_, index): Stayed => {
    const left = `${month}-${String(1 + length + (index % 3)).padStart(2, '0')}`;
    return [`${id} ${index}`, id, `${month}-01`, left];
  });

test('the stage that slowed down most against the year before is named, when it is beyond chance', async () => {
  const rows = stays(
    ...days(30, 'first', 5, '2025-05'),
    ...days(30, 'first', 5, '2026-05'),
    ...days(30, 'talk', 10, '2025-05'),
    ...days(30, 'talk', 17, '2026-05'),
  );
  const answer = await dwellOf(await aCompany({ rows }));
  expect(stageOf(answer, 'talk')).toMatchObject({ dwell: { n: 30, median: 18 }, base: { n: 30, median: 11 } });
  expect(answer.slowed).toEqual({ stageId: 'talk', days: 7 });
});

test('nineteen stays are too few to call a stage slower', async () => {
  const rows = stays(...days(30, 'talk', 10, '2025-05'), ...days(19, 'talk', 17, '2026-05'));
  expect((await dwellOf(await aCompany({ rows }))).slowed).toBeNull();
});

test('the year before is seen at the same age: what lasted beyond that day was open then', async () => {
  const rows = stays(
    ['a', 'talk', '2025-11-18', '2026-03-01'],
    ['b', 'talk', '2025-11-10', '2025-11-13'],
    ['c', 'talk', '2026-03-01', '2026-03-02'],
  );
  const answer = await dwellOf(await aCompany({ rows }));
  expect(answer.base).toEqual({ from: '2024-11-21', before: '2025-11-21' });
  expect(stageOf(answer, 'talk')?.base).toMatchObject({ n: 2, open: 1 });
});

test('deals of one pipeline, and of one size', async () => {
  const visits = Array.from({ length: 30 }, (_, index) => ({
    visit_id: `v${index}`,
    opportunity_id: `v${index}`,
    stage_id: 'talk',
    entered_on: '2026-05-01',
    left_on: index < 10 ? '2026-05-04' : '2026-05-11',
    amount: String(1000 * (1 + Math.floor(index / 10))),
    pipeline_id: index % 2 === 0 ? 'sales' : 'partner',
  }));
  const company = await aCompany({ rows: { stage: stages, stage_visit: visits } });
  const small = await dwellOf(company, { sizeBand: 'small' });
  expect(small.bands?.medium).toEqual({ from: 1700, before: 2300 });
  expect(stageOf(small, 'talk')?.dwell).toMatchObject({ n: 10, median: 3 });
  expect(stageOf(await dwellOf(company, { pipeline: 'partner' }), 'talk')?.dwell?.n).toBe(15);
});

test('a quarter is looked at over six months, a year whole, and more than a year without the year before', async () => {
  const company = await aCompany({ rows: oracle });
  const quarter = { from: '2026-10-01', before: '2027-01-01' };
  const windowOf = async (period: object) => {
    const { window, base } = await dwell(company.asking, dwellQuestion.parse({ period }));
    return [window.from, base?.from ?? null];
  };
  expect(await windowOf(quarter)).toEqual(['2026-05-21', '2025-05-21']);
  expect(await windowOf(year)).toEqual(['2026-01-01', '2025-01-01']);
  expect(await windowOf({ from: '2025-01-01', before: '2027-01-01' })).toEqual(['2025-01-01', null]);
});
