import { expect, test } from 'vitest';
import { moneyUnits } from '#shared/decimal.ts';
import { moneyOf } from '#shared/money.ts';
import { type DecimalStyle, decimalStyle, emptyNumberTally, numberOf, tallyNumber } from './numbers.ts';

const read = (text: string, style: DecimalStyle = 'point') => {
  const value = numberOf(text, style);
  return value && Number(moneyOf(moneyUnits(value)));
};
const styleOf = (...values: string[]) => {
  const tally = emptyNumberTally();
  for (const value of values) tallyNumber(tally, value);
  return decimalStyle(tally, 'point');
};

test.each([
  ['1,234.56', 1234.56],
  ['¥1,234', 1234],
  ['￥ 1,234.5 元', 1234.5],
  ['１２３．５', 123.5],
  ['1.5万', 15000],
  ['3亿', 300000000],
  ['2.5 万元', 25000],
  ['12.5%', 0.125],
  ['(1,234.50)', -1234.5],
  ['-$5', -5],
  ['5-', -5],
  ['1.2E+05', 120000],
  ['1 234', 1234],
  ['12,3456', 123456],
])('%s is the number %d', (text, value) => expect(read(text)).toBe(value));

test('with a decimal comma the same text is another number', () => {
  expect(read('1.234,56', 'comma')).toBe(1234.56);
  expect(read('1.234', 'comma')).toBe(1234);
  expect(read('1.234')).toBe(1.234);
});

test('text is not a number', () => {
  expect(['abc', '12 pieces', '1,23', '1.2.3', '', '--', '1-2'].map((text) => read(text))).toEqual(Array(7).fill(null));
});

test('the decimal style is told by the values of the whole column', () => {
  expect(styleOf('1.234', '1.234,5')).toEqual({ style: 'comma', certain: true });
  expect(styleOf('1,234', '56.7')).toEqual({ style: 'point', certain: true });
  expect(styleOf('129.696', '125.43999999999998')).toEqual({ style: 'point', certain: true });
  expect(styleOf('1,234', '5,678')).toEqual({ style: 'point', certain: false });
});
