import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inequality } from './inequality.ts';

test('reps with equal revenue have a Gini of 0', () => {
  expect(spread([5, 5, 5, 5]).gini).toBe(0);
});

test('one rep with everything out of four has a Gini of 1 − 1/4', () => {
  expect(spread([0, 0, 0, 12]).gini).toBe(0.75);
});

test('customers of 1, 2, 3 and 4 have a Gini of 0.25, and the smaller half three tenths of the revenue', () => {
  const { gini, lorenz } = spread([4, 1, 3, 2]);
  expect(gini).toBe(0.25);
  expect(lorenz).toEqual([
    { people: 0, amount: 0 },
    { people: 0.25, amount: 0.1 },
    { people: 0.5, amount: 0.3 },
    { people: 0.75, amount: 0.6 },
    { people: 1, amount: 1 },
  ]);
});

test('nothing to share out is no answer, a debt is a fault', () => {
  expect(inequality([0, 0])).toEqual({ kind: 'not_enough_data', need: 1, have: 0 });
  expect(inequality([])).toEqual({ kind: 'not_enough_data', need: 1, have: 0 });
  expect(() => inequality([3, -1])).toThrow(RangeError);
});

test('the Gini is twice the area between the Lorenz curve and the diagonal, whatever the currency', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 }), (amounts) => {
      fc.pre(amounts.some((amount) => amount > 0));
      const { gini, lorenz } = spread(amounts);
      const below = lorenz.slice(1).reduce((area, point, index) => {
        const before = lorenz[index] ?? { people: 0, amount: 0 };
        return area + ((point.people - before.people) * (point.amount + before.amount)) / 2;
      }, 0);
      expect(gini).toBeCloseTo(1 - 2 * below, 10);
      expect(spread(amounts.map((amount) => amount * 7)).gini).toBeCloseTo(gini, 10);
    }),
  );
});

function spread(amounts: readonly number[]) {
  const result = inequality(amounts);
  if (result.kind !== 'inequality') throw new Error(result.kind);
  return result;
}
