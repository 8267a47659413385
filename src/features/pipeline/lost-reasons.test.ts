import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCompany, type Company } from '#testing/a-company.ts';
import { type LostPart, lostReasons } from './lost-reasons.ts';

const year = { kind: 'this', unit: 'year' } as const;

type Lost = Readonly<{
  reason: string | null;
  stage: string | null;
  competitor?: string;
  amount: string;
  rep?: string;
}>;

const lost = (id: string, { reason, stage, competitor, amount, rep = 'li' }: Lost) => ({
  deal: {
    opportunity_id: id,
    status: 'lost',
    status_on: '2026-06-10',
    created_on: '2026-03-01',
    stage_id: 'lost',
    lost_reason: reason,
    competitor: competitor ?? null,
    amount,
    rep_id: rep,
  },
  visits: stage
    ? [
        {
          visit_id: `${id} 1`,
          opportunity_id: id,
          stage_id: 's1',
          entered_on: '2026-03-01',
          left_on: '2026-04-01',
          ended_by: 'stage',
        },
        {
          visit_id: `${id} 2`,
          opportunity_id: id,
          stage_id: stage,
          entered_on: '2026-04-01',
          left_on: '2026-06-10',
          ended_by: 'lost',
        },
      ]
    : [],
});

let company: Company;
beforeAll(async () => {
  const deals = [
    ...Array.from({ length: 12 }, (_, index) =>
      lost(`p${index}`, { reason: '价格', stage: 's2', competitor: '甲', amount: '100' }),
    ),
    ...Array.from({ length: 10 }, (_, index) =>
      lost(`r${index}`, { reason: '竞品', stage: 's1', competitor: '甲', amount: '200' }),
    ),
    ...Array.from({ length: 8 }, (_, index) =>
      lost(`n${index}`, { reason: null, stage: null, amount: '400', rep: 'wang' }),
    ),
  ];
  company = await aCompany({
    won: 3,
    disqualified: 2,
    rows: {
      stage: [
        { id: 's1', name: '初步' },
        { id: 's2', name: '谈判', position: 2 },
        { id: 'lost', name: '输单', position: 9, kind: 'lost' },
      ],
      deal: deals.map(({ deal }) => deal),
      stage_visit: deals.flatMap(({ visits }) => visits),
    },
  });
});
afterAll(() => company.close());

const ask = (of = company, more = {}) => lostReasons(of.asking, { period: year, ...more });
const told = (parts: readonly LostPart[]) =>
  parts.map(({ name, deals, reasons }) => [
    name,
    deals,
    reasons.map(({ reason, deals: n }) => `${reason} ${n}`).join(),
  ]);

test('lost deals by reason, most frequent first, the unwritten ones told', async () => {
  const { total, reasons } = await ask();
  expect(total).toEqual({ deals: 30, amount: '6400.0000' });
  expect(reasons).toEqual([
    { reason: '价格', deals: 12, amount: '1200.0000' },
    { reason: '竞品', deals: 10, amount: '2000.0000' },
    { reason: null, deals: 8, amount: '3200.0000' },
  ]);
});

test('a lost deal stands where it was lost, not in the stage named lost', async () => {
  const { splits } = await ask();
  expect(told(splits.stage)).toEqual([
    ['谈判', 12, '价格 12'],
    ['初步', 10, '竞品 10'],
    [null, 8, 'null 8'],
  ]);
});

test('sizes are thirds of the lost amounts at round numbers', async () => {
  const { sizes, splits } = await ask();
  expect(sizes).toEqual({ medium: '100.0000', large: '200.0000' });
  expect(told(splits.size)).toEqual([
    ['large', 18, '竞品 10,null 8'],
    ['medium', 12, '价格 12'],
  ]);
});

test('every split adds up to the tile of lost deals', async () => {
  const { total, splits } = await ask();
  expect(total.deals).toBe(await company.measure('lost_deals'));
  expect(total.amount).toBe(await company.measure('lost_amount'));
  for (const parts of Object.values(splits)) expect(parts.reduce((sum, { deals }) => sum + deals, 0)).toBe(30);
  expect(told(splits.competitor)).toEqual([
    ['甲', 22, '价格 12,竞品 10'],
    [null, 8, 'null 8'],
  ]);
});

test('who sees less is told of fewer, and too few amounts make no sizes', async () => {
  const { total, sizes, splits } = await ask(company.as({ kind: 'some', people: ['wang'], teams: [] }));
  expect([total.deals, sizes]).toEqual([8, null]);
  expect(told(splits.size)).toEqual([[null, 8, 'null 8']]);
});

test('a period without a loss has no reasons', async () => {
  const nothing = await ask(company, { period: { from: '2025-01-01', before: '2025-02-01' } });
  expect(nothing).toMatchObject({ total: { deals: 0, amount: '0.0000' }, reasons: [], sizes: null });
});
