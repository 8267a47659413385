import fc from 'fast-check';
import { expect, test } from 'vitest';
import { robustZ } from './robust-z.ts';

const weeks = [8, 9, 10, 10, 10, 11, 12, 13, 7];

test('a week of 17 where 10 ± 1 is usual lies 4.7 deviations out', () => {
  expect(robustZ(17, weeks)).toMatchObject({ kind: 'robust_z', median: 10, spread: 1.4826 });
  expect(zOf(17, weeks)).toBeCloseTo(7 / 1.4826, 12);
});

test('one past outlier does not hide the next', () => {
  expect(zOf(17, [...weeks.slice(0, 8), 500])).toBeGreaterThan(3.5);
});

test('where most weeks are alike the mean deviation stands in for the median one', () => {
  expect(robustZ(5, [0, 0, 0, 0, 0, 0, 0, 8])).toMatchObject({ kind: 'robust_z', median: 0, spread: 1.2533 });
});

test('where all weeks are alike no distance can be told', () => {
  expect(robustZ(5, Array(8).fill(3))).toEqual({ kind: 'no_spread', median: 3, isUsual: false });
  expect(robustZ(3, Array(8).fill(3))).toEqual({ kind: 'no_spread', median: 3, isUsual: true });
});

test('seven weeks are no baseline', () => {
  expect(robustZ(5, weeks.slice(0, 7))).toEqual({ kind: 'not_enough_data', need: 8, have: 7 });
});

test('the distance is the same in yuan as in fen', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 8 }), fc.nat(2000), (baseline, value) => {
      fc.pre(new Set(baseline).size > 1);
      const inFen = baseline.map((each) => each * 100);
      expect(zOf(value * 100, inFen)).toBeCloseTo(zOf(value, baseline), 8);
    }),
  );
});

function zOf(value: number, baseline: readonly number[]): number {
  const result = robustZ(value, baseline);
  if (result.kind !== 'robust_z') throw new Error(result.kind);
  return result.z;
}
