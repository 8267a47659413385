import { expect, test } from 'vitest';
import { seededUniform } from '#stats/seeded-random.ts';
import type { ChurnFigures } from './churn-figures.ts';
import { warningModel } from './churn-models.ts';
import { fitInThread } from './fit-in-thread.ts';
import { fitted } from './fit-task.ts';
import { scoreOf } from './score-card.ts';

const days = { split: '2026-08-23', until: '2026-11-21' };

const customer = (changes: Partial<ChurnFigures>): ChurnFigures => ({
  id: 'jia',
  orderDays: 4,
  activeDays: 90,
  knownDays: 100,
  silentDays: 10,
  medianGapDays: 30,
  p90GapDays: 30,
  repeatAmount: 100,
  meanAmount: 100,
  recent: 100,
  norm: 0,
  lastYear: 400,
  heldOut: 1,
  heldOutAmount: 100,
  ...changes,
});

test('precision counts who was warned of and did not order, beside everybody', () => {
  const silent = { silentDays: 80, knownDays: 170 };
  const card = scoreOf(
    [
      customer({ ...silent, heldOut: 0 }),
      customer({ ...silent, heldOut: 0 }),
      customer({ ...silent, heldOut: 2 }),
      customer({ heldOut: 0 }),
      ...Array.from({ length: 6 }, () => customer({})),
      customer({ silentDays: 400, knownDays: 490, heldOut: 0 }),
    ],
    null,
    days,
  );
  expect(card.warned).toMatchObject({ customers: 3, hits: 2, share: 2 / 3 });
  expect(card.base).toMatchObject({ customers: 10, hits: 3, share: 0.3 });
  expect(card.calibration).toBeNull();
});

test('a fall in the amount is judged by the amount that came', () => {
  const fallen = { knownDays: 600, norm: 3650, recent: 300 };
  const card = scoreOf(
    [customer({ ...fallen, heldOutAmount: 400 }), customer({ ...fallen, heldOutAmount: 900 })],
    null,
    days,
  );
  expect(card.fallen).toMatchObject({ customers: 2, hits: 1, share: 0.5 });
});

test('nobody warned of is no precision, not a perfect one', () => {
  expect(scoreOf([customer({})], null, days).warned).toEqual({
    customers: 0,
    hits: 0,
    share: null,
    low: null,
    high: null,
  });
});

test('with too few who bought again the rule stands in and says how many are missing', () => {
  const { models } = fitted({ now: [customer({}), customer({})], earlier: [], days });
  expect(models.mbgNbd).toEqual({ kind: 'not_enough_data', need: 100, have: 2 });
  expect(models.paretoNbd).toEqual(models.mbgNbd);
  expect(warningModel(models)).toBeNull();
});

test('a fit in a thread is the same as one in place, and groups are predicted as they turn out', async () => {
  const figures = simulated(600);
  const task = { now: figures, earlier: figures, days };
  const made = await fitInThread(task);
  expect(made).toEqual(fitted(task));
  const { calibration } = made.scoreCard;
  expect(calibration?.groups).toHaveLength(10);
  expect(Math.abs((calibration?.predicted ?? 0) / (calibration?.actual ?? 1) - 1)).toBeLessThan(0.15);
});

test('every model stands beside what came, by each own history and by the cohort', () => {
  const { scoreCard } = fitted({ now: [], earlier: simulated(600), days });
  expect(scoreCard.contest.map(({ model }) => model)).toEqual(['mbgNbd', 'paretoNbd', 'bgNbd']);
  for (const { conditional, cohort, actual } of scoreCard.contest) {
    expect(actual).toBe(scoreCard.calibration?.actual);
    expect(Math.abs(conditional / actual - 1)).toBeLessThan(0.15);
    expect(Math.abs(cohort / actual - 1)).toBeLessThan(0.15);
    expect(conditional).not.toBe(cohort);
  }
});

test('of very many customers Pareto/NBD takes four thousand, all over the list, and the others take all', () => {
  const few = simulated(120);
  const now = few.flatMap((each) => Array.from({ length: 100 }, () => each));
  const { models } = fitted({ now, earlier: [], days });
  const small = fitted({ now: few, earlier: [], days }).models;
  expect(models.mbgNbd).toMatchObject({ customers: 12_000 });
  expect(models.paretoNbd).toMatchObject({ kind: 'fitted', customers: 4000 });
  if (models.paretoNbd.kind !== 'fitted' || small.paretoNbd.kind !== 'fitted') throw new Error('not fitted');
  expect(models.paretoNbd.parameters.r / small.paretoNbd.parameters.r).toBeCloseTo(1, 2);
});

test('the score card of a quarter ago does not change when later days become known', () => {
  const earlier = simulated(300);
  const [early, late] = [simulated(300), simulated(400)].map((now) => fitted({ now, earlier, days }).scoreCard);
  expect(early).toEqual(late);
});

/** Customers who buy at their own rate for a year and leave after some purchase, and what they buy in the 90 days after. */
function simulated(count: number): ChurnFigures[] {
  const random = seededUniform(7);
  const exponential = (mean: number) => -mean * Math.log(1 - random());
  return Array.from({ length: count }, (_, index) => {
    const mean = 10 + exponential(30);
    const knownDays = 200 + Math.floor(random() * 165);
    const bought = [0];
    for (let day = exponential(mean); day < knownDays + 90; day += exponential(mean)) {
      if (random() < 0.06) break;
      if (Math.floor(day) > (bought.at(-1) ?? 0)) bought.push(Math.floor(day));
    }
    const before = bought.filter((day) => day <= knownDays);
    const last = before.at(-1) ?? 0;
    return customer({
      id: `c${index}`,
      orderDays: before.length,
      activeDays: last,
      knownDays,
      silentDays: knownDays - last,
      repeatAmount: before.length > 1 ? exponential(100) + 1 : 0,
      heldOut: bought.length - before.length,
    });
  });
}
