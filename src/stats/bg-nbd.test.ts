import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BuyingParameters } from './beta-geometric.ts';
import { bgNbd } from './bg-nbd.ts';
import type { BuyingHistory } from './buying-history.ts';

/** CDNOW, as published by Fader, Hardie & Lee 2005; weeks. */
const cdShop: BuyingParameters = { r: 0.242593, alpha: 4.413532, a: 0.792886, b: 2.425752 };

test.each([
  [26, 30.86, 31.0, 0.710623],
  [29, 37.71, 38.0, 0.662396],
  [18, 35.14, 35.86, 0.424877],
])('%d repeats, the last after %f of %f weeks, lead to %f purchases next week', (x, tx, seen, expected) => {
  expect(bgNbd.expectedPurchases(cdShop, history(x, tx, seen), 1)).toBeCloseTo(expected, 5);
});

test('customer 1 of the published worksheet is expected to buy 1.226 times in 39 weeks', () => {
  expect(bgNbd.expectedPurchases(cdShop, history(2, 30.43, 38.86), 39)).toBeCloseTo(1.226, 3);
});

test.each([
  [2, 30.43, 38.86, 0.7266],
  [1, 1.71, 38.86, 0.2122],
  [10, 20, 38.86, 0.0394],
])('%d repeats, the last after %f of %f weeks: alive with probability %f', (x, tx, seen, alive) => {
  expect(bgNbd.aliveProbability(cdShop, history(x, tx, seen))).toBeCloseTo(alive, 4);
});

test('the trap: a one-time buyer is alive for ever', () => {
  expect(bgNbd.aliveProbability(cdShop, history(0, 0, 38.86))).toBe(1);
  expect(bgNbd.aliveProbability(cdShop, history(0, 0, 5000))).toBe(1);
});

test('at a = 1, where the published form divides by nothing, the expectation is that of its neighbours', () => {
  const near = (a: number) => bgNbd.expectedPurchases({ ...cdShop, a }, history(2, 30.43, 38.86), 39);
  expect(near(1)).toBeCloseTo((near(1 - 1e-4) + near(1 + 1e-4)) / 2, 7);
});

const anyHistory = fc
  .record({
    repeats: fc.nat(300),
    recency: fc.double({ min: 0, max: 100, noNaN: true }),
    silent: fc.double({ min: 0, max: 100, noNaN: true }),
  })
  .map(({ repeats, recency, silent }) => {
    const last = repeats === 0 ? 0 : recency;
    return history(repeats, last, last + silent);
  });

test('the expectation equals the closed form with the hypergeometric function', () => {
  fc.assert(
    fc.property(anyHistory, fc.double({ min: 0.1, max: 100, noNaN: true }), (some, time) => {
      const expected = closedForm(cdShop, some, time);
      fc.pre(Number.isFinite(expected));
      expect(bgNbd.expectedPurchases(cdShop, some, time)).toBeCloseTo(
        expected,
        8 - Math.ceil(Math.log10(1 + expected)),
      );
    }),
  );
});

test('more time brings more purchases, and more silence less life', () => {
  fc.assert(
    fc.property(anyHistory, fc.double({ min: 0.1, max: 50, noNaN: true }), (some, time) => {
      const soon = bgNbd.expectedPurchases(cdShop, some, time);
      expect(bgNbd.expectedPurchases(cdShop, some, 2 * time)).toBeGreaterThanOrEqual(soon);
      const later = { ...some, observed: some.observed + time };
      expect(bgNbd.aliveProbability(cdShop, later)).toBeLessThanOrEqual(bgNbd.aliveProbability(cdShop, some));
    }),
  );
});

const shop = Array.from({ length: 400 }, (_, index) => {
  const repeats = (index * index) % 5;
  const seen = 20 + (index % 30);
  return history(repeats, repeats === 0 ? 0 : ((index * 7) % 10) * 0.1 * seen, seen);
});

test('no other parameters are likelier than the fitted ones', () => {
  const fit = bgNbd.fit(shop);
  if (fit.kind !== 'fitted') throw new Error(fit.kind);
  const { parameters, logLikelihood } = fit;
  expect(bgNbd.logLikelihood(parameters, shop)).toBeCloseTo(logLikelihood, 8);
  for (const name of ['r', 'alpha', 'a', 'b'] as const) {
    for (const factor of [0.95, 1.05]) {
      const other = { ...parameters, [name]: parameters[name] * factor };
      expect(bgNbd.logLikelihood(other, shop)).toBeLessThan(logLikelihood);
    }
  }
});

test('the fit is the same in days as in weeks', () => {
  const days = shop.map(({ repeats, recency, observed }) => history(repeats, 7 * recency, 7 * observed));
  const [inWeeks, inDays] = [bgNbd.fit(shop), bgNbd.fit(days)];
  if (inWeeks.kind !== 'fitted' || inDays.kind !== 'fitted') throw new Error('no fit');
  expect(inDays.parameters.alpha / 7 / inWeeks.parameters.alpha).toBeCloseTo(1, 4);
  expect(inDays.parameters.b / inWeeks.parameters.b).toBeCloseTo(1, 4);
});

test('customers who never leave put a parameter at the edge of its range, and the fit says so', () => {
  const loyal = Array.from({ length: 50 }, () => history(10, 50, 50));
  expect(bgNbd.fit(loyal)).toMatchObject({ kind: 'fitted', atEdge: true });
});

test('whatever customers do, a fit has finite numbers and expects something of everybody', () => {
  fc.assert(
    fc.property(fc.array(anyHistory, { minLength: 40, maxLength: 80 }), (histories) => {
      const some = histories.map((each) => ({ ...each, observed: each.observed + 1 / 7 }));
      const fit = bgNbd.fit(some);
      if (fit.kind !== 'fitted') return;
      for (const each of Object.values(fit.parameters)) expect(Number.isFinite(each) && each > 0).toBe(true);
      for (const each of some) {
        expect(bgNbd.expectedPurchases(fit.parameters, each, 10)).toBeGreaterThanOrEqual(0);
        expect(bgNbd.aliveProbability(fit.parameters, each)).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 10 },
  );
});

test('29 repeat buyers are too few to fit', () => {
  const few = [...shop.filter((each) => each.repeats > 0).slice(0, 29), history(0, 0, 10)];
  expect(bgNbd.fit(few)).toEqual({ kind: 'not_enough_data', need: 30, have: 29 });
});

test('a last purchase after the end of the watch is a fault of the caller', () => {
  expect(() => bgNbd.fit([history(1, 5, 4)])).toThrow(RangeError);
});

function history(repeats: number, recency: number, observed: number): BuyingHistory {
  return { repeats, recency, observed };
}

/** Fader, Hardie & Lee 2005, equation 10. */
function closedForm({ r, alpha, a, b }: BuyingParameters, { repeats: x, recency, observed }: BuyingHistory, t: number) {
  const ends = alpha + observed + t;
  const series = gauss2f1(r + x, b + x, a + b + x - 1, t / ends);
  const bought = ((a + b + x - 1) / (a - 1)) * (1 - ((alpha + observed) / ends) ** (r + x) * series);
  const odds = x === 0 ? 0 : (a / (b + x - 1)) * ((alpha + observed) / (alpha + recency)) ** (r + x);
  return bought / (1 + odds);
}

function gauss2f1(a: number, b: number, c: number, z: number): number {
  let [term, sum] = [1, 1];
  for (let n = 0; n < 20_000 && term > sum * 1e-17; n += 1) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
  }
  return sum;
}
