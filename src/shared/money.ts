/** Exact money as text with four decimals (`-12.3400`), as decimal(18,4) comes out of both databases. Never a float. */
export type Money = string & { readonly __brand: 'Money' };

const decimalPattern = /^([+-]?)(\d+)(?:\.(\d*))?$/;
const scale = 4;
const one = 10n ** BigInt(scale);
const largest = 10n ** 18n;

/** Whether the text is a plain decimal that decimal(18,4) holds without rounding. */
export function isMoney(text: string): boolean {
  const decimal = decimalOf(text);
  if (!decimal) return false;
  const [digits, places] = decimal;
  const excess = 10n ** BigInt(Math.max(places - scale, 0));
  return digits % excess === 0n && magnitude(rescaled(digits, places)) < largest;
}

/** The text as money. Throws `RangeError` when it is no plain decimal or would have to be rounded. */
export function money(text: string): Money {
  if (!isMoney(text)) throw new RangeError(`not a decimal(18,4): ${text}`);
  return moneyOf(unitsOf(text));
}

/** Ten-thousandths of a plain decimal text; further decimals are rounded half away from zero. */
export function unitsOf(text: string): bigint {
  const decimal = decimalOf(text);
  if (!decimal) throw new RangeError(`not a decimal: ${text}`);
  return rescaled(...decimal);
}

/** Money of that many ten-thousandths. */
export function moneyOf(units: bigint): Money {
  const digits = magnitude(units)
    .toString()
    .padStart(scale + 1, '0');
  const text = `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  // The sign is the only thing missing from the text, so it is money by construction.
  return (units < 0n ? `-${text}` : text) as Money;
}

/** The sum, exactly; of nothing it is zero. */
export function sumOfMoney(amounts: readonly string[]): Money {
  return moneyOf(amounts.reduce((total, amount) => total + unitsOf(amount), 0n));
}

/** `left` less `right`, exactly. */
export function subtractMoney(left: string, right: string): Money {
  return moneyOf(unitsOf(left) - unitsOf(right));
}

/** The amount times a plain decimal of any number of decimals (a rate, a quantity), rounded once, half away from zero. */
export function multiplyMoney(amount: string, factor: string): Money {
  const left = requiredDecimal(amount);
  const right = requiredDecimal(factor);
  return moneyOf(rescaled(left[0] * right[0], left[1] + right[1]));
}

/** The amount divided by a plain decimal, rounded once, half away from zero; null when the divisor is zero. */
export function divideMoney(amount: string, divisor: string): Money | null {
  const [above, abovePlaces] = requiredDecimal(amount);
  const [below, belowPlaces] = requiredDecimal(divisor);
  if (below === 0n) return null;
  const numerator = above * 10n ** BigInt(belowPlaces) * one;
  return moneyOf(roundedQuotient(numerator, below * 10n ** BigInt(abovePlaces)));
}

/** Negative, zero or positive as `left` is less than, equal to or more than `right`. */
export function compareMoney(left: string, right: string): number {
  const difference = unitsOf(left) - unitsOf(right);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * `total` shared out in proportion to the weights by largest remainder at four decimals: shares add up to it exactly.
 * Equal remainders go to the earlier one. When weights add up to zero everyone gets the same. No weights: no shares.
 */
export function allocate(total: string, weights: readonly string[]): readonly Money[] {
  const amount = unitsOf(total);
  const given = weights.map(unitsOf);
  const sum = given.reduce((built, weight) => built + weight, 0n);
  const parts = sum === 0n ? given.map(() => 1n) : given;
  const whole = sum === 0n ? BigInt(parts.length) : sum;
  const floors = parts.map((part) => flooredQuotient(amount * part, whole));
  const left = Number(amount - floors.reduce((built, floor) => built + floor, 0n));
  const lucky = new Set(
    parts
      .map((part, index) => ({ index, remainder: magnitude(amount * part - (floors[index] ?? 0n) * whole) }))
      .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1))
      .slice(0, left)
      .map((each) => each.index),
  );
  return floors.map((floor, index) => moneyOf(lucky.has(index) ? floor + 1n : floor));
}

type Decimal = readonly [digits: bigint, places: number];

function decimalOf(text: string): Decimal | null {
  const match = decimalPattern.exec(text);
  if (!match) return null;
  const fraction = match[3] ?? '';
  const digits = BigInt(`${match[2]}${fraction}`);
  return [match[1] === '-' ? -digits : digits, fraction.length];
}

function requiredDecimal(text: string): Decimal {
  const decimal = decimalOf(text);
  if (!decimal) throw new RangeError(`not a decimal: ${text}`);
  return decimal;
}

function rescaled(digits: bigint, places: number): bigint {
  return places <= scale
    ? digits * 10n ** BigInt(scale - places)
    : roundedQuotient(digits, 10n ** BigInt(places - scale));
}

function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const isNegative = numerator < 0n !== denominator < 0n;
  const below = magnitude(denominator);
  const quotient = (magnitude(numerator) * 2n + below) / (below * 2n);
  return isNegative ? -quotient : quotient;
}

function flooredQuotient(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const isInexact = quotient * denominator !== numerator;
  return isInexact && numerator < 0n !== denominator < 0n ? quotient - 1n : quotient;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
