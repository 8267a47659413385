import type { Locale } from '#shared/bilingual.ts';
import type { Cell, Unit } from '#web/api/types.ts';

/** How numbers are written for this reader. */
export type NumberStyle = Readonly<{ locale: Locale; currency: string }>;

/** A number as printed: `value` large, `unit` small beside it, `text` both. In English the currency sign is part of `value`. */
export type Figure = Readonly<{ value: string; unit: string; text: string }>;

/** What is printed where a number is not known. Never 0. */
export const unknown = '—';

const minus = '\u2212';

/** One number on its own: a tile, a sentence, a label. */
export function figure(value: Cell | undefined, unit: Unit, style: NumberStyle): Figure {
  const number = numberOf(value);
  if (number === null) return { value: unknown, unit: '', text: unknown };
  if (unit === 'money') return moneyFigure(number, style);
  const [scaled, digits, name] = plainScale(number, unit, style.locale);
  return joined(signed(scaled, digits), name, style.locale);
}

/** The text of `figure`, with a leading + when `plus` is asked and the number is above zero. */
export function figureText(value: Cell | undefined, unit: Unit, style: NumberStyle & { plus?: boolean }): string {
  const { text } = figure(value, unit, style);
  return style.plus && (numberOf(value) ?? 0) > 0 ? `+${text}` : text;
}

/** The cell as a number; null when it is unknown or no number at all. */
export function numberOf(cell: Cell | undefined): number | null {
  if (cell === null || cell === undefined || cell === '') return null;
  const number = Number(cell);
  return Number.isFinite(number) ? number : null;
}

/** Digits grouped in threes with a real minus sign; what rounds to zero has no sign. */
export function signed(value: number, digits: number): string {
  const text = grouped(Math.abs(value), digits);
  return value < 0 && /[1-9]/.test(text) ? minus + text : text;
}

/** The sign of the currency, `¥` for CNY, as English puts it before the figure. */
export function currencySign(currency: string): string {
  return currencyParts(currency).find((part) => part.type === 'currency')?.value ?? currency;
}

type MoneyStep = Readonly<{ by: number; unit: string; digits: (scaled: number) => number }>;

const steps: Readonly<Record<Locale, readonly MoneyStep[]>> = {
  zh: [
    { by: 1, unit: '元', digits: cents },
    { by: 1e4, unit: '万', digits: (scaled) => (round(scaled, 1) < 100 ? 1 : 0) },
    { by: 1e8, unit: '亿', digits: () => 2 },
  ],
  en: [
    { by: 1, unit: '', digits: cents },
    { by: 1e3, unit: 'K', digits: () => 0 },
    { by: 1e6, unit: 'M', digits: (scaled) => (round(scaled, 2) < 100 ? 2 : 1) },
    { by: 1e9, unit: 'B', digits: () => 2 },
  ],
};

/** English leaves amounts below ten thousand whole: ¥8,560 says more than ¥9K. */
const wholeBelow: Readonly<Record<Locale, number>> = { zh: 1e4, en: 1e4 };

function moneyFigure(value: number, { locale, currency }: NumberStyle): Figure {
  const step = moneyStep(Math.abs(value), locale);
  const scaled = value / step.by;
  const digits = signed(scaled, step.digits(Math.abs(scaled)));
  const sign = locale === 'en' || currency !== 'CNY' ? currencySign(currency) : '';
  const unit = step.unit === '元' && currency !== 'CNY' ? '' : step.unit;
  const placed = digits.startsWith(minus) ? minus + sign + digits.slice(1) : sign + digits;
  return { value: placed, unit, text: placed + unit };
}

/** The largest step whose rounded figure is not yet 1 of the next: 9,999.6万 is already 1.00亿. */
function moneyStep(amount: number, locale: Locale): MoneyStep {
  const ladder = steps[locale];
  const whole = ladder[0] as MoneyStep;
  if (round(amount, whole.digits(amount)) < wholeBelow[locale]) return whole;
  const next = (index: number) => ladder[index + 1]?.by ?? Number.POSITIVE_INFINITY;
  const fits = (step: MoneyStep, index: number) =>
    index > 0 && round(amount / step.by, step.digits(amount / step.by)) * step.by < next(index);
  return ladder.find(fits) ?? (ladder.at(-1) as MoneyStep);
}

const unitNames: Readonly<Record<Exclude<Unit, 'money'>, Readonly<Record<Locale, string>>>> = {
  count: { zh: '', en: '' },
  quantity: { zh: '', en: '' },
  ratio: { zh: '%', en: '%' },
  days: { zh: '天', en: ' days' },
  minutes: { zh: '分钟', en: ' min' },
};

function plainScale(value: number, unit: Exclude<Unit, 'money'>, locale: Locale): [number, number, string] {
  const name = unitNames[unit][locale];
  if (unit === 'ratio') return [value * 100, 1, name];
  const fine = unit === 'quantity' ? 2 : 1;
  return [value, Number.isInteger(value) || unit === 'count' ? 0 : fine, name];
}

function joined(value: string, unit: string, locale: Locale): Figure {
  return { value, unit: unit.trim(), text: locale === 'en' ? value + unit : value + unit.trim() };
}

function cents(value: number): number {
  return value < 100 && !Number.isInteger(value) ? 2 : 0;
}

/** Half away from zero, safe for the sizes on a screen. */
function round(value: number, digits: number): number {
  return Number(grouped(Math.abs(value), digits).replaceAll(',', '')) * Math.sign(value || 1);
}

const formats = new Map<number, Intl.NumberFormat>();

function grouped(value: number, digits: number): string {
  let format = formats.get(digits);
  if (!format) {
    format = new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
    formats.set(digits, format);
  }
  return format.format(value);
}

function currencyParts(currency: string): Intl.NumberFormatPart[] {
  return new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(0);
}
