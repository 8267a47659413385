import { expect, test } from 'vitest';
import { likeliest } from './maximum-likelihood.ts';

/** Waiting times of mean 4 from an exponential distribution of rate λ: mean log-likelihood log λ − 4 λ. */
const waits = ([rate = 1]: readonly number[]) => ({ value: Math.log(rate) - 4 * rate, gradient: [1 / rate - 4] });

test('waiting times of 4 days on average come at a rate of one quarter', () => {
  const found = likeliest(waits, [1]);
  expect(found?.parameters[0]).toBeCloseTo(0.25, 7);
  expect(found?.value).toBeCloseTo(Math.log(0.25) - 1, 10);
  expect(found?.atEdge).toBe(false);
});

test('a likelihood that rises without end comes to rest at the edge, and says so', () => {
  const rising = ([a = 1]: readonly number[]) => ({ value: a / (1 + a), gradient: [1 / (1 + a) ** 2] });
  expect(likeliest(rising, [1])?.atEdge).toBe(true);
});
