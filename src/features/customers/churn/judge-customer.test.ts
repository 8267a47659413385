import { expect, test } from 'vitest';
import type { ChurnFigures } from './churn-figures.ts';
import type { WarningModel } from './churn-models.ts';
import { churnWords } from './churn-words.ts';
import { judgeCustomer } from './judge-customer.ts';

/** Ten orders, one every 20 days, each of 100; the last one `silentDays` ago. */
const buyer = (silentDays: number, changes: Partial<ChurnFigures> = {}): ChurnFigures => ({
  id: 'jia',
  orderDays: 10,
  activeDays: 180,
  knownDays: 180 + silentDays,
  silentDays,
  medianGapDays: 20,
  p90GapDays: 25,
  repeatAmount: 100,
  meanAmount: 100,
  recent: 0,
  norm: 0,
  lastYear: 1000,
  heldOut: 0,
  heldOutAmount: 0,
  ...changes,
});

/** The known parameters of MBG/NBD on CDNOW. */
const model: WarningModel = {
  buying: { model: 'mbgNbd', parameters: { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 } },
  spending: null,
};

test('by the rule alone silence beyond twice the own gap is a warning, beyond thrice an urgent one', () => {
  expect(judgeCustomer(buyer(40), null).level).toBeNull();
  expect(judgeCustomer(buyer(41), null)).toMatchObject({ level: 'medium', thresholdDays: 40, atRisk: 1000 });
  expect(judgeCustomer(buyer(61), null).level).toBe('high');
});

test('with a model a warning is urgent when the own rhythm and P(alive) agree', () => {
  const one = judgeCustomer(buyer(20), model);
  expect(one.level).toBeNull();
  expect(one.alive).toBeGreaterThan(0.8);
  const both = judgeCustomer(buyer(120), model);
  expect(both.level).toBe('high');
  expect(both.alive).toBeLessThan(0.2);
});

test('who has not ordered for a year is lost already and no warning any more', () => {
  expect(judgeCustomer(buyer(365), model).isGone).toBe(false);
  expect(judgeCustomer(buyer(366), model)).toMatchObject({ level: null, isGone: true });
});

test('an amount down by half is a warning of its own, for what is missing in a year', () => {
  const fallen = { activeDays: 590, knownDays: 600, recent: 90, norm: 730 };
  expect(judgeCustomer(buyer(10, fallen), model)).toMatchObject({ level: 'low', fall: -0.5, atRisk: 365 });
  expect(judgeCustomer(buyer(10, { ...fallen, recent: 91 }), model)).toMatchObject({ level: null, fall: null });
});

test('a one-time buyer falls silent too, which BG/NBD would never see', () => {
  const once = buyer(300, { orderDays: 1, activeDays: 0, knownDays: 300, medianGapDays: null, p90GapDays: null });
  expect(judgeCustomer(once, model)).toMatchObject({ level: 'low', thresholdDays: null });
  expect(judgeCustomer(once, null).level).toBeNull();
});

test('revenue at risk is what a year would bring if the customer stayed, whatever P(alive) is', () => {
  const [soon, late] = [judgeCustomer(buyer(60), model), judgeCustomer(buyer(120), model)];
  expect(soon.atRisk / late.atRisk).toBeLessThan(1.5);
  expect(soon.expectedOrders ?? 0).toBeGreaterThan(2 * (late.expectedOrders ?? 0));
});

test('the reason is said in words with its numbers, in both languages', () => {
  const figures = buyer(120);
  expect(churnWords({ figures, judgement: judgeCustomer(figures, null) })).toEqual({
    zh: '平常约20天一单，已120天没下单，超过40天的界限',
    en: 'Orders about every 20 days, silent for 120, beyond its limit of 40',
  });
});
