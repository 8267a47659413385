import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closeForecast, closingChance, type OpenDeal } from './close-forecast.ts';
import { seededUniform } from './seeded-random.ts';

/** Won deals took 10, 20, … 200 days. */
const cycleDays = Array.from({ length: 20 }, (_, index) => 10 * (index + 1));
const deal = (amount: number, winProbability: number, ageDays: number): OpenDeal => ({
  amount,
  winProbability,
  ageDays,
  cycleDays,
});
const forecast = (deals: readonly OpenDeal[], daysLeft = 30, seed = 1) =>
  closeForecast({ wonSoFar: 1000, deals, daysLeft, uniform: seededUniform(seed) });

test('a deal of 100 days closes within 30 in 3 of the 10 ways left, if it is won', () => {
  expect(closingChance(deal(1, 1, 100), 30)).toBe(0.3);
  expect(closingChance(deal(1, 0.5, 100), 30)).toBe(0.15);
});

test('an old deal is likelier to close soon than a new one', () => {
  expect(closingChance(deal(1, 1, 170), 30)).toBe(1);
  expect(closingChance(deal(1, 1, 0), 30)).toBe(0.15);
});

test('a deal older than any that was won is not expected, and is counted', () => {
  expect(forecast([deal(500, 0.9, 200), deal(500, 0.9, 250)])).toMatchObject({ p90: 1000, outlived: 2 });
});

test('without open deals the period ends with what is won', () => {
  expect(forecast([])).toEqual({ kind: 'forecast', p10: 1000, p50: 1000, p90: 1000, expected: 1000, outlived: 0 });
});

test('with no days left nothing more is won', () => {
  expect(forecast([deal(500, 0.9, 100)], 0)).toMatchObject({ p90: 1000, expected: 1000 });
});

test('a hundred deals of 100 at 30 % end around 3,000 more, give or take 1.28 × √(100 × .21) deals', () => {
  const result = forecast(Array.from({ length: 100 }, () => deal(100, 1, 100)));
  if (result.kind !== 'forecast') throw new Error(result.kind);
  expect(result.expected).toBeCloseTo(4000, 6);
  expect(result.p50).toBe(4000);
  expect(Math.abs(result.p10 - 3400)).toBeLessThanOrEqual(100);
  expect(Math.abs(result.p90 - 4600)).toBeLessThanOrEqual(100);
});

test('the same seed gives the same forecast', () => {
  const deals = [deal(300, 0.4, 50), deal(900, 0.7, 120), deal(100, 0.2, 10)];
  expect(forecast(deals, 60, 5)).toEqual(forecast(deals, 60, 5));
});

test('19 won deals are too few to know how long deals take', () => {
  const few = { ...deal(1, 1, 5), cycleDays: cycleDays.slice(1) };
  expect(forecast([deal(1, 1, 5), few])).toEqual({ kind: 'not_enough_data', need: 20, have: 19 });
});

test('the quantiles rise, from what is won to what is won plus all that is open', () => {
  const some = fc.array(fc.tuple(fc.nat(1000), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(250)), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(some, fc.nat(200), (deals, daysLeft) => {
      const open = deals.map(([amount, chance, age]) => deal(amount, chance, age));
      const result = closeForecast({ wonSoFar: 0, deals: open, daysLeft, uniform: seededUniform(3), runs: 200 });
      if (result.kind !== 'forecast') throw new Error(result.kind);
      const all = open.reduce((sum, { amount }) => sum + amount, 0);
      expect(0 <= result.p10 && result.p10 <= result.p50 && result.p50 <= result.p90 && result.p90 <= all).toBe(true);
    }),
  );
});

test('deals not open yet bring what they brought in past stretches, one drawn each run', () => {
  const input = { wonSoFar: 1000, deals: [], daysLeft: 30, uniform: seededUniform(1), fresh: [100, 300] };
  const result = closeForecast(input);
  expect(result).toMatchObject({ p10: 1100, p90: 1300, expected: 1200 });
});
