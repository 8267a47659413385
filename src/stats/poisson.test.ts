import fc from 'fast-check';
import { expect, test } from 'vitest';
import { poissonBand } from './poisson.ts';

test.each([
  [1, 0, 4],
  [4, 0, 10],
  [20, 10, 32],
])('where %d orders a day are usual, 99 %% of the days have %d to %d', (mean, low, high) => {
  expect(poissonBand(mean, 0.99)).toEqual({ low, high });
});

test('where nothing ever comes, one order is news', () => {
  expect(poissonBand(0, 0.99)).toEqual({ low: 0, high: 0 });
});

test('a million orders stay within 2.576 roots of a million', () => {
  const { low, high } = poissonBand(1_000_000, 0.99);
  expect(Math.abs(low - (1_000_000 - 2576))).toBeLessThan(5);
  expect(Math.abs(high - (1_000_000 + 2576))).toBeLessThan(5);
});

test('a mean below 0 is a fault', () => {
  expect(() => poissonBand(-1, 0.99)).toThrow(RangeError);
});

test('a wider coverage has a wider band around the mean', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 5000, noNaN: true }), (mean) => {
      const [narrow, wide] = [poissonBand(mean, 0.9), poissonBand(mean, 0.999)];
      expect(wide.low <= narrow.low && narrow.high <= wide.high).toBe(true);
      expect(narrow.low <= Math.ceil(mean) && Math.floor(mean) <= narrow.high).toBe(true);
    }),
  );
});
