import type { Locale } from '#shared/bilingual.ts';
import { csvText } from '#shared/csv.ts';
import type { Day } from '#shared/day.ts';
import type { PanelTable } from './answer-table.ts';
import { type ExportNote, exportFile } from './export-file.ts';
import { sheetOf } from './sheet.ts';

/** What a download is called, in which language its header is, and what goes on record about it. */
export type DownloadAbout = Readonly<{ name: string; day: Day; locale: Locale; note: ExportNote }>;

/** Saves the table as CSV that Excel opens: BOM, and no cell that it would run as a formula. */
export function downloadCsv(table: PanelTable, { name, day, locale, note }: DownloadAbout): Promise<void> {
  const { header, rows } = sheetOf(table, locale);
  const make = () => csvFile([header, ...rows]);
  return exportFile({ note, format: 'csv', rows: table.rows.length, name, day, make });
}

/** Rows as a CSV file. */
export function csvFile(rows: readonly (readonly (string | number | null)[])[]): Blob {
  return new Blob([csvText(rows)], { type: 'text/csv;charset=utf-8' });
}
