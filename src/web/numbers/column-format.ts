import type { Cell, Unit } from '#web/api/types.ts';
import { currencySign, type NumberStyle, numberOf, signed, unknown } from './figure.ts';

/** One unit and one precision for a whole column or axis; `unit` (万, ¥M, 天) goes into the header or the subtitle. */
export type ColumnFormat = Readonly<{
  unit: string;
  /** The bare number, unit left out; `—` when unknown. */
  text: (value: Cell | undefined) => string;
  /** The same with a + before what is above zero, for gaps and differences. */
  signedText: (value: Cell | undefined) => string;
}>;

/** The format of a column, chosen from all its values (totals included). */
export function columnFormat(values: readonly (Cell | undefined)[], unit: Unit, style: NumberStyle): ColumnFormat {
  const numbers = values.flatMap((value) => numberOf(value) ?? []);
  const largest = numbers.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
  const scale = unit === 'money' ? moneyScale(largest, style) : plainScale(numbers, unit, style);
  const text = (value: Cell | undefined) => {
    const number = numberOf(value);
    return number === null ? unknown : signed(number / scale.by, scale.digits);
  };
  return {
    unit: scale.unit,
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

function moneyScale(largest: number, { locale, currency }: NumberStyle): Scale {
  const sign = locale === 'en' || currency !== 'CNY' ? currencySign(currency) : '';
  const of = (by: number, digits: number, unit: string): Scale => ({ by, digits, unit: sign + unit });
  if (locale === 'zh') {
    if (largest >= 1e9) return of(1e8, 2, '亿');
    if (largest >= 1e5) return of(1e4, largest >= 1e6 ? 0 : 1, '万');
    return of(1, 0, sign ? '' : '元');
  }
  if (largest >= 1e10) return of(1e9, 2, 'B');
  if (largest >= 1e6) return of(1e6, 2, 'M');
  return largest >= 1e5 ? of(1e3, 0, 'K') : of(1, 0, '');
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
