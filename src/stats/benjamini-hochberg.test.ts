import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adjustedPValues } from './benjamini-hochberg.ts';

/** The fifteen p-values of the example of Benjamini & Hochberg 1995. */
const published = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];

test('of the published fifteen the first four are found at 5 %', () => {
  expect(adjustedPValues(published).filter((p) => p <= 0.05)).toHaveLength(4);
});

test('by hand: .01 × 3, .02 × 3/2 and .5 × 3/3', () => {
  const [first, second, third] = adjustedPValues([0.01, 0.5, 0.02]);
  expect([first, second, third]).toEqual([0.03, 0.5, 0.03]);
});

test('nothing scanned, nothing found', () => {
  expect(adjustedPValues([])).toEqual([]);
});

test('adjusting keeps the order, never finds more, and stays a probability', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (pValues) => {
      const adjusted = adjustedPValues(pValues);
      pValues.forEach((p, i) => {
        expect(adjusted[i]).toBeGreaterThanOrEqual(p);
        expect(adjusted[i]).toBeLessThanOrEqual(1);
        pValues.forEach((other, j) => {
          if (p < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? 1);
        });
      });
    }),
  );
});
