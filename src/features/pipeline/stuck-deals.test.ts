import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, type Day } from '#shared/day.ts';
import { aCompany, type Company, type CompanyRows } from '#testing/a-company.ts';
import type { PlainRow } from '#testing/test-replica.ts';
import { stuckBacktest } from './stuck-backtest.ts';
import { stuckDeals } from './stuck-deals.ts';
import { type StuckDealsInput, stuckQuestion } from './stuck-question.ts';

// It is Friday 2026-11-20. Of 20 deals won in 谈判, 16 stayed 10 days and 4 stayed 30: the line is 10 days.
const won = Array.from({ length: 20 }, (_, index) => ({
  id: `won ${index}`,
  entered: addDays('2026-08-01' as Day, -(index < 16 ? 10 : 30)),
}));

const yard: CompanyRows = {
  person: [
    { id: 'li', name: '李' },
    { id: 'wang', name: '王' },
  ],
  customer: [{ id: 'c', name: '明阔电子' }],
  stage: [
    { id: 'talk', name: '谈判', position: 1 },
    { id: 'quote', name: '报价', position: 2, dwell_limit_days: 45 },
    { id: 'lost', name: '输单', position: 9, kind: 'lost' },
  ],
  deal: won.map(({ id }) => ({
    opportunity_id: id,
    status: 'won',
    status_on: '2026-08-01',
    from_on: '2026-08-01',
    created_on: '2026-06-01',
    rep_id: 'wang',
  })),
  stage_visit: won.map(({ id, entered }) => ({
    visit_id: id,
    opportunity_id: id,
    stage_id: 'talk',
    entered_on: entered,
    left_on: '2026-08-01',
    ended_by: 'won',
    rep_id: 'wang',
  })),
};

/** An open deal in 谈判 for 5 days that somebody called the customer about yesterday. */
function open(id: string, more: PlainRow = {}): PlainRow {
  return {
    opportunity_id: id,
    name: `商机${id}`,
    from_on: '2026-11-15',
    created_on: '2026-10-01',
    stage_id: 'talk',
    stage_on: '2026-11-15',
    amount: '100',
    rep_id: 'li',
    expected_close_on: '2026-12-31',
    ...more,
  };
}

const called = (id: string, on = '2026-11-19') => ({ interaction_id: `call ${id}`, opportunity_id: id, on_day: on });

const deals = [
  open('fine', { amount: '9000' }),
  open('on the line', { stage_on: '2026-11-10', amount: '800' }),
  open('over', { stage_on: '2026-11-09', amount: '700' }),
  open('quiet', { amount: '600' }),
  open('overdue', { expected_close_on: '2026-11-19', amount: '500' }),
  open('due today', { expected_close_on: '2026-11-20', amount: '450' }),
  open('pushed', { push_count: 3, amount: '400' }),
  open('all', {
    stage_on: '2026-10-01',
    expected_close_on: '2026-11-01',
    push_count: 4,
    amount: '300',
    rep_id: 'wang',
  }),
  open('no amount', { push_count: 3, amount: null }),
];

let company: Company;
beforeAll(async () => {
  company = await aCompany({
    rows: {
      ...yard,
      deal: [...(yard.deal ?? []), ...deals],
      interaction_fact: deals
        .map(({ opportunity_id: id }) => String(id))
        .filter((id) => id !== 'quiet' && id !== 'all')
        .map((id) => called(id))
        .concat(called('quiet', '2026-11-06')),
    },
  });
});
afterAll(() => company.close());

const stuck = (more: StuckDealsInput = {}, of: Company = company) => stuckDeals(of.asking, stuckQuestion.parse(more));

test('each rule fires on the day it says and not a day earlier', async () => {
  const { deals: found } = await stuck();
  expect(Object.fromEntries(found.map(({ id, rules }) => [id, rules.join(' ')]))).toEqual({
    over: 'over_stay', // 11 days, the line is 10
    quiet: 'silent', // called on Friday two weeks ago: 10 workdays
    overdue: 'overdue',
    pushed: 'pushed',
    all: 'over_stay silent overdue pushed',
    'no amount': 'pushed',
  });
});

test('a stuck deal shows the figures that the rules compare', async () => {
  const { deals: found } = await stuck();
  expect(found.find(({ id }) => id === 'over')).toMatchObject({
    name: '商机over',
    rep: '李',
    stage: '谈判',
    amount: '700.0000',
    ageDays: 11,
    lineDays: 10,
    quietWorkdays: 1,
    overdueDays: null,
    pushes: 0,
  });
  expect(found.find(({ id }) => id === 'all')).toMatchObject({ ageDays: 50, overdueDays: 19, pushes: 4 });
});

test('the total counts a deal once, the rules every time one fires', async () => {
  const { open: all, stuck: total, byRule, byStage } = await stuck();
  expect(all).toEqual({ deals: 9, amount: '12750.0000' });
  expect(total).toEqual({ deals: 6, amount: '2500.0000' });
  expect(byRule).toEqual([
    { rule: 'over_stay', deals: 2, amount: '1000.0000' },
    { rule: 'silent', deals: 2, amount: '900.0000' },
    { rule: 'overdue', deals: 2, amount: '800.0000' },
    { rule: 'pushed', deals: 3, amount: '700.0000' },
  ]);
  expect(byStage).toEqual([{ stageId: 'talk', stage: '谈判', deals: 6, amount: '2500.0000' }]);
});

test('the list adds up to the total, page by page, largest first, unknown amounts last', async () => {
  const pages = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Awaited<ReturnType<typeof stuck>> = await stuck({ limit: 2, ...(cursor ? { cursor } : {}) });
    pages.push(page.deals.map(({ id }) => id));
    expect(page.listed).toEqual({ deals: 6, amount: '2500.0000' });
    cursor = page.next;
  }
  expect(pages).toEqual([
    ['over', 'quiet'],
    ['overdue', 'pushed'],
    ['all', 'no amount'],
  ]);
});

test('open deals are those of the tile', async () => {
  const { open: all } = await stuck();
  expect([all.deals, all.amount]).toEqual([
    await company.measure('opportunities_open'),
    await company.measure('open_amount'),
  ]);
});

test('a list by rule or stage says what it adds up to', async () => {
  expect(await stuck({ rule: 'pushed' })).toMatchObject({
    listed: { deals: 3, amount: '700.0000' },
    topTen: '2500.0000', // of all stuck deals, whatever is listed
  });
  expect(await stuck({ stage: 'quote' })).toMatchObject({ listed: { deals: 0 }, deals: [] });
});

test('who sees less is shown less, by the same line', async () => {
  const wang = company.as({ kind: 'some', people: ['wang'], teams: [] });
  const { stuck: total, deals: found, lines } = await stuck({}, wang);
  expect([total.deals, found.map(({ id }) => id)]).toEqual([1, ['all']]);
  expect(lines[0]).toMatchObject({ days: 10, n: 20, basis: 'stage' });
  const li = company.as({ kind: 'some', people: ['li'], teams: [] });
  expect((await stuck({}, li)).lines[0]).toMatchObject({ days: 10, n: 20 });
});

test('filters narrow the list and leave the lines alone', async () => {
  const { stuck: total, lines } = await stuck({ where: [{ field: 'rep', op: 'in', values: ['王'] }] });
  expect([total.deals, lines[0]?.days]).toEqual([1, 10]);
});

test('the admin’s numbers replace ours', async () => {
  const ids = async (rules: StuckDealsInput['rules']) => (await stuck({ rules })).deals.map(({ id }) => id);
  expect(await ids({ share: 0.95 })).not.toContain('over'); // the line is 30 days then
  expect(await ids({ quietWorkdays: 11 })).not.toContain('quiet');
  expect(await ids({ pushes: 4 })).not.toContain('pushed');
});

test('a stage with few wins takes the line of its pipeline, a pipeline with few the admin’s days', async () => {
  const { lines } = await stuck();
  expect(lines.find(({ stageId }) => stageId === 'quote')).toMatchObject({ days: 10, n: 20, basis: 'pipeline' });
  const { lines: bare } = await stuck({ rules: { minWon: 21 } });
  expect(bare.map(({ days, basis }) => [days, basis])).toEqual([
    [null, 'none'],
    [45, 'configured'],
  ]);
});

test('where nobody records contacts, silence says nothing', async () => {
  const silent = await aCompany({
    rows: { ...yard, deal: [...(yard.deal ?? []), open('quiet'), open('old', { created_on: '2025-01-01' })] },
  });
  expect(await stuck({}, silent)).toMatchObject({ knowsContacts: false, stuck: { deals: 0 } });
  await silent.close();
});

test('a call to the customer about nothing in particular ends the silence, one about another deal does not', async () => {
  const customer = { customer_id: 'c' };
  const other = await aCompany({
    rows: {
      ...yard,
      deal: [...(yard.deal ?? []), open('a', customer), open('b', { customer_id: 'd' })],
      interaction_fact: [
        { interaction_id: '1', customer_id: 'c', on_day: '2026-11-18' },
        { interaction_id: '2', customer_id: 'd', opportunity_id: 'x', on_day: '2026-11-18' },
      ],
    },
  });
  expect((await stuck({}, other)).deals.map(({ id, rules }) => [id, rules])).toEqual([['b', ['silent']]]);
  await other.close();
});

test('deals without a stage history have no age to be too old', async () => {
  const bare = await aCompany({
    rows: {
      ...yard,
      deal: [...(yard.deal ?? []), open('a', { stage_on: '2026-01-01', has_stage_history: false, push_count: 3 })],
    },
  });
  expect((await stuck({}, bare)).deals).toMatchObject([{ id: 'a', ageDays: null, rules: ['pushed'] }]);
  await bare.close();
});

test('a deal reopened last week has been in its stage since then, and has had its attention', async () => {
  const back = open('back', { stage_on: '2026-03-01', created_on: '2026-01-01', status_on: '2026-11-13' });
  const reopened = await aCompany({
    rows: { ...yard, deal: [...(yard.deal ?? []), back], interaction_fact: [called('x')] },
  });
  expect((await stuck({}, reopened)).stuck.deals).toBe(0);
  const later = reopened.at('2026-11-27T15:40+08:00');
  expect((await stuck({}, later)).deals).toMatchObject([
    { ageDays: 14, quietWorkdays: 10, rules: ['over_stay', 'silent'] },
  ]);
  await reopened.close();
});

test('the cause is a recorded rival, or what cuts, silence and lost deals of the stage make suspect', async () => {
  const lost = Array.from({ length: 20 }, (_, index) => `lost ${index}`);
  const causes = await aCompany({
    rows: {
      ...yard,
      deal: [
        ...(yard.deal ?? []),
        ...lost.map((id, index) => ({
          opportunity_id: id,
          status: 'lost',
          status_on: '2026-09-01',
          from_on: '2026-09-01',
          created_on: '2026-06-01',
          lost_reason: index < 8 ? '合同条款' : null,
          stage_id: 'lost',
        })),
        open('cut', { from_on: '2026-11-01', before_on: '2026-11-05', amount: '100' }),
        open('cut', { from_on: '2026-11-05', before_on: '2026-11-09', amount: '95' }),
        open('cut', { from_on: '2026-11-09', amount: '90', push_count: 3, competitor: '甲' }),
        open('rival', { push_count: 3, amount: '80', competitor: '甲' }),
        open('silent', { push_count: 3, amount: '70' }),
        open('like the lost', { push_count: 3, amount: '60' }),
        open('elsewhere', { push_count: 3, amount: '50', stage_id: 'quote' }),
      ],
      stage_visit: [
        ...(yard.stage_visit ?? []),
        ...lost.map((id) => ({
          visit_id: id,
          opportunity_id: id,
          stage_id: 'talk',
          entered_on: '2026-08-01',
          left_on: '2026-09-01',
          ended_by: 'lost',
        })),
      ],
      interaction_fact: ['cut', 'rival', 'like the lost', 'elsewhere'].map((id) => called(id)),
    },
  });
  const { deals: found, byCause } = await stuck({}, causes);
  expect(found.map(({ id, cause, basis }) => [id, cause, basis])).toEqual([
    ['cut', 'price', 'cuts'],
    ['rival', 'competitor', 'recorded'],
    ['silent', 'silence', 'silence'],
    ['like the lost', 'terms', 'similar'],
    ['elsewhere', 'unknown', 'none'],
  ]);
  expect(found[0]?.evidence).toMatchObject({ cuts: 2, competitor: '甲' });
  expect(found[0]?.evidence.cutShare).toBeCloseTo(0.1, 12);
  expect(found[3]?.evidence.similar).toEqual({ reason: '合同条款', hits: 8, of: 20 });
  expect(byCause.find(({ cause }) => cause === 'price')).toEqual({ cause: 'price', deals: 1, amount: '90.0000' });
  await causes.close();
});

test('the back-test judges with what was known then and counts what happened since', async () => {
  // 2026-08-21 is 13 weeks before. `quiet` was called again later, `overdue` moved its date later: no hindsight helps them.
  const then = (id: string, more: PlainRow, fate: PlainRow) => [
    open(id, { from_on: '2026-08-01', before_on: '2026-09-10', stage_on: '2026-08-18', ...more }),
    open(id, { from_on: '2026-09-10', stage_on: '2026-08-18', ...more, ...fate }),
  ];
  const lost = { status: 'lost', status_on: '2026-09-10' };
  const wonLater = { status: 'won', status_on: '2026-09-10' };
  const past = await aCompany({
    rows: {
      ...yard,
      deal: [
        ...(yard.deal ?? []),
        ...then('over', { stage_on: '2026-08-01' }, lost),
        ...then('quiet', { created_on: '2026-07-01' }, lost),
        ...then('overdue', { expected_close_on: '2026-08-15' }, { expected_close_on: '2026-12-31' }),
        ...then('fine', {}, wonLater),
        ...then('fine too', {}, lost),
        ...then('pushed later', {}, { ...wonLater, push_count: 3 }),
        open('new', { from_on: '2026-09-01', created_on: '2026-09-01', push_count: 5 }),
      ],
      interaction_fact: [
        ...['over', 'overdue', 'fine', 'fine too', 'pushed later'].map((id) => called(id, '2026-08-20')),
        called('quiet', '2026-08-25'),
      ],
    },
  });
  const test = await stuckBacktest(past.asking, stuckQuestion.parse({}));
  expect(test).toMatchObject({
    judgedOn: '2026-08-21',
    seenOn: '2026-11-20',
    flagged: { deals: 3, won: 0, lost: 2, open: 1, lostRate: 1 },
    unflagged: { deals: 3, won: 2, lost: 1, open: 0 },
  });
  expect(test.unflagged.lostRate).toBeCloseTo(1 / 3, 12);
  expect(test.byRule.map(({ rule, deals, lost: n }) => [rule, deals, n])).toEqual([
    ['over_stay', 1, 1],
    ['silent', 1, 1],
    ['overdue', 1, 0],
    ['pushed', 0, 0],
  ]);
  await past.close();
});

test('the base rate of the back-test is that of the same stages', async () => {
  // Flagged: two lost in 谈判, one won in 报价. Unflagged: 谈判 1 lost of 2, 报价 0 lost of 1, so (2 × 1/2 + 1 × 0) ÷ 3.
  const past = (id: string, stage_id: string, status: string, more: PlainRow = {}) => [
    open(id, { from_on: '2026-08-01', before_on: '2026-09-10', stage_id, stage_on: '2026-08-18', ...more }),
    open(id, { from_on: '2026-09-10', stage_id, status, status_on: '2026-09-10', ...more }),
  ];
  const pushed = { push_count: 3 };
  const stages = await aCompany({
    rows: {
      ...yard,
      deal: [
        ...past('a', 'talk', 'lost', pushed),
        ...past('b', 'talk', 'lost', pushed),
        ...past('c', 'quote', 'won', pushed),
        ...past('d', 'talk', 'lost'),
        ...past('e', 'talk', 'won'),
        ...past('f', 'quote', 'won'),
      ],
    },
  });
  const { sameStageLostRate } = await stuckBacktest(stages.asking, stuckQuestion.parse({}));
  expect(sameStageLostRate).toBeCloseTo(1 / 3, 12);
  await stages.close();
});

test('a cursor that is not ours is told so', async () => {
  await expect(stuck({ cursor: 'x' })).rejects.toThrow('cursor');
});
