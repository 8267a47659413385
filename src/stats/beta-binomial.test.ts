import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shrunkRates, type Tally } from './beta-binomial.ts';

const channels: readonly Tally[] = [
  { hits: 60, tries: 200 }, // exhibition 30 %
  { hits: 100, tries: 500 }, // search 20 %
  { hits: 36, tries: 300 }, // web form 12 %
  { hits: 32, tries: 400 }, // cold calls 8 %
  { hits: 3, tries: 3 }, // a friend of the boss, 100 %
];

test('a channel of three leads never ranks first, though it won all three', () => {
  const { groups } = shrunk(channels);
  const byLowerEnd = [0, 1, 2, 3, 4].toSorted((left, right) => (groups[right]?.low ?? 0) - (groups[left]?.low ?? 0));
  expect(byLowerEnd.slice(0, 2)).toEqual([0, 1]);
  expect(groups[4]?.rate).toBeLessThan(groups[0]?.rate ?? 0);
});

test('a channel of hundreds of leads keeps its rate within a point', () => {
  const { groups } = shrunk(channels);
  expect(groups[0]?.rate).toBeCloseTo(0.3, 1);
  expect(Math.abs((groups[3]?.rate ?? 0) - 0.08)).toBeLessThan(0.01);
});

test('channels that do not differ more than chance lets them are all drawn to the pooled 20 %', () => {
  const same = shrunk([20, 21, 19, 20].map((hits) => ({ hits, tries: 100 })));
  expect(same.mean).toBe(0.2);
  for (const { rate } of same.groups) expect(rate).toBeCloseTo(0.2, 2);
});

test('channels of 0 % and 100 % by the hundred keep their own rate', () => {
  const apart = shrunk([
    { hits: 0, tries: 100 },
    { hits: 100, tries: 100 },
  ]);
  expect(apart.groups.map(({ rate }) => rate.toFixed(2))).toEqual(['0.00', '1.00']);
});

test('a channel without leads is expected to be like the others, with a wide interval', () => {
  const nobody = shrunk([...channels, { hits: 0, tries: 0 }]).groups.at(-1);
  expect(nobody?.rate).toBeCloseTo(231 / 1403, 12);
  expect((nobody?.high ?? 0) - (nobody?.low ?? 0)).toBeGreaterThan(0.2);
});

test('where nothing was ever won the rate is 0, and five leads leave room up to 43 %', () => {
  const [group] = shrunk([{ hits: 0, tries: 5 }]).groups;
  expect(group).toMatchObject({ rate: 0, low: 0 });
  expect(group?.high).toBeCloseTo(0.4345, 4);
});

test('no leads at all are not enough data; more wins than leads are a fault', () => {
  expect(shrunkRates([{ hits: 0, tries: 0 }])).toEqual({ kind: 'not_enough_data', need: 1, have: 0 });
  expect(() => shrunkRates([{ hits: 2, tries: 1 }])).toThrow(RangeError);
});

const tally = fc.nat(300).chain((tries) => fc.record({ hits: fc.nat(tries), tries: fc.constant(tries) }));

test('a shrunk rate lies between its own rate and the mean, inside its interval', () => {
  fc.assert(
    fc.property(fc.array(tally, { minLength: 1, maxLength: 8 }), (some) => {
      const result = shrunkRates(some);
      if (result.kind !== 'shrunk') return;
      result.groups.forEach(({ rate, low, high }, index) => {
        const { hits, tries } = some[index] ?? { hits: 0, tries: 0 };
        const own = tries === 0 ? result.mean : hits / tries;
        expect(rate).toBeGreaterThanOrEqual(Math.min(own, result.mean) - 1e-12);
        expect(rate).toBeLessThanOrEqual(Math.max(own, result.mean) + 1e-12);
        expect(low <= high && low >= 0 && high <= 1).toBe(true);
      });
    }),
  );
});

function shrunk(groups: readonly Tally[]) {
  const result = shrunkRates(groups);
  if (result.kind !== 'shrunk') throw new Error(`no rates: ${result.kind}`);
  return result;
}
