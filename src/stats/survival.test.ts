import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Stay, type SurvivalCurve, survivalAt, survivalCurve, survivalQuantile } from './survival.ts';

/** Six deals that left the stage and four that still sit in it (METRICS §7). */
const stage = stays([2, 3, 4, 5, 6, 21], [9, 14, 20, 30]);

test('open deals count for as long as they are known to have stayed', () => {
  const shares = [2, 3, 4, 5, 6, 21].map((day) => survivalAt(curve(stage), day));
  [0.9, 0.8, 0.7, 0.6, 0.5, 0.25].forEach((share, index) => {
    expect(shares[index]).toBeCloseTo(share, 12);
  });
});

test('half of the deals leave within 6 days, three quarters within 21; when nine in ten do is not known yet', () => {
  const quantiles = [0.5, 0.75, 0.9].map((q) => survivalQuantile(curve(stage), q).value);
  expect(quantiles).toEqual([6, 21, null]);
});

test('leaving open deals out would say 4 days instead of 6', () => {
  expect(survivalQuantile(curve(stays([2, 3, 4, 5, 6, 21], [])), 0.5).value).toBe(4);
});

test('a stage says how many deals it rests on and how many of them are still open', () => {
  expect(curve(stage)).toMatchObject({ n: 10, open: 4 });
});

test('a deal nobody has seen leave gives no median, and no division by nothing', () => {
  const open = curve(stays([], [3, 5]));
  expect(open).toEqual({ kind: 'curve', n: 2, open: 2, steps: [] });
  expect(survivalQuantile(open, 0.5)).toEqual({ value: null, low: null, high: null });
});

test('a stage nobody entered has not enough data', () => {
  expect(survivalCurve([])).toEqual({ kind: 'not_enough_data', need: 1, have: 0 });
});

test('a stay of minus one day is a fault of the caller', () => {
  expect(() => survivalCurve(stays([-1], []))).toThrow(RangeError);
});

/** Remission of leukaemia under 6-MP, weeks (Freireich et al. 1963, as printed in Kalbfleisch & Prentice). */
const remission = stays([6, 6, 6, 7, 10, 13, 16, 22, 23], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]);

test('the textbook trial of 6-MP is met: .857, .807, .753, .690, .627, .538, .448, and a median of 23 weeks', () => {
  const shares = curve(remission).steps.map((step) => Number(step.survival.toFixed(3)));
  expect(shares).toEqual([0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448]);
  expect(survivalQuantile(curve(remission), 0.5)).toEqual({ value: 23, low: 13, high: null });
});

test('its interval at 10 weeks is the published log-log one: .503 to .889', () => {
  const interval = curve(remission).steps.find((step) => step.at === 10)?.interval;
  expect(interval?.low).toBeCloseTo(0.5032, 3);
  expect(interval?.high).toBeCloseTo(0.8894, 3);
});

const anyStays = fc.array(fc.record({ duration: fc.integer({ min: 0, max: 40 }), ended: fc.boolean() }), {
  minLength: 1,
});

test('a curve never rises and stays within its interval, between 0 and 1', () => {
  fc.assert(
    fc.property(anyStays, (some) => {
      let before = 1;
      for (const { survival, interval } of curve(some).steps) {
        expect(survival).toBeGreaterThanOrEqual(0);
        expect(survival).toBeLessThan(before);
        if (interval) expect(interval.low <= survival && survival <= interval.high).toBe(true);
        before = survival;
      }
    }),
  );
});

test('with nothing open the curve is the plain share of stays that lasted longer', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1 }), fc.nat(20), (durations, day) => {
      const longer = durations.filter((duration) => duration > day).length / durations.length;
      expect(survivalAt(curve(stays(durations, [])), day)).toBeCloseTo(longer, 10);
    }),
  );
});

test('stays that are alike may be given once with their count', () => {
  fc.assert(
    fc.property(anyStays, fc.integer({ min: 1, max: 4 }), (some, count) => {
      const oneByOne = some.flatMap((stay) => Array.from({ length: count }, () => stay));
      expect(curve(some.map((stay) => ({ ...stay, count })))).toEqual(curve(oneByOne));
    }),
  );
});

test('half a stay is a fault of the caller, and none at all has not enough data', () => {
  expect(() => survivalCurve([{ duration: 1, ended: true, count: 0.5 }])).toThrow(RangeError);
  expect(survivalCurve([{ duration: 1, ended: true, count: 0 }])).toMatchObject({ kind: 'not_enough_data' });
});

function stays(ended: readonly number[], open: readonly number[]): Stay[] {
  const as = (isEnded: boolean) => (duration: number) => ({ duration, ended: isEnded });
  return [...ended.map(as(true)), ...open.map(as(false))];
}

function curve(some: readonly Stay[]): SurvivalCurve {
  const result = survivalCurve(some);
  if (result.kind !== 'curve') throw new Error(`no curve: ${result.kind}`);
  return result;
}
