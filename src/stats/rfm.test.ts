import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RfmInput, type RfmSegment, rfmScores } from './rfm.ts';

const customer = (recencyDays: number, frequency: number, monetary: number): RfmInput => ({
  recencyDays,
  frequency,
  monetary,
});

const year: readonly RfmInput[] = [
  customer(3, 40, 90_000),
  customer(5, 1, 800),
  customer(20, 30, 70_000),
  customer(40, 12, 20_000),
  customer(60, 20, 50_000),
  customer(90, 2, 1_000),
  customer(200, 25, 60_000),
  customer(220, 2, 950),
  customer(300, 2, 900),
  customer(350, 1, 500),
];

test('each customer falls into the segment that a sales manager would name', () => {
  const expected: readonly RfmSegment[] = [
    'champions',
    'new',
    'champions',
    'loyal',
    'loyal',
    'potential',
    'at_risk',
    'hibernating',
    'lost',
    'lost',
  ];
  expect(scored(year).map(({ segment }) => segment)).toEqual(expected);
});

test('two customers make a fifth of ten', () => {
  expect(scored(year).map(({ r }) => r)).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1]);
});

test('customers who all ordered once share the lowest frequency score', () => {
  const once = [1, 2, 3, 4, 5].map((day) => customer(day, 1, day));
  expect(scored(once).map(({ f }) => f)).toEqual([1, 1, 1, 1, 1]);
});

test('four customers have no fifths', () => {
  expect(rfmScores(year.slice(0, 4))).toEqual({ kind: 'not_enough_data', need: 5, have: 4 });
});

test('scores run from 1 to 5 and follow the order of the customers', () => {
  const any = fc.record({ recencyDays: fc.nat(400), frequency: fc.integer({ min: 1, max: 9 }), monetary: fc.nat(99) });
  fc.assert(
    fc.property(fc.array(any, { minLength: 5, maxLength: 30 }), (customers) => {
      const found = scored(customers);
      for (const { r, f, m } of found) for (const each of [r, f, m]) expect([1, 2, 3, 4, 5]).toContain(each);
      const best = customers.map(({ monetary }) => monetary).indexOf(Math.max(...customers.map((c) => c.monetary)));
      expect(Math.max(...found.map(({ m }) => m))).toBe(found[best]?.m);
    }),
  );
});

function scored(customers: readonly RfmInput[]) {
  const result = rfmScores(customers);
  if (result.kind !== 'rfm') throw new Error(result.kind);
  return result.customers;
}
