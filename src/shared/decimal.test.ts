import { expect, test } from 'vitest';
import { decimal, minus, moneyUnits, quotientUnits, times } from './decimal.ts';
import { moneyOf } from './money.ts';

const exact = (text: string) => decimal(text) ?? { digits: 0n, scale: 0 };
const rounded = (text: string) => moneyOf(moneyUnits(exact(text)));

test('binary noise of a spreadsheet is rounded away at four decimals', () => {
  expect(rounded('125.43999999999998')).toBe('125.4400');
  expect(rounded('-60.70400000000001')).toBe('-60.7040');
});

test('a half rounds to the even neighbour, also below zero', () => {
  expect(['0.00005', '0.00015', '-0.00005', '-0.00015'].map(rounded)).toEqual([
    '0.0000',
    '0.0002',
    '0.0000',
    '-0.0002',
  ]);
});

test('scientific notation is read exactly', () => {
  expect(rounded('1.2E+05')).toBe('120000.0000');
  expect(rounded('4.2e-2')).toBe('0.0420');
});

test('a text that is no decimal is refused', () => {
  expect(['', '.', '-', '1,5', '1.2.3', 'abc'].map(decimal)).toEqual([null, null, null, null, null, null]);
});

test('list price before a discount of 40 % is exact', () => {
  const [paid, rate] = [exact('129.696'), exact('0.4')];
  expect(quotientUnits(paid, minus({ digits: 1n, scale: 0 }, rate))).toBe(2161600n);
  expect(quotientUnits(paid, { digits: 0n, scale: 0 })).toBeNull();
  expect(moneyOf(moneyUnits(times(paid, rate)))).toBe('51.8784');
});
