import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ActivityRules, activityPoints, activityScores } from './activity-score.ts';

const rules: ActivityRules = {
  types: new Map([
    ['order', { weight: 10, dailyCap: 3 }],
    ['site_visit', { weight: 1, dailyCap: 2 }],
  ]),
  halfLifeDays: 30,
};

test('an order of today counts 10, one of 30 days ago 5, one of 60 days ago 2.5', () => {
  const orders = [100, 70, 40].map((day) => ({ type: 'order', day }));
  expect(activityPoints(orders, 100, rules)).toBe(17.5);
});

test('a hundred clicks on one day count as two', () => {
  expect(activityPoints(Array(100).fill({ type: 'site_visit', day: 100 }), 100, rules)).toBe(2);
});

test('our own calls raise nothing, nor does an order of tomorrow', () => {
  const acts = [
    { type: 'call', day: 100 },
    { type: 'order', day: 101 },
  ];
  expect(activityPoints(acts, 100, rules)).toBe(0);
});

test('the order in which acts are told makes no difference', () => {
  const acts = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89].map((day) => ({ type: 'order', day }));
  expect(activityPoints(acts.toReversed(), 100, rules)).toBe(activityPoints(acts, 100, rules));
});

test('customers who tie share a score, the busiest has 100, who did nothing has 0', () => {
  expect(activityScores([0, 17.5, 2, 2, 0])).toEqual({ kind: 'scores', scores: [0, 100, 50, 50, 0] });
});

test('a single customer cannot be compared', () => {
  expect(activityScores([5])).toEqual({ kind: 'not_enough_data', need: 2, have: 1 });
});

test('more points never mean a lower score', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 2, maxLength: 30 }), (points) => {
      const result = activityScores(points);
      if (result.kind !== 'scores') throw new Error(result.kind);
      const { scores } = result;
      points.forEach((left, i) => {
        points.forEach((right, j) => {
          expect(Math.sign(left - right)).toBe(Math.sign((scores[i] ?? 0) - (scores[j] ?? 0)));
        });
      });
    }),
  );
});
