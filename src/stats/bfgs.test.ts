import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minimum } from './bfgs.ts';

test('the curved valley of Rosenbrock 1960 is followed to its end at (1, 1)', () => {
  const valley = ([x = 0, y = 0]: readonly number[]) => ({
    value: (1 - x) ** 2 + 100 * (y - x * x) ** 2,
    gradient: [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
  });
  const found = minimum(valley, [-1.2, 1]);
  expect(found.kind).toBe('converged');
  expect(found.at[0]).toBeCloseTo(1, 7);
  expect(found.at[1]).toBeCloseTo(1, 7);
});

test('a function that does not exist left of 0 is not stepped over', () => {
  const wall = ([x = 0]: readonly number[]) => ({ value: x - Math.log(x), gradient: [1 - 1 / x] });
  expect(minimum(wall, [8]).at[0]).toBeCloseTo(1, 7);
});

test('a slope without end is not called a minimum', () => {
  expect(minimum(([x = 0]) => ({ value: x, gradient: [1] }), [0]).kind).toBe('stopped');
});

test('a bowl has its minimum at its centre, wherever the search begins', () => {
  const place = fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: -5, max: 5, noNaN: true }));
  fc.assert(
    fc.property(place, place, fc.double({ min: 0.1, max: 50, noNaN: true }), (centre, start, stretch) => {
      const bowl = ([x = 0, y = 0]: readonly number[]) => ({
        value: (x - centre[0]) ** 2 + stretch * (y - centre[1]) ** 2,
        gradient: [2 * (x - centre[0]), 2 * stretch * (y - centre[1])],
      });
      const { at } = minimum(bowl, start);
      expect(at[0]).toBeCloseTo(centre[0], 5);
      expect(at[1]).toBeCloseTo(centre[1], 5);
    }),
  );
});
