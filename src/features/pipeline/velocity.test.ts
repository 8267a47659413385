import { expect, test } from 'vitest';
import type { Day } from '#shared/day.ts';
import { addDays } from '#shared/day.ts';
import { aCompany } from '#testing/a-company.ts';
import type { PlainRow } from '#testing/test-replica.ts';
import { salesVelocity } from './velocity.ts';

const period = { from: '2026-01-01' as Day, before: '2027-01-01' as Day };

/** Closed deals of a segment that took so many days, each worth `amount`; and `open` ones. */
function segment(
  source: string,
  { open, won, lost, amount, days }: Readonly<Record<'open' | 'won' | 'lost' | 'amount' | 'days', number>>,
): PlainRow[] {
  const many = (count: number, status: string) =>
    Array.from({ length: count }, (_, n) => ({
      opportunity_id: `${source} ${status} ${n}`,
      source_id: source,
      rep_id: 'li',
      amount: String(amount),
      status,
      created_on: '2026-02-01',
      status_on: status === 'open' ? '2026-02-01' : addDays('2026-02-01' as Day, days),
    }));
  return [...many(open, 'open'), ...many(won, 'won'), ...many(lost, 'lost')];
}

const source = [
  { id: 'a', name: '甲' },
  { id: 'b', name: '乙' },
];

test('a segment of 5 a day and one of 0.5 bring 5.5 a day, not what their means would', async () => {
  const company = await aCompany({
    rows: {
      source,
      deal: [
        ...segment('a', { open: 100, won: 1, lost: 1, amount: 1, days: 10 }),
        ...segment('b', { open: 10, won: 1, lost: 9, amount: 100, days: 200 }),
      ],
    },
  });
  const found = await salesVelocity(company.asking, { period, where: undefined, by: 'source' });
  expect(found.perDay).toBeCloseTo(5.5, 5);
  expect(found.segments.map(({ name, perDay }) => [name, perDay])).toEqual([
    ['甲', 5],
    ['乙', 0.5],
  ]);
  const nobody = company.as({ kind: 'some', people: ['wang'], teams: [] });
  expect(await salesVelocity(nobody.asking, { period, where: undefined, by: 'source' })).toMatchObject({
    perDay: null,
    segments: [],
  });
  company.close();
});

test('a segment that closed nothing has an unknown speed, and is told', async () => {
  const company = await aCompany({
    rows: {
      source,
      deal: [
        ...segment('a', { open: 3, won: 1, lost: 0, amount: 10, days: 5 }),
        ...segment('b', { open: 10, won: 0, lost: 0, amount: 100, days: 200 }),
      ],
    },
  });
  const found = await salesVelocity(company.asking, { period, where: undefined, by: 'source' });
  expect(found).toMatchObject({ perDay: 6, unknown: 1 });
  expect(found.segments.at(-1)).toMatchObject({ name: '乙', open: 10, winRate: null, perDay: null });
  company.close();
});
