/** An exact decimal: `digits` ÷ 10^`scale`. */
export type Decimal = Readonly<{ digits: bigint; scale: number }>;

/** Money and quantities are kept with four decimals: units of a ten-thousandth. */
export const moneyScale = 4;

const decimalPattern = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** The plain decimal text (`-12.50`, `1.2E-3`) as an exact decimal; null when it is not one. No float in between. */
export function decimal(text: string): Decimal | null {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = decimalPattern.exec(text) ?? [];
  if (whole === '' && fraction === '') return null;
  const digits = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

/** The decimal in units of a ten-thousandth, rounded half to even. */
export function moneyUnits(value: Decimal): bigint {
  if (value.scale <= moneyScale) return value.digits * 10n ** BigInt(moneyScale - value.scale);
  return divideHalfEven(value.digits, 10n ** BigInt(value.scale - moneyScale));
}

/** Units of a ten-thousandth as the shortest decimal text: `129.696`, `-3`, `0`. */
export function moneyText(units: bigint): string {
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(moneyScale + 1, '0');
  const fraction = digits.slice(-moneyScale).replace(/0+$/, '');
  return `${negative ? '-' : ''}${digits.slice(0, -moneyScale)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The units in a decimal text such as the store returns. Throws `RangeError` when it is not a decimal. */
export function unitsOf(text: string): bigint {
  const value = decimal(text);
  if (!value) throw new RangeError(`not a decimal: ${text}`);
  return moneyUnits(value);
}

/** The product of two decimals, exact. */
export function times(left: Decimal, right: Decimal): Decimal {
  return { digits: left.digits * right.digits, scale: left.scale + right.scale };
}

/** The difference of two decimals, exact. */
export function minus(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  const scaled = (value: Decimal) => value.digits * 10n ** BigInt(scale - value.scale);
  return { digits: scaled(left) - scaled(right), scale };
}

/** `left ÷ right` in units of a ten-thousandth, rounded half to even once; null when `right` is zero. */
export function quotientUnits(left: Decimal, right: Decimal): bigint | null {
  if (right.digits === 0n) return null;
  const numerator = left.digits * 10n ** BigInt(right.scale + moneyScale);
  return divideHalfEven(numerator, right.digits * 10n ** BigInt(left.scale));
}

/** Integer division that rounds to nearest, a half to the even neighbour. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const [top, bottom] = denominator < 0n ? [-numerator, -denominator] : [numerator, denominator];
  const floor = top / bottom - (top % bottom < 0n ? 1n : 0n);
  const twice = (top - floor * bottom) * 2n;
  if (twice < bottom || (twice === bottom && floor % 2n === 0n)) return floor;
  return floor + 1n;
}

/** Splits `total` pro rata to the weights by largest remainder: the parts sum to it. Equal parts when all weights are zero. */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.length === 0) return [];
  const sizes = weights.map((weight) => (weight < 0n ? -weight : weight));
  const sum = sizes.reduce((built, size) => built + size, 0n);
  if (sum === 0n) {
    return allocate(
      total,
      weights.map(() => 1n),
    );
  }
  const sign = total < 0n ? -1n : 1n;
  const amount = total * sign;
  const parts = sizes.map((size) => (amount * size) / sum);
  const left = Number(amount - parts.reduce((built, part) => built + part, 0n));
  const byRemainder = sizes
    .map((size, index) => ({ index, remainder: (amount * size) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts.map((part) => part * sign);
}
