import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buyingRhythm } from './recency-rhythm.ts';

const monthly = [0, 30, 60, 90];

test('a monthly customer is silent after more than two months', () => {
  expect(buyingRhythm(monthly, 150)).toMatchObject({ silentDays: 60, thresholdDays: 60, isSilent: false });
  expect(buyingRhythm(monthly, 151)).toMatchObject({ silentDays: 61, isSilent: true });
});

test('a customer who once paused for half a year is given that time', () => {
  const once = [0, 10, 20, 200, 210];
  const rhythm = buyingRhythm(once, 250);
  expect(rhythm).toMatchObject({ medianGapDays: 10, isSilent: false });
  expect(rhythm.kind === 'rhythm' && rhythm.thresholdDays).toBeCloseTo(129, 9);
});

test('a project customer of two orders a year is not silent after five months', () => {
  expect(buyingRhythm([0, 180, 365, 545], 695)).toMatchObject({ isSilent: false });
});

test('three orders on one day are one, and one order has no rhythm', () => {
  expect(buyingRhythm([5, 5, 5], 400)).toEqual({ kind: 'not_enough_data', need: 3, have: 1 });
  expect(buyingRhythm([], 400)).toEqual({ kind: 'not_enough_data', need: 3, have: 0 });
});

test('an order of tomorrow does not end the silence of today', () => {
  expect(buyingRhythm([...monthly, 160], 155)).toMatchObject({ silentDays: 65, isSilent: true });
});

test('a stricter factor warns earlier', () => {
  expect(buyingRhythm(monthly, 140, 1.5)).toMatchObject({ thresholdDays: 45, isSilent: true });
});

test('who is silent today is silent tomorrow, unless an order comes', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(300), { minLength: 3 }), fc.integer({ min: 300, max: 900 }), (days, today) => {
      const [now, next] = [buyingRhythm(days, today), buyingRhythm(days, today + 1)];
      if (now.kind !== 'rhythm' || next.kind !== 'rhythm') throw new Error('no rhythm');
      expect(next.isSilent || !now.isSilent).toBe(true);
    }),
  );
});
