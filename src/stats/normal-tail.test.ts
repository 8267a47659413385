import { expect, test } from 'vitest';
import { normalTail } from './normal-tail.ts';

test.each([
  [0, 0.5],
  [1, 0.15865525393145707],
  [1.959963984540054, 0.025],
  [3, 0.0013498980316300946],
  [6, 9.865876450376946e-10],
])('above %d lies the published share of a normal distribution', (z, share) => {
  expect(normalTail(z) / share).toBeCloseTo(1, 11);
});

test('below the middle lies what is missing', () => {
  expect(normalTail(-1) + normalTail(1)).toBe(1);
});

test('at the far ends the share is 0 or 1, never unknown', () => {
  expect([normalTail(60), normalTail(-60)]).toEqual([0, 1]);
});
