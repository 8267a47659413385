import { expect, test } from 'vitest';
import { hypergeometricOne } from './gauss-fraction.ts';

/** Values of `scipy.special.hyp2f1(1, b, c, z)` (scipy 1.17.1), the same to 14 digits as mpmath 1.3.0 with 30 digits. */
test.each([
  [0.5534, 2.1595, 0.05, 1.01313815070591],
  [2.5534, 4.1595, 0.5, 1.47730324326631],
  [0.5, 1.7, 0.9, 1.7117652662786],
  [3, 3.6, 0.99, 20.0580733040044],
  [10.25, 12, 0.999, 13.5571295631071],
  [300.5, 301.2, 0.95, 19.1981712646279],
  [0.01, 1.5, 0.7, 1.00705473114966],
  [40, 2000, 0.8, 1.01626674752902],
  [1.5, 2.5, 0, 1],
])('₂F₁(1, %f; %f; %f) is %f', (b, c, z, value) => {
  expect(hypergeometricOne(b, c, z) / value).toBeCloseTo(1, 12);
});

test('a millionth before 1 eleven digits are right', () => {
  expect(hypergeometricOne(2, 2.001, 0.999999) / 987267.375330083).toBeCloseTo(1, 9);
});
