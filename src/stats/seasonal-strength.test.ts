import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seasonalStrength } from './seasonal-strength.ts';
import { seededUniform } from './seeded-random.ts';

const noise = (count: number, seed: number) => {
  const uniform = seededUniform(seed);
  return Array.from({ length: count }, () => uniform() - 0.5);
};

test('a shop that sells 50 more every fourth quarter is all season', () => {
  const quarters = Array.from({ length: 12 }, (_, quarter) => 100 + (quarter % 4 === 3 ? 50 : 0));
  const { strength, seasons } = seasonal(quarters, 4);
  expect(strength).toBeCloseTo(1, 6);
  expect(seasons.map((each) => Math.round(each * 10) / 10)).toEqual([-12.5, -12.5, -12.5, 37.5]);
});

test('growth that bends does not hide the season', () => {
  const months = noise(48, 1).map(
    (each, month) => 100 + 300 * Math.min(1, month / 24) + (month % 12 === 1 ? -80 : 0) + each,
  );
  expect(seasonal(months, 12).strength).toBeGreaterThan(0.8);
});

test('growth alone is no season', () => {
  const months = noise(36, 2).map((each, month) => 100 + 5 * month + 20 * each);
  expect(seasonal(months, 12).p).toBeGreaterThan(0.05);
});

test('a flat series has no season, and no division by nothing', () => {
  expect(seasonal(Array(24).fill(7.3), 12)).toMatchObject({ strength: 0, p: 1 });
});

test('of a hundred series of noise over two years hardly any pass for seasonal', () => {
  const seeds = Array.from({ length: 100 }, (_, seed) => seed);
  const passed = seeds.filter((seed) => {
    const { strength, p } = seasonal(noise(24, seed), 12);
    return strength > 0.6 && p < 0.05;
  });
  expect(passed.length).toBeLessThanOrEqual(8);
});

test('23 months are not two years; a cycle of one month is a fault', () => {
  expect(seasonalStrength(Array(23).fill(1), 12)).toEqual({ kind: 'not_enough_data', need: 24, have: 23 });
  expect(() => seasonalStrength([1, 2, 3], 1)).toThrow(RangeError);
});

test('the strength is a share, and the same in yuan as in fen', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 8, maxLength: 40 }), (values) => {
      const { strength, p } = seasonal(values, 4);
      expect(strength >= 0 && strength <= 1 && p >= 0 && p <= 1).toBe(true);
      const inFen = seasonal(
        values.map((value) => value * 100),
        4,
      );
      expect(inFen.strength).toBeCloseTo(strength, 8);
    }),
  );
});

function seasonal(values: readonly number[], cycle: number) {
  const result = seasonalStrength(values, cycle);
  if (result.kind !== 'seasonality') throw new Error(result.kind);
  return result;
}
