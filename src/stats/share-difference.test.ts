import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareDifference } from './share-difference.ts';

/** Newcombe 1998, table II: examples (a), (d) and (f) by method 10. */
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [10, 10, 0, 20, 0.6791, 1],
])('%i of %i against %i of %i is the published interval', (hits, n, hitsBefore, nBefore, low, high) => {
  const found = shareDifference({ hits, n }, { hits: hitsBefore, n: nBefore });
  expect(found?.low).toBeCloseTo(low, 3);
  expect(found?.high).toBeCloseTo(high, 3);
});

test('a share of nothing has no difference', () => {
  expect(shareDifference({ hits: 0, n: 0 }, { hits: 1, n: 2 })).toBeNull();
});

const share = fc
  .tuple(fc.nat(200), fc.nat(200))
  .map(([left, right]) => ({ hits: Math.min(left, right), n: Math.max(left, right, 1) }));

test('the interval holds the difference, stays within −1 and 1, and turns round with its sides', () => {
  fc.assert(
    fc.property(share, share, (now, before) => {
      const found = shareDifference(now, before);
      const back = shareDifference(before, now);
      if (!found || !back) throw new Error('both rest on something');
      expect(found.low).toBeLessThanOrEqual(found.difference);
      expect(found.high).toBeGreaterThanOrEqual(found.difference);
      expect(Math.max(-found.low, found.high)).toBeLessThanOrEqual(1 + 1e-12);
      expect(back.low).toBeCloseTo(-found.high, 12);
    }),
  );
});
