import { expect, test } from 'vitest';
import { buyingHistory } from './buying-history.ts';

test('two orders on one day are one purchase', () => {
  expect(buyingHistory([0, 14, 14, 28], 42)).toEqual({ repeats: 2, recency: 4, observed: 6 });
});

test('a customer who bought once has no repeats and no recency', () => {
  expect(buyingHistory([7], 21)).toEqual({ repeats: 0, recency: 0, observed: 2 });
});

test('orders of the future are not known yet', () => {
  expect(buyingHistory([21, 7], 14)).toEqual({ repeats: 0, recency: 0, observed: 1 });
  expect(buyingHistory([21], 14)).toBeNull();
});
