import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loess } from './loess.ts';

test('a straight line is left as it is, up to its ends', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 3, max: 19 }), (length, span) => {
      const line = Array.from({ length }, (_, period) => 100 - 3 * period);
      loess(line, span).forEach((value, period) => {
        expect(value).toBeCloseTo(100 - 3 * period, 8);
      });
    }),
  );
});

test('one record month is flattened', () => {
  const smooth = loess([10, 10, 10, 10, 40, 10, 10, 10, 10], 7);
  expect(Math.max(...smooth)).toBeLessThan(20);
});
