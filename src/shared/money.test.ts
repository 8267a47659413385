import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  allocate,
  compareMoney,
  divideMoney,
  isMoney,
  money,
  moneyOf,
  multiplyMoney,
  subtractMoney,
  sumOfMoney,
  unitsOf,
} from './money.ts';

test('money always carries four decimals', () => {
  expect(money('12.3')).toBe('12.3000');
  expect(money('-0.0001')).toBe('-0.0001');
  expect(money('0012')).toBe('12.0000');
  expect(money('12.34000')).toBe('12.3400');
});

test('a number that would have to be rounded or does not fit is not money', () => {
  for (const text of ['1.00005', '100000000000000', '1e3', '', '.5', '1,000', 'NaN', '--1']) {
    expect(isMoney(text), text).toBe(false);
  }
  expect(isMoney('99999999999999.9999')).toBe(true);
  expect(() => money('1,000')).toThrow(RangeError);
});

test('ten cents and twenty cents are thirty cents', () => {
  expect(sumOfMoney(['0.1', '0.2'])).toBe('0.3000');
  expect(sumOfMoney([])).toBe('0.0000');
  expect(subtractMoney('0.3', '0.1')).toBe('0.2000');
  expect(compareMoney('0.30', '0.3')).toBe(0);
  expect(compareMoney('-1', '0.0001')).toBe(-1);
  expect(compareMoney('10', '9')).toBe(1);
});

test('a product and a quotient are rounded once, half away from zero', () => {
  expect(multiplyMoney('100', '7.12345678')).toBe('712.3457');
  expect(multiplyMoney('-0.0001', '0.5')).toBe('-0.0001');
  expect(divideMoney('10', '3')).toBe('3.3333');
  expect(divideMoney('-10', '1.5')).toBe('-6.6667');
  expect(divideMoney('10', '0.00')).toBeNull();
});

test('an order discount of 100 over three equal lines gives the odd ten-thousandth to the first', () => {
  expect(allocate('100', ['5', '5', '5'])).toEqual(['33.3334', '33.3333', '33.3333']);
});

test('a discount over lines without an amount is shared equally, over no lines not at all', () => {
  expect(allocate('1', ['0', '0'])).toEqual(['0.5000', '0.5000']);
  expect(allocate('1', [])).toEqual([]);
});

const units = fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n });
const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 14n }).map(moneyOf), { minLength: 1, maxLength: 20 });

test('shares add up to what was shared, and each is within one ten-thousandth of its proportion', () => {
  fc.assert(
    fc.property(units.map(moneyOf), weights, (total, parts) => {
      const shares = allocate(total, parts);
      expect(sumOfMoney(shares)).toBe(total);
      const whole = parts.reduce((sum, part) => sum + unitsOf(part), 0n);
      shares.forEach((share, index) => {
        const error = unitsOf(share) * whole - unitsOf(total) * unitsOf(parts[index] ?? '0');
        if (whole > 0n) expect(error < whole && -error < whole).toBe(true);
      });
    }),
  );
});
