import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Day } from '#shared/day.ts';
import { aCompany, type Company } from '#testing/a-company.ts';
import type { PlainRow } from '#testing/test-replica.ts';
import { type WaterfallQuestion, waterfall } from './waterfall.ts';
import { waterfallDeals } from './waterfall-deals.ts';
import type { WaterfallRow } from './waterfall-sql.ts';

const week = { from: '2026-11-16' as Day, before: '2026-11-21' as Day };
const quarter = { kind: 'this', unit: 'quarter' } as const;

/** A deal of 李 as it was since long, and what it became on Wednesday. */
function deal(id: string, before: PlainRow | null, after: PlainRow | null = null): PlainRow[] {
  const wednesday = '2026-11-18';
  const fixed = { opportunity_id: id, name: `商机${id}`, rep_id: 'li', amount: '100', expected_close_on: '2026-12-15' };
  const first = { ...fixed, created_on: '2026-09-01', from_on: '2026-09-01', ...before };
  const born = { ...fixed, created_on: wednesday };
  const then = after && { ...(before ? first : born), from_on: wednesday, ...after };
  return [...(before ? [{ ...first, ...(then ? { before_on: wednesday } : {}) }] : []), ...(then ? [then] : [])];
}

const won = { status: 'won', status_on: '2026-11-18' };
const lost = { status: 'lost', status_on: '2026-11-18' };

let company: Company;
beforeAll(async () => {
  company = await aCompany({
    rows: {
      person: [
        { id: 'li', name: '李' },
        { id: 'wang', name: '王' },
      ],
      deal: [
        ...deal('stays', {}),
        ...deal('new', null, { amount: '7' }),
        ...deal('new and won', null, { amount: '5', ...won }),
        ...deal('pulled in', { expected_close_on: '2027-02-01' }, { expected_close_on: '2026-12-20', amount: '90' }),
        ...deal('pushed out', {}, { expected_close_on: '2027-01-10', amount: '400' }),
        ...deal(
          'reopened',
          { status: 'lost', status_on: '2026-09-20' },
          { status: 'open', status_on: '2026-11-18', amount: '30' },
        ),
        ...deal('increased', {}, { amount: '150' }),
        ...deal('decreased', {}, { amount: '60' }),
        ...deal('won for more', {}, { amount: '120', ...won }),
        ...deal('lost', {}, lost),
        ...deal('not real', {}, { status: 'disqualified', status_on: '2026-11-18' }),
        ...deal('handed over', {}, { rep_id: 'wang' }),
        ...deal('taken over', { rep_id: 'wang' }, { rep_id: 'li', amount: '80' }),
        ...deal('next year', { expected_close_on: '2027-02-01' }),
        ...deal('won early', { expected_close_on: '2027-02-01' }, won),
        ...deal('lost from next year', { expected_close_on: '2027-02-01' }, lost),
      ],
    },
  });
});
afterAll(() => company.close());

async function steps(question: WaterfallQuestion, of: Company = company) {
  const { start, steps: found, end, residual } = await waterfall(of.asking, question);
  const told = [{ step: 'start', ...start }, ...found.filter(({ deals }) => deals > 0), { step: 'end', ...end }];
  expect(residual).toEqual({ amount: '0.0000', deals: 0 });
  return Object.fromEntries(told.map(({ step, amount, deals }) => [step, `${Number(amount)} in ${deals}`]));
}

test('every open deal is walked from Monday morning to now', async () => {
  expect(await steps({ between: week })).toEqual({
    start: '1300 in 13', // all that stood but the lost one, 100 each
    new: '12 in 2', // 7, and the 5 that was won at once
    reopened: '30 in 1',
    increased: '370 in 3', // +50, +20 on the way to being won, +300 although pushed
    decreased: '-70 in 3', // −40, −10 and −20 of the one taken over
    won: '-225 in 3', // 120 + 5 + 100
    lost: '-200 in 2',
    disqualified: '-100 in 1',
    end: '1117 in 10',
  });
});

test('of deals closing this quarter, moves of the expected close count too', async () => {
  expect(await steps({ between: week, closing: quarter })).toEqual({
    start: '900 in 9',
    new: '12 in 2',
    pulled_in: '190 in 2', // 90, and the 100 that was won before its quarter
    reopened: '30 in 1',
    increased: '70 in 2',
    decreased: '-60 in 2',
    won: '-225 in 3',
    lost: '-100 in 1',
    disqualified: '-100 in 1',
    pushed_out: '-100 in 1', // with what it was worth when it stood in the quarter
    end: '617 in 8',
  });
});

test('a change of owner is a transfer to whoever sees only one of them', async () => {
  const li = company.as({ kind: 'some', people: ['li'], teams: [] });
  const seen = await steps({ between: week }, li);
  expect(seen).toMatchObject({ start: '1200 in 12', transferred_in: '80 in 1', transferred_out: '-100 in 1' });
  const wang = company.as({ kind: 'some', people: ['wang'], teams: [] });
  expect(await steps({ between: week }, wang)).toEqual({
    start: '100 in 1',
    transferred_in: '100 in 1',
    transferred_out: '-100 in 1',
    end: '100 in 1',
  });
});

test('a filter by rep shows the same transfers as a scope', async () => {
  const where = [{ field: 'rep', op: 'in' as const, values: ['王'] }];
  expect(await steps({ between: week, where })).toMatchObject({ start: '100 in 1', transferred_out: '-100 in 1' });
});

test('won is what the tile of won deals says, and the levels are its open amounts', async () => {
  const { start, steps: found, end } = await waterfall(company.asking, { between: week });
  const won = found.find(({ step }) => step === 'won');
  expect(won?.amount).toBe(`-${await company.measure('won_amount', { period: week })}`);
  expect(end.amount).toBe(await company.measure('open_amount', { period: week }));
  expect(start.amount).toBe(await company.measure('open_amount', { asOf: '2026-11-15' as Day }));
});

test('without dates it begins on the Monday before today', async () => {
  expect((await waterfall(company.asking, {})).between).toEqual(week);
  const monday = company.at('2026-11-16T09:00+08:00');
  expect((await waterfall(monday.asking, {})).between).toEqual({ from: '2026-11-09', before: '2026-11-17' });
});

test('what happened later is not known on an earlier day', async () => {
  const tuesday = company.at('2026-11-17T18:00+08:00');
  expect(await steps({ between: week }, tuesday)).toEqual({ start: '1300 in 13', end: '1300 in 13' });
});

test('days to come cannot be asked', async () => {
  const between = { from: '2026-11-21' as Day, before: '2026-11-22' as Day };
  await expect(waterfall(company.asking, { between })).rejects.toThrow('not after today');
});

test('the deals behind a step add up to it, largest first, with what they were', async () => {
  const behind = (rows: WaterfallRow[]) =>
    waterfallDeals(company.asking, { between: week, closing: quarter, steps: rows });
  expect(await behind(['pushed_out'])).toMatchObject({ total: 1, sum: '-100.0000', next: null });
  const { deals, sum } = await behind(['pulled_in', 'increased']);
  expect(sum).toBe('260.0000');
  expect(deals.map(({ id, value }) => `${id} ${Number(value)}`)).toEqual([
    'won early 100',
    'pulled in 90',
    'increased 50',
    'won for more 20',
  ]);
  expect(deals[1]).toMatchObject({
    name: '商机pulled in',
    rep: '李',
    amountBefore: '100.0000',
    closeBefore: '2027-02-01',
    closeAfter: '2026-12-20',
  });
});

test('a long list comes in pages that say where the next begins', async () => {
  const page = (offset: number) =>
    waterfallDeals(company.asking, { between: week, steps: ['start'], limit: 10, offset });
  const [first, second] = [await page(0), await page(10)];
  expect([first.next, second.next, first.total, second.deals.length]).toEqual([10, null, 13, 3]);
  expect(new Set([...first.deals, ...second.deals].map(({ id }) => id)).size).toBe(13);
});
