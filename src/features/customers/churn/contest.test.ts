import { expect, test } from 'vitest';
import type { ChurnFigures } from './churn-figures.ts';
import { type Choice, choiceOf, contestOf } from './contest.ts';

type Score = Readonly<{ miss: number | null; precision: number | null }>;

const total = { conditional: 90, cohort: 95, actual: 100 };

function chosen(mbg: Score | null, pareto: Score | null): Choice {
  return choiceOf([
    ...(mbg ? [{ model: 'mbgNbd' as const, ...total, ...mbg }] : []),
    ...(pareto ? [{ model: 'paretoNbd' as const, ...total, ...pareto }] : []),
    { model: 'bgNbd' as const, ...total, miss: 0, precision: 1 },
  ]);
}

test('the model that foresees the quarter better and warns as well is the one that warns', () => {
  const pareto = { miss: 0.1, precision: 0.8 };
  expect(chosen({ miss: 0.2, precision: 0.8 }, pareto)).toEqual({ chosen: 'paretoNbd', reason: 'pareto_better' });
  expect(chosen({ miss: 0.109, precision: 0.7 }, pareto)).toEqual({ chosen: 'mbgNbd', reason: 'no_clear_gain' });
});

test('a model that tells the total but not who falls silent does not warn', () => {
  const found = chosen({ miss: 0.2, precision: 0.81 }, { miss: 0.1, precision: 0.8 });
  expect(found).toEqual({ chosen: 'mbgNbd', reason: 'pareto_warns_worse' });
});

test('where one could not be fitted the other warns; BG/NBD never does', () => {
  expect(chosen(null, { miss: 0.3, precision: 0.5 })).toEqual({ chosen: 'paretoNbd', reason: 'sole' });
  expect(chosen(null, null)).toEqual({ chosen: 'mbgNbd', reason: 'sole' });
});

test('the miss adds up over groups what is too much in one and too little in another', () => {
  const parameters = { r: 0.5534, alpha: 10.58, s: 0.6061, beta: 11.66 };
  const figures = Array.from({ length: 10 }, (_, index) => customer(index < 5 ? 1 : 20));
  const [found] = contestOf(figures, [{ model: 'paretoNbd', parameters }]);
  const [rare = 0, often = 0] = [figures[0], figures[9]].map(
    (each) => contestOf(each ? [each] : [], [{ model: 'paretoNbd', parameters }])[0]?.conditional ?? 0,
  );
  expect(found?.conditional).toBeCloseTo(5 * rare + 5 * often, 9);
  expect(found?.miss).toBeCloseTo((Math.abs(rare - 2) + Math.abs(often - 2)) / 4, 9);
});

function customer(orderDays: number): ChurnFigures {
  return {
    id: `c${orderDays}`,
    orderDays,
    activeDays: orderDays === 1 ? 0 : 180,
    knownDays: 200,
    silentDays: orderDays === 1 ? 200 : 20,
    medianGapDays: orderDays === 1 ? null : 9,
    p90GapDays: orderDays === 1 ? null : 12,
    repeatAmount: 100,
    meanAmount: 100,
    recent: 100,
    norm: 0,
    lastYear: 400,
    heldOut: 2,
    heldOutAmount: 200,
  };
}
