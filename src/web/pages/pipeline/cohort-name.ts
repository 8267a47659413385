import type { Locale } from '#shared/bilingual.ts';
import { addMonths, type Day, type DayRange, partsOf } from '#shared/day.ts';
import { bucketName, rangeText } from '#web/numbers/dates.ts';

/** How a cohort is called: 2026 Q3, 2026年8月, 2025年, else its days. */
export function cohortName(range: DayRange, style: Readonly<{ locale: Locale; today: Day }>): string {
  const [, month, date] = partsOf(range.from);
  if (date === 1) {
    if (month % 3 === 1 && addMonths(range.from, 3) === range.before) return bucketName(range.from, 'quarter', style);
    if (addMonths(range.from, 1) === range.before) return bucketName(range.from, 'month', style);
    if (month === 1 && addMonths(range.from, 12) === range.before) return bucketName(range.from, 'year', style);
  }
  return rangeText(range, style);
}
