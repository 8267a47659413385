import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectedAmount, fitGammaGamma, type Spending } from './gamma-gamma.ts';

const cdShop = { p: 6.25, q: 3.74, v: 15.45 };

test('two purchases of 22.35 on average lead to 24.67, as published for customer 1 of CDNOW', () => {
  expect(expectedAmount(cdShop, { purchases: 2, amount: 22.35 })).toBeCloseTo(24.67, 2);
});

test('a customer without repeat purchases is expected to spend what everyone does: p v / (q − 1)', () => {
  expect(expectedAmount(cdShop, { purchases: 0, amount: 0 })).toBeCloseTo(35.2418, 4);
});

test('where a few amounts outweigh all others there is no mean to expect', () => {
  expect(expectedAmount({ p: 1, q: 0.9, v: 10 }, { purchases: 0, amount: 0 })).toBeNull();
});

test('the expected amount lies between the own mean and the mean of everyone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0.01, max: 1e6, noNaN: true }), (purchases, own) => {
      const all = expectedAmount(cdShop, { purchases: 0, amount: 0 }) ?? 0;
      const expected = expectedAmount(cdShop, { purchases, amount: own }) ?? 0;
      expect(expected).toBeGreaterThanOrEqual(Math.min(own, all) * (1 - 1e-12));
      expect(expected).toBeLessThanOrEqual(Math.max(own, all) * (1 + 1e-12));
    }),
  );
});

test('the fit is the same in yuan as in fen', () => {
  const yuan: Spending[] = Array.from({ length: 60 }, (_, index) => ({
    purchases: 1 + (index % 4),
    amount: 20 + ((index * 37) % 50),
  }));
  const inYuan = fitted(yuan);
  const inFen = fitted(yuan.map((each) => ({ ...each, amount: each.amount * 100 })));
  expect(inFen.p).toBeCloseTo(inYuan.p, 4);
  expect(inFen.v / 100).toBeCloseTo(inYuan.v, 3);
});

test('gifts and returns carry no amount, and 29 customers are too few', () => {
  const gifts = [
    { purchases: 3, amount: 0 },
    { purchases: 2, amount: -5 },
  ];
  const few = Array.from({ length: 29 }, (_, index) => ({ purchases: 2, amount: 10 + index }));
  expect(fitGammaGamma([...gifts, ...few])).toEqual({ kind: 'not_enough_data', need: 30, have: 29 });
});

function fitted(customers: readonly Spending[]) {
  const fit = fitGammaGamma(customers);
  if (fit.kind !== 'fitted') throw new Error(`no fit: ${fit.kind}`);
  return fit.parameters;
}
