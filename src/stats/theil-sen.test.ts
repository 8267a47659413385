import fc from 'fast-check';
import { expect, test } from 'vitest';
import { theilSen } from './theil-sen.ts';

test('revenue that grows by 2 a month has a slope of 2, one record month or not', () => {
  expect(theilSen([10, 12, 14, 16, 18, 20, 22])).toEqual({ kind: 'line', slope: 2, intercept: 10 });
  expect(theilSen([10, 12, 14, 900, 18, 20, 22])).toEqual({ kind: 'line', slope: 2, intercept: 10 });
});

test('a single month has no slope', () => {
  expect(theilSen([5])).toEqual({ kind: 'not_enough_data', need: 2, have: 1 });
});

test('a line is found again', () => {
  const whole = fc.integer({ min: -50, max: 50 });
  fc.assert(
    fc.property(whole, whole, fc.integer({ min: 2, max: 20 }), (slope, intercept, periods) => {
      const values = Array.from({ length: periods }, (_, period) => intercept + slope * period);
      expect(theilSen(values)).toEqual({ kind: 'line', slope: slope + 0, intercept });
    }),
  );
});
