import { type Decimal, decimal, times } from '#shared/decimal.ts';

/** `point`: 1,234.56. `comma`: 1.234,56. */
export type DecimalStyle = 'point' | 'comma';

const plain = /^-?\d+(?:\.\d+)?$/;
const currency = /^(?:RMB|CNY|USD|EUR|HKD|US\$|[¥￥$€£])\s*|\s*(?:RMB|CNY|USD|EUR|HKD|[¥￥$€£]|元|圆)$/gi;
const factors: Readonly<Record<string, Decimal>> = {
  '%': { digits: 1n, scale: 2 },
  '‰': { digits: 1n, scale: 3 },
  千: { digits: 1000n, scale: 0 },
  万: { digits: 10_000n, scale: 0 },
  百万: { digits: 1_000_000n, scale: 0 },
  千万: { digits: 10_000_000n, scale: 0 },
  亿: { digits: 100_000_000n, scale: 0 },
};
const grouped: Readonly<Record<DecimalStyle, RegExp>> = {
  point: /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/,
  comma: /^\d{1,3}(?:\.\d{3})+(?:,\d*)?$/,
};
const chineseGroups = /^\d{1,4}(?:,\d{4})+(?:\.\d*)?$/;

/**
 * The number that a text means: signs, currency, thousands, 万/亿, percent and accountants' parentheses understood, exactly.
 * Null when it is not a number.
 */
export function numberOf(source: string, style: DecimalStyle): Decimal | null {
  const trimmed = source.trim();
  if (style === 'point' && plain.test(trimmed)) return decimal(trimmed);
  const { text, negative, factor } = stripped(trimmed);
  const digits = ungrouped(text, style);
  const value = digits === null ? null : decimal(digits);
  if (!value) return null;
  const scaled = factor ? times(value, factor) : value;
  return negative ? { digits: -scaled.digits, scale: scaled.scale } : scaled;
}

/** What the separators of one column show. */
export type NumberTally = {
  filled: number;
  numbers: number;
  point: number;
  comma: number;
  openComma: number;
  openPoint: number;
};

/** A tally that has seen nothing. */
export function emptyNumberTally(): NumberTally {
  return { filled: 0, numbers: 0, point: 0, comma: 0, openComma: 0, openPoint: 0 };
}

/** Counts one value of the column. */
export function tallyNumber(tally: NumberTally, source: string): void {
  tally.filled += 1;
  if (!numberOf(source, 'point') && !numberOf(source, 'comma')) return;
  tally.numbers += 1;
  const { text } = stripped(source.trim());
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  if (comma === -1 && point === -1) return;
  if (comma !== -1 && point !== -1) tally[comma > point ? 'comma' : 'point'] += 1;
  else if (comma !== -1) tallySingle(tally, text.split(','), 'comma');
  else tallySingle(tally, text.split('.'), 'point');
}

/** The column's style by its own evidence; `certain` is false when 1,234 or 1.234 could be read either way. */
export function decimalStyle(tally: NumberTally, hint: DecimalStyle): { style: DecimalStyle; certain: boolean } {
  if (tally.point > tally.comma) return { style: 'point', certain: true };
  if (tally.comma > tally.point) return { style: 'comma', certain: true };
  const open = tally.openComma + tally.openPoint > 0;
  return { style: hint, certain: !open };
}

function tallySingle(tally: NumberTally, pieces: readonly string[], separator: DecimalStyle): void {
  const isGroups = pieces.length > 2;
  const other = separator === 'comma' ? 'point' : 'comma';
  if (isGroups) tally[other] += 1;
  else if (pieces[1]?.length !== 3 || (pieces[0] ?? '').length > 3 || pieces[0] === '0') tally[separator] += 1;
  else if (separator === 'comma') tally.openComma += 1;
  else tally.openPoint += 1;
}

type Stripped = Readonly<{ text: string; negative: boolean; factor: Decimal | null }>;

function stripped(source: string): Stripped {
  let text = source
    .normalize('NFKC')
    .replace(/[\u2212\u2013]/g, '-')
    .trim();
  const accountants = /^\((.+)\)$/.exec(text);
  if (accountants) text = accountants[1] ?? '';
  const trailing = /^([^-]+)-$/.exec(text);
  if (trailing) text = trailing[1] ?? '';
  const signed = /^([+-])\s*/.exec(text);
  text = (signed ? text.slice(signed[0].length) : text).replace(currency, '').trim();
  const unit = /(百万|千万|[%‰千万亿])元?$/.exec(text);
  const inner = /^-/.test(text);
  const digits = (unit ? text.slice(0, -unit[0].length) : text)
    .replace(/^-/, '')
    .replace(currency, '')
    .replace(/(?<=\d)[\s'’\u00a0\u202f](?=\d)/g, '');
  const minuses = [Boolean(accountants), Boolean(trailing), signed?.[1] === '-', inner].filter(Boolean).length;
  return { text: digits.trim(), negative: minuses % 2 === 1, factor: unit ? (factors[unit[1] ?? ''] ?? null) : null };
}

function ungrouped(text: string, style: DecimalStyle): string | null {
  if (/^\d*\.?\d*(?:e[+-]?\d+)?$/i.test(text) && style === 'point') return text;
  if (style === 'point') return grouped.point.test(text) || chineseGroups.test(text) ? text.replaceAll(',', '') : null;
  if (grouped.comma.test(text)) return text.replaceAll('.', '').replace(',', '.');
  return /^\d*(?:,\d*)?$/.test(text) ? text.replace(',', '.') : null;
}
