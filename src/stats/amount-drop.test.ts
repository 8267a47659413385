import { expect, test } from 'vitest';
import { amountDrop, type DatedAmount } from './amount-drop.ts';

/** An amount each day from day 0 on, and another on the last 73 of 500 days. */
const daily = (before: number, recent: number): DatedAmount[] =>
  Array.from({ length: 501 }, (_, day) => ({ day, amount: day > 427 ? recent : before }));
const rule = { recentDays: 73, drop: 0.3 };

test('a customer who spends half of what was usual is down by 50 %', () => {
  expect(amountDrop(daily(10, 5), 500, rule)).toEqual({
    kind: 'amounts',
    recent: 365,
    norm: 730,
    change: -0.5,
    isDown: true,
  });
});

test('a tenth less is no warning, and more is none either', () => {
  expect(amountDrop(daily(10, 9), 500, rule)).toMatchObject({ isDown: false });
  expect(amountDrop(daily(10, 20), 500, rule)).toMatchObject({ change: 1, isDown: false });
});

test('exactly 30 % less is a warning', () => {
  expect(amountDrop(daily(10, 7), 500, rule)).toMatchObject({ isDown: true });
});

test('a customer of less than a year and the recent days has no norm yet', () => {
  expect(amountDrop(daily(10, 5), 430, rule)).toEqual({ kind: 'not_enough_data', need: 438, have: 430 });
  expect(amountDrop([], 430, rule)).toEqual({ kind: 'not_enough_data', need: 438, have: 0 });
});

test('a year without revenue is no norm to fall from', () => {
  expect(amountDrop([{ day: 0, amount: 5 }], 800, rule)).toEqual({ kind: 'not_enough_data', need: 1, have: 0 });
});

test('without a rule the last 90 days and 30 % are meant', () => {
  expect(amountDrop(daily(10, 0), 500)).toMatchObject({ norm: 900, isDown: true });
});
