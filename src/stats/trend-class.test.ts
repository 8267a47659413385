import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Trend, trendClass } from './trend-class.ts';

const months = (count: number, value: (month: number) => number) =>
  Array.from({ length: count }, (_, month) => value(month));
const zigzag = (month: number) => ((month * 7) % 5) - 2;

const lines: readonly (readonly [Trend, readonly number[]])[] = [
  ['growing', months(12, (month) => 100 + 5 * month + zigzag(month))],
  ['declining', months(12, (month) => 200 - 5 * month + zigzag(month))],
  ['steady', months(12, (month) => 100 + zigzag(month))],
  ['volatile', [10, 300, 20, 250, 5, 280, 30, 260, 15, 240, 8, 290]],
  ['seasonal', months(24, (month) => 100 + (month % 12 >= 10 ? 200 : 0) + zigzag(month))],
  ['stalled', [80, 90, 100, 70, 60, 20, 0, 0, 0]],
  ['new', [0, 0, 0, 0, 0, 0, 0, 50, 60, 70]],
];

test.each(lines)('a product line is %s', (trend, revenue) => {
  expect(trendClass(revenue, 12)).toMatchObject({ kind: 'trend', trend });
});

test('the class comes with its reasons', () => {
  const result = trendClass([10, 20, 30, 40, 50, 60, 70, 80], 12);
  expect(result).toMatchObject({
    trend: 'growing',
    evidence: { periods: 8, mean: 45, slope: 10, slopeShare: 10 / 45, seasonalStrength: null, seasonalP: null },
  });
});

test('growth of half a percent a month is certain, but steady', () => {
  expect(
    trendClass(
      months(24, (month) => 1000 + 5 * month),
      12,
    ),
  ).toMatchObject({ trend: 'steady' });
});

test('one year of a Christmas business is not seasonal yet', () => {
  expect(
    trendClass(
      months(12, (month) => (month >= 10 ? 300 : 100)),
      12,
    ),
  ).not.toMatchObject({ trend: 'seasonal' });
});

test('six or seven months say too little, and a line that never sold says nothing', () => {
  expect(trendClass([5, 6, 5, 6, 5, 6, 5], 12)).toEqual({ kind: 'not_enough_data', need: 8, have: 7 });
  expect(trendClass([0, 0, 0, 0, 0, 0, 0, 0, 0], 12)).toEqual({ kind: 'not_enough_data', need: 8, have: 0 });
});

test('returns that eat the sales leave no share of the mean, and no division by nothing', () => {
  const result = trendClass([5, -5, 5, -5, 5, -5, 5, -5], 12);
  expect(result).toMatchObject({ trend: 'volatile', evidence: { mean: 0, variation: null, slopeShare: null } });
});

test('every series of eight months or more has a class, and every number of its evidence is a number', () => {
  const amount = fc.integer({ min: -50, max: 500 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.array(amount, { minLength: 8, maxLength: 40 }), (first, values) => {
      const result = trendClass([first, ...values], 4);
      if (result.kind !== 'trend') throw new Error(result.kind);
      for (const each of Object.values(result.evidence)) expect(each === null || Number.isFinite(each)).toBe(true);
    }),
  );
});
