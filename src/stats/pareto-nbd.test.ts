import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BuyingHistory } from './buying-history.ts';
import { cohortPurchases } from './buying-model.ts';
import { type ParetoParameters, paretoNbd } from './pareto-nbd.ts';
import { seededUniform } from './seeded-random.ts';

/** CDNOW, as published with the R package BTYD; weeks. */
const cdShop: ParetoParameters = { r: 0.5534, alpha: 10.58, s: 0.6061, beta: 11.66 };
const slow: ParetoParameters = { r: 0.8, alpha: 3, s: 0.4, beta: 20 };
const hasty: ParetoParameters = { r: 1.5, alpha: 40, s: 2.5, beta: 2 };

/**
 * By the integral over the moment of leaving, ∫ s (α+t)^−(r+x) (β+t)^−(s+1) dt from t_x to T, with mpmath 1.3.0 and 30 digits; the
 * first is published too: 0.9979 and 25.46 (vignette of BTYD). P(alive), log-likelihood, purchases of the next 52 weeks.
 */
test.each([
  [cdShop, 26, 30.86, 31, 0.9979179517, -39.1318672396, 25.45548723],
  [cdShop, 2, 30.43, 38.86, 0.8691205406, -9.55437024421, 1.850814237],
  [cdShop, 1, 1.71, 38.86, 0.1678331181, -4.4495448214, 0.2174327343],
  [cdShop, 0, 0, 38.86, 0.2950199298, -0.521183568564, 0.1361615459],
  [cdShop, 10, 20, 38.86, 0.0827728431, -24.6682439234, 0.7285246241],
  [cdShop, 300, 60, 60.5, 0.9855807142, 130.597808884, 181.9515117],
  [slow, 26, 30.86, 31, 0.9988380674, -33.5458891593, 35.1083736],
  [slow, 0, 0, 38.86, 0.3955667564, -1.61291081421, 0.3426903671],
  [slow, 10, 20, 38.86, 0.05806570863, -22.5535558123, 0.6791029384],
  [hasty, 2, 30.43, 38.86, 0.5047684042, -15.2906398901, 0.432132889],
  [hasty, 0, 0, 38.86, 0.0002001554824, -0.0442869522137, 7.343715835e-5],
  [hasty, 300, 60, 60.5, 0.9548163754, 24.8917241666, 71.21918693],
])('of %o and %d repeats, the last after %f of %f weeks', (parameters, x, tx, seen, alive, likelihood, year) => {
  const some = history(x, tx, seen);
  expect(paretoNbd.aliveProbability(parameters, some) / alive).toBeCloseTo(1, 8);
  expect(paretoNbd.logLikelihood(parameters, [some])).toBeCloseTo(likelihood, 8);
  expect(paretoNbd.expectedPurchases(parameters, some, 52) / year).toBeCloseTo(1, 8);
});

test('a new customer is expected to buy 1.473 times in 52 weeks, as published', () => {
  expect(paretoNbd.expectedPurchases(cdShop, history(0, 0, 0), 52)).toBeCloseTo(1.473, 3);
});

test('where α passes β, where s passes 1 and where the last purchase nears today nothing jumps', () => {
  const steps: readonly ((by: number) => number)[] = [
    (by) => paretoNbd.aliveProbability({ ...cdShop, beta: 10.58 + by }, history(2, 30.43, 38.86)),
    (by) => paretoNbd.expectedPurchases({ ...cdShop, s: 1 + by }, history(2, 30.43, 38.86), 39),
    (by) => paretoNbd.aliveProbability(cdShop, history(40, 38.86 - 1e-6 + by, 38.86)),
  ];
  for (const step of steps) expect(step(0)).toBeCloseTo((step(-1e-6) + step(1e-6)) / 2, 9);
});

const anyHistory = fc
  .record({
    repeats: fc.nat(400),
    recency: fc.double({ min: 0, max: 100, noNaN: true }),
    silent: fc.double({ min: 0, max: 100, noNaN: true }),
  })
  .map(({ repeats, recency, silent }) => history(repeats, repeats === 0 ? 0 : recency, recency + silent + 1 / 7));

/** From e^−7 to e^7, as far as a fit searches. */
const anyParameter = fc.double({ min: -7, max: 7, noNaN: true }).map(Math.exp);

test('whatever the parameters, all numbers are finite and probabilities between 0 and 1', () => {
  const anyParameters = fc.record({ r: anyParameter, alpha: anyParameter, s: anyParameter, beta: anyParameter });
  fc.assert(
    fc.property(anyParameters, anyHistory, (parameters, some) => {
      const alive = paretoNbd.aliveProbability(parameters, some);
      expect(alive).toBeGreaterThanOrEqual(0);
      expect(alive).toBeLessThanOrEqual(1);
      expect(paretoNbd.logLikelihood(parameters, [some])).toSatisfy(Number.isFinite);
      expect(paretoNbd.expectedPurchases(parameters, some, 10)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('more time brings more purchases, and more silence less life', () => {
  fc.assert(
    fc.property(anyHistory, fc.double({ min: 0.1, max: 50, noNaN: true }), (some, time) => {
      const soon = paretoNbd.expectedPurchases(cdShop, some, time);
      expect(paretoNbd.expectedPurchases(cdShop, some, 2 * time)).toBeGreaterThanOrEqual(soon);
      const later = { ...some, observed: some.observed + time };
      const alive = paretoNbd.aliveProbability(cdShop, some);
      expect(paretoNbd.aliveProbability(cdShop, later)).toBeLessThanOrEqual(alive * (1 + 1e-12));
    }),
  );
});

/** Whole shapes, so that a gamma is a sum of exponentials. */
const truth: ParetoParameters = { r: 1, alpha: 6, s: 1, beta: 30 };

const shop = simulated(1500);

test('the parameters of a simulated shop are found again, and no others are likelier', () => {
  const fit = paretoNbd.fit(shop.map(({ before }) => before));
  if (fit.kind !== 'fitted') throw new Error(fit.kind);
  const { parameters, logLikelihood } = fit;
  const histories = shop.map(({ before }) => before);
  expect(paretoNbd.logLikelihood(parameters, histories)).toBeCloseTo(logLikelihood, 8);
  expect(paretoNbd.logLikelihood(truth, histories)).toBeLessThan(logLikelihood);
  expect(parameters.r / truth.r).toBeCloseTo(1, 0);
  expect(parameters.r / parameters.alpha / (truth.r / truth.alpha)).toBeCloseTo(1, 0);
  for (const name of ['r', 'alpha', 's', 'beta'] as const) {
    for (const factor of [0.97, 1.03]) {
      const other = { ...parameters, [name]: parameters[name] * factor };
      expect(paretoNbd.logLikelihood(other, histories)).toBeLessThan(logLikelihood);
    }
  }
});

test('both sums foresee what the simulated shop sells next', () => {
  const histories = shop.map(({ before }) => before);
  const actual = shop.reduce((sum, { after }) => sum + after, 0);
  const conditional = histories.reduce((sum, each) => sum + paretoNbd.expectedPurchases(truth, each, 39), 0);
  expect(Math.abs(conditional / actual - 1)).toBeLessThan(0.08);
  expect(Math.abs(cohortPurchases(paretoNbd, truth, histories, 39) / actual - 1)).toBeLessThan(0.08);
});

test('the fit is the same in days as in weeks', () => {
  const weeks = shop.slice(0, 400).map(({ before }) => before);
  const days = weeks.map(({ repeats, recency, observed }) => history(repeats, 7 * recency, 7 * observed));
  const [inWeeks, inDays] = [paretoNbd.fit(weeks), paretoNbd.fit(days)];
  if (inWeeks.kind !== 'fitted' || inDays.kind !== 'fitted') throw new Error('no fit');
  expect(inDays.parameters.alpha / 7 / inWeeks.parameters.alpha).toBeCloseTo(1, 3);
  expect(inDays.parameters.beta / 7 / inWeeks.parameters.beta).toBeCloseTo(1, 3);
});

test('customers who never leave put a parameter at the edge of its range, and the fit says so', () => {
  const loyal = Array.from({ length: 50 }, () => history(10, 50, 50));
  expect(paretoNbd.fit(loyal)).toMatchObject({ kind: 'fitted', atEdge: true });
});

test('29 repeat buyers are too few to fit, and an impossible history is a fault of the caller', () => {
  const few = Array.from({ length: 29 }, () => history(1, 5, 10));
  expect(paretoNbd.fit(few)).toEqual({ kind: 'not_enough_data', need: 30, have: 29 });
  expect(() => paretoNbd.fit([history(1, 5, 4)])).toThrow(RangeError);
});

function history(repeats: number, recency: number, observed: number): BuyingHistory {
  return { repeats, recency, observed };
}

/** Customers of `truth` seen for 20 to 39 weeks, with what they buy in the 39 weeks after. */
function simulated(count: number): readonly Readonly<{ before: BuyingHistory; after: number }>[] {
  const random = seededUniform(11);
  const exponential = (rate: number) => -Math.log(1 - random()) / rate;
  return Array.from({ length: count }, () => {
    const [rate, leaving] = [exponential(truth.alpha), exponential(truth.beta)];
    const [observed, leaves] = [20 + 19 * random(), exponential(leaving)];
    const bought: number[] = [];
    for (let at = exponential(rate); at < Math.min(leaves, observed + 39); at += exponential(rate)) bought.push(at);
    const before = bought.filter((at) => at <= observed);
    return { before: history(before.length, before.at(-1) ?? 0, observed), after: bought.length - before.length };
  });
}
