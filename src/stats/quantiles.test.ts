import { expect, test } from 'vitest';
import { median, quantile } from './quantiles.ts';

test('the median of two deals lies in the middle between them', () => {
  expect(median([10, 20])).toBe(15);
});

test('the order of the values does not matter, and it is kept', () => {
  const days = [9, 1, 5];
  expect(median(days)).toBe(5);
  expect(days).toEqual([9, 1, 5]);
});

test('nine in ten of 0 … 10 lie below 9', () => {
  expect(quantile([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBe(9);
});

test('the ends are the smallest and the largest value', () => {
  expect([quantile([3, 1, 2], 0), quantile([3, 1, 2], 1)]).toEqual([1, 3]);
});

test('of nothing there is no median', () => {
  expect(median([])).toBeNull();
});
