/** An exact decimal: `digits` ÷ 10^`scale`. */
export type Decimal = Readonly<{ digits: bigint; scale: number }>;

/** Money and quantities are kept with four decimals. */
const moneyScale = 4;

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
function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const [top, bottom] = denominator < 0n ? [-numerator, -denominator] : [numerator, denominator];
  const floor = top / bottom - (top % bottom < 0n ? 1n : 0n);
  const twice = (top - floor * bottom) * 2n;
  if (twice < bottom || (twice === bottom && floor % 2n === 0n)) return floor;
  return floor + 1n;
}
