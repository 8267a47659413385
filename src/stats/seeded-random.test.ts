import { expect, test } from 'vitest';
import { seededUniform } from './seeded-random.ts';

const draws = (seed: number, count: number) => {
  const uniform = seededUniform(seed);
  return Array.from({ length: count }, uniform);
};

test('the same seed gives the same numbers, another seed others', () => {
  expect(draws(7, 5)).toEqual(draws(7, 5));
  expect(draws(7, 5)).not.toEqual(draws(8, 5));
});

test('a tenth of the numbers lies in each tenth, within chance', () => {
  const counts = Array<number>(10).fill(0);
  for (const each of draws(1, 100_000)) counts[Math.floor(each * 10)] = (counts[Math.floor(each * 10)] ?? 0) + 1;
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});
