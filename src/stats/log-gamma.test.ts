import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digamma, logBeta, logGamma } from './log-gamma.ts';

test('the gamma function of a whole number is a factorial', () => {
  expect(logGamma(1)).toBeCloseTo(0, 13);
  expect(logGamma(5)).toBeCloseTo(Math.log(24), 13);
  expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
});

test('the gamma function at one half is the root of pi', () => {
  expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 13);
});

test('the published value at 100 is met', () => {
  expect(logGamma(100)).toBeCloseTo(359.1342053695754, 10);
});

test('the digamma function at 1 is minus the constant of Euler and Mascheroni', () => {
  expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 12);
  expect(digamma(0.5)).toBeCloseTo(-1.9635100260214235, 12);
});

test('the beta function of 2 and 3 is one twelfth', () => {
  expect(logBeta(2, 3)).toBeCloseTo(Math.log(1 / 12), 13);
});

test('below zero there is no answer to give', () => {
  expect(() => logGamma(-0.5)).toThrow(RangeError);
  expect(() => digamma(Number.NaN)).toThrow(RangeError);
});

test('the next step up is a factor of x, at any size', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (x) => {
      const step = logGamma(x + 1) - logGamma(x) - Math.log(x);
      expect(Math.abs(step)).toBeLessThan(1e-13 * (1 + Math.abs(logGamma(x))));
    }),
  );
});
