import fc from 'fast-check';
import { expect, test } from 'vitest';
import { betaQuantile, betaShareBelow } from './incomplete-beta.ts';

test('beta(1, 1) is the uniform distribution', () => {
  expect(betaShareBelow(0.3, 1, 1)).toBeCloseTo(0.3, 14);
});

test('beta(2, 3) below 0.4 is what the polynomial says: 6x² − 8x³ + 3x⁴', () => {
  expect(betaShareBelow(0.4, 2, 3)).toBeCloseTo(0.5248, 13);
});

test('the whole distribution lies between 0 and 1', () => {
  expect([betaShareBelow(0, 2, 3), betaShareBelow(1, 2, 3)]).toEqual([0, 1]);
});

test('nine tenths of beta(1, 9) lie below 1 − 0.1^(1/9)', () => {
  expect(betaQuantile(0.9, 1, 9)).toBeCloseTo(1 - 0.1 ** (1 / 9), 12);
});

test('a quantile undoes the share, from lopsided to very sharp distributions', () => {
  const shape = fc.double({ min: 0.2, max: 50_000, noNaN: true });
  fc.assert(
    fc.property(shape, shape, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (a, b, share) => {
      const value = betaQuantile(share, a, b);
      fc.pre(value > 1e-9 && value < 1 - 1e-9);
      expect(betaShareBelow(value, a, b)).toBeCloseTo(share, 6);
    }),
  );
});
