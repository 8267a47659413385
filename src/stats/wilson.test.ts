import { expect, test } from 'vitest';
import { wilson95 } from './wilson.ts';

test.each([
  [3, 10, 0.1078, 0.6032],
  [30, 100, 0.2189, 0.3959],
  [2, 2, 0.3424, 1],
])('%d of %d has the published Wilson interval', (hits, n, low, high) => {
  const interval = wilson95(hits, n);
  expect(interval?.low).toBeCloseTo(low, 4);
  expect(interval?.high).toBeCloseTo(high, 4);
});

test('nothing tried has no interval', () => {
  expect(wilson95(0, 0)).toBeNull();
});
