import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day } from '#shared/day.ts';
import { type TierState, type ValueTier, valueTiers } from '#stats/value-tiers.ts';
import { aCompany, type Company } from '#testing/a-company.ts';
import { usualRules } from './customer-rules.ts';
import { lastEvaluation, tierHistory, tierPaths } from './tier-paths.ts';
import { tiersByRep } from './tiers-by-rep.ts';

const { tiers: rules } = usualRules;
const year = { from: '2026-01-01' as Day, before: '2027-01-01' as Day };

type Sale = readonly [customer: string, on: string, amount: number, rep?: string];

function sold(sales: readonly Sale[]) {
  return sales.map(([customer_id, ordered_on, amount, rep_id = 'li'], index) => ({
    order_id: `o${index}`,
    customer_id,
    ordered_on,
    amount: String(amount),
    rep_id,
  }));
}

function company(owners: Readonly<Record<string, string | null>>, sales: readonly Sale[]): Promise<Company> {
  return aCompany({
    rows: {
      person: ['li', 'wang', 'zhao', 'qian'].map((id) => ({ id })),
      customer: Object.entries(owners).map(([id, owner_id]) => ({ id, owner_id, created_on: '2025-01-01' })),
      sale_order: sold(sales),
    },
  });
}

const tiersOf = (at: Company) => tiersByRep({ asking: at.asking }, { period: year }, rules);

test('customers are counted by tier and owner, the pool apart, and add up to all', async () => {
  const at = await company({ big: 'li', mid: 'wang', small: 'wang', free: null }, [
    ['big', '2026-03-02', 70],
    ['mid', '2026-04-01', 20],
    ['small', '2026-05-06', 6],
    ['free', '2026-05-06', 4],
  ]);
  const found = await tiersOf(at);
  expect(found.evaluatedAt).toBe('2026-11-01');
  expect(found.reps.map(({ id, a, b, c }) => [id, a.customers, b.customers, c.customers])).toEqual([
    ['li', 1, 0, 0],
    ['wang', 0, 1, 1],
    ['qian', 0, 0, 0],
    ['zhao', 0, 0, 0],
  ]);
  expect(found.pool.all).toEqual({ customers: 1, revenue: '4.0000' });
  expect(found.total.all).toEqual({ customers: 4, revenue: '100.0000' });
});

test('a customer drops at the second evaluation below, and rises at once', async () => {
  const at = await company({ old: 'li', new: 'li' }, [
    ['old', '2025-06-15', 100],
    ['new', '2025-06-20', 1],
    ['new', '2025-09-10', 1000],
  ]);
  const paths = await tierPaths(at.asking, '2025-12-01' as Day, rules);
  const of = (id: string) => tierHistory(paths.get(id)).map(({ on, tier }) => `${on} ${tier}`);
  expect(of('old')).toEqual([
    '2025-07-01 a',
    '2025-08-01 a',
    '2025-09-01 a',
    '2025-10-01 a',
    '2025-11-01 c',
    '2025-12-01 c',
  ]);
  expect(of('new').slice(2, 4)).toEqual(['2025-09-01 c', '2025-10-01 a']);
});

test('revenue leaves the evaluation after twelve months', async () => {
  const at = await company({ once: 'li' }, [['once', '2025-01-15', 50]]);
  const paths = await tierPaths(at.asking, '2026-03-01' as Day, rules);
  expect(paths.get('once')?.earned).toBe('aaaaaaaaaaaacc');
});

test('a refund takes its amount out of the evaluation', async () => {
  const at = await aCompany({
    rows: {
      customer: [{ id: 'x' }, { id: 'y' }],
      sale_order: sold([
        ['x', '2026-05-04', 100],
        ['y', '2026-05-04', 40],
      ]),
      refund_fact: [{ refund_id: 'r', order_id: 'o0', refunded_on: '2026-06-03', customer_id: 'x', amount: '97' }],
    },
  });
  const paths = await tierPaths(at.asking, '2026-07-01' as Day, rules);
  expect([paths.get('x')?.earned, paths.get('y')?.earned]).toEqual(['ac', 'ba']);
});

test('an A customer of the middle rep is the measure: under six tenths is too few, over its inverse too many', async () => {
  const owners = Object.fromEntries(
    ['li', 'li', 'li', 'li', 'wang', 'wang', 'zhao', 'zhao', 'qian'].map((owner, index) => [`c${index}`, owner]),
  );
  const at = await company(
    owners,
    Object.entries(owners).map(([id, owner]): Sale => [id, '2026-05-04', 10, owner]),
  );
  const found = await tiersOf(at);
  expect(found.balance).toMatchObject({ median: 2, reps: 4 });
  expect(Object.fromEntries(found.reps.map(({ id, flag }) => [id, flag]))).toEqual({
    li: 'too_many',
    wang: null,
    zhao: null,
    qian: 'too_few',
  });
  // Counts 1, 2, 2, 4: Σ(2i − 5)x = −3 − 2 + 2 + 12 = 9; 9 / (4 × 9).
  expect(found.balance?.gini).toBeCloseTo(0.25, 12);
});

test('a rep sees own customers, customers of own orders without the owner’s name, and the pool', async () => {
  const at = await company({ mine: 'li', shared: 'wang', hidden: 'wang', free: null }, [
    ['mine', '2026-05-04', 10],
    ['shared', '2026-05-04', 5],
    ['shared', '2026-05-05', 100, 'wang'],
    ['hidden', '2026-05-04', 50, 'wang'],
    ['free', '2026-05-04', 7, 'wang'],
  ]);
  const narrow = at.as({ kind: 'some', people: ['li'], teams: [] });
  const found = await tiersOf(narrow);
  expect(found.reps.map(({ id, all }) => [id, all])).toEqual([['li', { customers: 1, revenue: '10.0000' }]]);
  expect(found.elsewhere.all).toEqual({ customers: 1, revenue: '5.0000' });
  expect(found.pool.all).toEqual({ customers: 1, revenue: '0.0000' });
  const withoutPool = await tiersOf(at.as(narrow.asking.scope, ['data.read']));
  expect(withoutPool.pool.all.customers).toBe(0);
});

test('the tier given by hand holds until it is cleared', async () => {
  const at = await company({ x: 'li', y: 'li' }, [['x', '2026-05-04', 10]]);
  await at.tables.insert('customer_event', [
    { id: '1', customer_id: 'y', kind: 'tier', tier: 'a', on_day: '2026-06-01', minute: 600 },
    { id: '2', customer_id: 'y', kind: 'tier_cleared', on_day: '2026-11-02', minute: 600 },
  ]);
  expect((await tiersOf(at)).total.a.customers).toBe(1);
  const before = await tiersByRep({ asking: at.asking }, { period: { ...year, before: '2026-10-01' as Day } }, rules);
  expect(before.total.a.customers).toBe(2);
});

test('the paths are those of the evaluations done one by one, whatever was sold', async () => {
  const sale = fc.tuple(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.integer({ min: 0, max: 23 }),
    fc.integer({ min: -3, max: 9 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(sale, { minLength: 8, maxLength: 40 }), async (drawn) => {
      const sales = drawn.map(([id, month, amount]): Sale => [id, dayOf(month), amount]);
      const at = await company({ a: 'li', b: 'li', c: 'li', d: 'li' }, sales);
      const paths = await tierPaths(at.asking, dayOf(24).replace('15', '01') as Day, rules);
      const plain = oneByOne(drawn);
      for (const id of ['a', 'b', 'c', 'd']) {
        const last = tierHistory(paths.get(id)).at(-1)?.tier ?? 'c';
        expect(last).toBe(plain.get(id));
      }
      await at.close();
    }),
    { numRuns: 5 },
  );
});

function dayOf(month: number): Day {
  return `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15` as Day;
}

/** METRICS 30 by hand: month after month over all customers. */
function oneByOne(sales: readonly (readonly [string, number, number])[]): ReadonlyMap<string, ValueTier> {
  let states = new Map<string, TierState>();
  const ids = ['a', 'b', 'c', 'd'];
  for (let end = 0; end < 24; end += 1) {
    const amount = (id: string) =>
      sales.filter(([of, month]) => of === id && month <= end && month > end - 12).reduce((sum, [, , v]) => sum + v, 0);
    const next = valueTiers(
      ids.map((id) => ({ amount: amount(id), before: states.get(id) ?? null })),
      rules,
    );
    states = new Map(ids.map((id, index) => [id, next[index] ?? { tier: 'c', below: 0 }]));
  }
  return new Map([...states].map(([id, { tier }]) => [id, tier]));
}

test('the last evaluation is of the last month that is over', () => {
  expect(lastEvaluation('2026-11-21' as Day)).toBe('2026-11-01');
  expect(lastEvaluation('2026-12-01' as Day)).toBe('2026-12-01');
});
