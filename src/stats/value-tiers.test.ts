import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type TierState, type ValueTier, valueTiers } from './value-tiers.ts';

const firstTime = (...amounts: number[]) => amounts.map((amount) => ({ amount, before: null }));
const tiers = (states: readonly TierState[]) => states.map(({ tier }) => tier).join('');

test('customers of the first 70 % of revenue are A, of the next 20 % B, the rest C', () => {
  expect(tiers(valueTiers(firstTime(50, 15, 10, 12, 8, 5)))).toBe('aababc');
});

test('the one customer who brings everything is A; who returned more than he bought is C', () => {
  expect(tiers(valueTiers(firstTime(100, 0, -20)))).toBe('acc');
});

test('customers with the same revenue share a tier', () => {
  expect(tiers(valueTiers(firstTime(10, 10, 10, 10)))).toBe('aaaa');
});

test('a customer drops only after two evaluations below', () => {
  const evaluate = (before: TierState | null) => valueTiers([{ amount: 5, before }, ...firstTime(95)])[0] ?? null;
  const once = evaluate({ tier: 'a', below: 0 });
  const twice = evaluate(once);
  expect([once, twice]).toEqual([
    { tier: 'a', below: 1 },
    { tier: 'c', below: 0 },
  ]);
});

test('one good evaluation in between forgets the bad one', () => {
  const [state] = valueTiers([{ amount: 95, before: { tier: 'a', below: 1 } }, ...firstTime(5)]);
  expect(state).toEqual({ tier: 'a', below: 0 });
});

test.each<ValueTier>(['b', 'c'])('a customer rises from %s at once', (tier) => {
  const [state] = valueTiers([{ amount: 95, before: { tier, below: 0 } }, ...firstTime(5)]);
  expect(state).toEqual({ tier: 'a', below: 0 });
});

test('where nobody bought anything everybody is C', () => {
  expect(tiers(valueTiers(firstTime(0, 0)))).toBe('cc');
});

test('thresholds are the company’s own', () => {
  expect(tiers(valueTiers(firstTime(50, 30, 20), { a: 0.5, b: 0.8 }))).toBe('abc');
});

test('more revenue never means a lower tier at the first evaluation', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 1000 }), { minLength: 1, maxLength: 30 }), (amounts) => {
      const falling = amounts.toSorted((left, right) => right - left);
      const found = tiers(valueTiers(firstTime(...falling)));
      expect(found).toBe([...found].sort().join(''));
    }),
  );
});
