import type { Locale } from '#shared/bilingual.ts';
import type { Day } from '#shared/day.ts';
import { csvFile } from '#web/panel/download-csv.ts';
import { exportFile } from '#web/panel/export-file.ts';
import type { Rejected } from './import-types.ts';

type About = Readonly<{ id: string; locale: Locale; today: Day; name: string; header: readonly string[] }>;

/** Saves rows that were left out as CSV that Excel opens, no cell of which it would run as a formula. */
export function saveRejected(rows: readonly Rejected[], { id, locale, today, name, header }: About): Promise<void> {
  const note = { what: 'rejected_rows', id } as const;
  const make = () => rejectedCsv(rows, { locale, header });
  return exportFile({ note, format: 'csv', rows: rows.length, name, day: today, make });
}

/** The CSV of rows that were left out: file, sheet, row, column, value, reason. */
function rejectedCsv(
  rows: readonly Rejected[],
  { locale, header }: Readonly<{ locale: Locale; header: readonly string[] }>,
): Blob {
  const lines = rows.map(({ file, sheet, row, column, value, reason }) => [
    file,
    sheet,
    row,
    column,
    value,
    reason[locale],
  ]);
  return csvFile([header, ...lines]);
}
