import type { Locale } from '#shared/bilingual.ts';
import type { Cell, Unit } from '#web/api/types.ts';
import { currencySign, type NumberStyle, numberOf, signed, unknown } from './figure.ts';

/** One unit and one precision for a whole column or axis; `unit` (万, ¥M, 天) goes into the header or the subtitle. */
export type ColumnFormat = Readonly<{
  unit: string;
  /** What one printed unit is worth, and how many digits follow the point: for rounding a whole table together. */
  by: number;
  digits: number;
  /** The bare number, unit left out; `—` when unknown. */
  text: (value: Cell | undefined) => string;
  /** The same with a + before what is above zero, for gaps and differences. */
  signedText: (value: Cell | undefined) => string;
}>;

/** The format of a column, chosen from all its values (totals included); `finer` shows one digit more, as a 口径卡 does. */
export function columnFormat(
  values: readonly (Cell | undefined)[],
  unit: Unit,
  style: NumberStyle & { finer?: boolean },
): ColumnFormat {
  const numbers = values.flatMap((value) => numberOf(value) ?? []);
  const largest = numbers.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
  const scale = unit === 'money' ? moneyScale(largest, style) : plainScale(numbers, unit, style);
  const digits = scale.digits + (style.finer && scale.by > 1 ? 1 : 0);
  const text = (value: Cell | undefined) => {
    const number = numberOf(value);
    return number === null ? unknown : signed(number / scale.by, digits);
  };
  return {
    unit: scale.unit,
    by: scale.by,
    digits: scale.digits,
    text,
    signedText: (value) => {
      const printed = text(value);
      return (numberOf(value) ?? 0) > 0 && /[1-9]/.test(printed) ? `+${printed}` : printed;
    },
  };
}

/** A header with its unit: `收入 万`, `Revenue ¥M`; the label alone when there is no unit. */
export function withUnit(label: string, format: ColumnFormat): string {
  return format.unit ? `${label} ${format.unit}` : label;
}

type Scale = Readonly<{ by: number; digits: number; unit: string }>;

type Step = Readonly<{ from: number; by: number; digits: number; unit: string }>;

/** The first step that the largest amount reaches decides: 亿 only from ten of them, so that small rows keep their digits. */
const moneySteps: Readonly<Record<Locale, readonly Step[]>> = {
  zh: [
    { from: 1e9, by: 1e8, digits: 2, unit: '亿' },
    { from: 1e6, by: 1e4, digits: 0, unit: '万' },
    { from: 1e5, by: 1e4, digits: 1, unit: '万' },
    { from: 0, by: 1, digits: 0, unit: '元' },
  ],
  en: [
    { from: 1e10, by: 1e9, digits: 2, unit: 'B' },
    { from: 1e6, by: 1e6, digits: 2, unit: 'M' },
    { from: 1e5, by: 1e3, digits: 0, unit: 'K' },
    { from: 0, by: 1, digits: 0, unit: '' },
  ],
};

function moneyScale(largest: number, { locale, currency }: NumberStyle): Scale {
  const { by, digits, unit } = moneySteps[locale].find((step) => largest >= step.from) ?? {
    by: 1,
    digits: 0,
    unit: '',
  };
  if (locale === 'zh' && currency === 'CNY') return { by, digits, unit };
  return { by, digits, unit: currencySign(currency) + (unit === '元' ? '' : unit) };
}

function plainScale(numbers: readonly number[], unit: Exclude<Unit, 'money'>, { locale }: NumberStyle): Scale {
  if (unit === 'ratio') return { by: 0.01, digits: 1, unit: '%' };
  const fractions = unit !== 'count' && numbers.some((each) => !Number.isInteger(each));
  const names = {
    count: '',
    quantity: '',
    days: { zh: '天', en: 'days' }[locale],
    minutes: { zh: '分钟', en: 'min' }[locale],
  };
  return { by: 1, digits: fractions ? 1 : 0, unit: names[unit] };
}
