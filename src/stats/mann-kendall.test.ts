import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mannKendall } from './mann-kendall.ts';

test('eight months that each beat the last rise by more than chance: S = 28, z = 27/√65.33', () => {
  const trend = tested([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(trend).toMatchObject({ s: 28, tau: 1 });
  expect(trend.z).toBeCloseTo(3.3404, 4);
  expect(trend.p).toBeCloseTo(0.000837, 6);
});

test('months that tie count for less: 1 1 2 2 3 3 4 4 has S = 24 and variance 61.33', () => {
  const trend = tested([1, 1, 2, 2, 3, 3, 4, 4]);
  expect(trend.s).toBe(24);
  expect(trend.z).toBeCloseTo(23 / Math.sqrt(65.3333 - 4), 4);
});

test('up and down in turn is no trend', () => {
  expect(tested([5, 7, 5, 7, 5, 7, 5, 7]).p).toBeGreaterThan(0.3);
});

test('a flat series has no trend, and no division by nothing', () => {
  expect(tested([3, 3, 3, 3, 3, 3, 3, 3])).toMatchObject({ s: 0, z: 0, p: 1 });
});

test('seven months are too few', () => {
  expect(mannKendall([1, 2, 3, 4, 5, 6, 7])).toEqual({ kind: 'not_enough_data', need: 8, have: 7 });
});

test('a series read backwards has the opposite trend with the same certainty', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 8, maxLength: 30 }), (values) => {
      const [forth, back] = [tested(values), tested(values.toReversed())];
      expect(back.s + forth.s).toBe(0);
      expect(back.p).toBe(forth.p);
      expect(Math.abs(forth.tau)).toBeLessThanOrEqual(1);
    }),
  );
});

function tested(values: readonly number[]) {
  const result = mannKendall(values);
  if (result.kind !== 'mann_kendall') throw new Error(result.kind);
  return result;
}
