import { expect, test } from 'vitest';
import type { BuyingParameters } from './beta-geometric.ts';
import { mbgNbd } from './mbg-nbd.ts';

/** CDNOW under MBG/NBD; weeks. */
const cdShop: BuyingParameters = { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 };
const newCustomer = { repeats: 0, recency: 0, observed: 0 };

test('a one-time buyer is less alive the longer the silence', () => {
  const alive = [0, 10, 38.86, 500].map((observed) => mbgNbd.aliveProbability(cdShop, { ...newCustomer, observed }));
  expect(alive.map((each) => Number(each.toFixed(3)))).toEqual([0.644, 0.522, 0.39, 0.152]);
});

test('a new customer has stayed after the first purchase with probability b / (a + b)', () => {
  expect(mbgNbd.aliveProbability(cdShop, newCustomer)).toBeCloseTo(1.614 / (1.614 + 0.891), 12);
});

test('in a short while a new customer buys at the mean rate r/α, if still there', () => {
  const week = 1e-4;
  const expected = (0.525 / 6.183) * week * (1.614 / (1.614 + 0.891));
  expect(mbgNbd.expectedPurchases(cdShop, newCustomer, week) / expected).toBeCloseTo(1, 3);
});

test('in no time nothing is bought', () => {
  expect(mbgNbd.expectedPurchases(cdShop, newCustomer, 0)).toBe(0);
});

test('the expectation is what simulated customers buy: 1.034 repeats in 31.86 weeks, by the integral over rate and chance', () => {
  expect(mbgNbd.expectedPurchases(cdShop, newCustomer, 31.8571)).toBeCloseTo(byIntegration(cdShop, 31.8571), 4);
});

/** E over λ ~ gamma(r, α), p ~ beta(a, b) of (1 − p)(1 − e^(−λpt))/p; over λ in closed form, over p by midpoints of p = u³. */
function byIntegration({ r, alpha, a, b }: BuyingParameters, time: number): number {
  const steps = 200_000;
  let [sum, mass] = [0, 0];
  for (let index = 0; index < steps; index += 1) {
    const u = (index + 0.5) / steps;
    const p = u ** 3;
    const density = p ** (a - 1) * (1 - p) ** (b - 1) * 3 * u * u;
    mass += density;
    sum += (density * (1 - p) * (1 - (alpha / (alpha + p * time)) ** r)) / p;
  }
  return sum / mass;
}
