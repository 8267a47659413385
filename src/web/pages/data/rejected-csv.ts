import type { Locale } from '#shared/bilingual.ts';
import { csvText } from '#shared/csv.ts';
import type { Day } from '#shared/day.ts';
import { fileName, saveFile } from '#web/panel/download-csv.ts';
import type { Rejected } from './import-types.ts';

type About = Readonly<{ locale: Locale; today: Day; name: string; header: readonly string[] }>;

/** Saves rows that were left out as CSV that Excel opens, no cell of which it would run as a formula. */
export function saveRejected(rows: readonly Rejected[], { locale, today, name, header }: About): void {
  const blob = new Blob([rejectedCsv(rows, { locale, header })], { type: 'text/csv;charset=utf-8' });
  saveFile(blob, fileName({ name, day: today }, 'csv'));
}

/** The CSV of rows that were left out: file, sheet, row, column, value, reason. */
function rejectedCsv(
  rows: readonly Rejected[],
  { locale, header }: Readonly<{ locale: Locale; header: readonly string[] }>,
): string {
  const lines = rows.map(({ file, sheet, row, column, value, reason }) => [
    file,
    sheet,
    row,
    column,
    value,
    reason[locale],
  ]);
  return csvText([header, ...lines]);
}
