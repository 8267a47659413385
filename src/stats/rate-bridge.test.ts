import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RatePart, rateBridge } from './rate-bridge.ts';

const part = (key: string, hitsBefore: number, nBefore: number, hits: number, n: number): RatePart => ({
  key,
  hits,
  n,
  hitsBefore,
  nBefore,
});

test('with equal shares the part whose rate fell has all of the fall', () => {
  const bridge = rateBridge([part('华东', 60, 100, 40, 100), part('华南', 60, 100, 60, 100)]);
  expect(bridge?.change).toBeCloseTo(-0.1, 12);
  expect(bridge?.parts.map(({ key, total }) => [key, Number(total.toFixed(12))])).toEqual([
    ['华东', -0.1],
    ['华南', 0],
  ]);
});

test('a rate falls although no part’s fell: more deals came where fewer convert', () => {
  const bridge = rateBridge([part('好', 80, 100, 40, 50), part('差', 20, 100, 30, 150)]);
  expect(bridge?.change).toBeCloseTo(-0.15, 12);
  expect(bridge?.parts.every(({ within }) => Math.abs(within) < 1e-12)).toBe(true);
});

test('nothing then or now has no bridge', () => {
  expect(rateBridge([part('a', 0, 0, 1, 2)])).toBeNull();
  expect(rateBridge([])).toBeNull();
});

const tally = fc.tuple(fc.nat(50), fc.nat(50)).map(([left, right]) => [Math.min(left, right), Math.max(left, right)]);

test('the parts always sum to the change, parts that come or go included', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(tally, tally), { minLength: 1, maxLength: 12 }), (pairs) => {
      const parts = pairs.map(([[h0 = 0, n0 = 0], [h1 = 0, n1 = 0]], index) => part(String(index), h0, n0, h1, n1));
      const bridge = rateBridge(parts);
      if (!bridge) return;
      expect(bridge.parts.reduce((sum, { total }) => sum + total, 0)).toBeCloseTo(bridge.change, 10);
    }),
  );
});
