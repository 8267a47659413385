import { expect, test } from 'vitest';
import { allocate, decimal, minus, moneyText, moneyUnits, quotientUnits, times, unitsOf } from './money.ts';

const rounded = (text: string) => moneyText(unitsOf(text));

test('binary noise of a spreadsheet is rounded away at four decimals', () => {
  expect(rounded('125.43999999999998')).toBe('125.44');
  expect(rounded('-60.70400000000001')).toBe('-60.704');
});

test('a half rounds to the even neighbour, also below zero', () => {
  expect(['0.00005', '0.00015', '-0.00005', '-0.00015'].map(rounded)).toEqual(['0', '0.0002', '0', '-0.0002']);
});

test('scientific notation is read exactly', () => {
  expect(rounded('1.2E+05')).toBe('120000');
  expect(rounded('4.2e-2')).toBe('0.042');
});

test('a text that is no decimal is refused', () => {
  expect(['', '.', '-', '1,5', '1.2.3', 'abc'].map(decimal)).toEqual([null, null, null, null, null, null]);
});

test('list price before a discount of 40 % is exact', () => {
  const paid = decimal('129.696');
  const rate = decimal('0.4');
  if (!paid || !rate) throw new Error('both are decimals');
  expect(quotientUnits(paid, minus({ digits: 1n, scale: 0 }, rate))).toBe(2161600n);
  expect(quotientUnits(paid, { digits: 0n, scale: 0 })).toBeNull();
  expect(moneyText(moneyUnits(times(paid, rate)))).toBe('51.8784');
});

test('parts of a discount sum to the discount', () => {
  expect(allocate(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
  expect(allocate(-7n, [3n, 4n])).toEqual([-3n, -4n]);
  expect(allocate(5n, [0n, 0n])).toEqual([3n, 2n]);
  expect(allocate(5n, [])).toEqual([]);
});
