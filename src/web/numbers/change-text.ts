import type { Locale } from '#shared/bilingual.ts';
import type { Cell, Unit } from '#web/api/types.ts';
import { numberOf, signed, unknown } from './figure.ts';

/** A change as printed: ▲▼ says the direction, so the text carries no sign. */
export type ChangeText = Readonly<{ direction: 'up' | 'down' | 'flat' | 'unknown'; text: string }>;

/**
 * The change of a measure: a ratio of the base (0.086 → ▲ 8.6%), or for measures that are ratios themselves a difference
 * (0.017 → ▲ 1.7点 / 1.7 pp). What rounds to zero is flat.
 */
export function changeText(change: Cell | undefined, unit: Unit, locale: Locale): ChangeText {
  const number = numberOf(change);
  if (number === null) return { direction: 'unknown', text: unknown };
  const percent = Math.abs(number * 100);
  const digits = signed(percent, percent >= 999.95 ? 0 : 1);
  const points = { zh: '点', en: ' pp' }[locale];
  const text = digits + (unit === 'ratio' ? points : '%');
  if (!/[1-9]/.test(digits)) return { direction: 'flat', text };
  return { direction: number > 0 ? 'up' : 'down', text };
}

/** The same in one string, for exports and places without colour: `+8.6%`, `−1.7点`. */
export function signedChange(change: Cell | undefined, unit: Unit, locale: Locale): string {
  const { direction, text } = changeText(change, unit, locale);
  return { up: `+${text}`, down: `\u2212${text}`, flat: text, unknown: text }[direction];
}
