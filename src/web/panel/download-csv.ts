import type { Locale } from '#shared/bilingual.ts';
import { csvText } from '#shared/csv.ts';
import type { Day } from '#shared/day.ts';
import type { PanelTable } from './answer-table.ts';
import { sheetOf } from './sheet.ts';

/** What a download is called and in which language its header is. */
export type DownloadAbout = Readonly<{ name: string; day: Day; locale: Locale }>;

/** Saves the table as CSV that Excel opens: BOM, and no cell that it would run as a formula. */
export function downloadCsv(table: PanelTable, about: DownloadAbout): void {
  const { header, rows } = sheetOf(table, about.locale);
  const blob = new Blob([csvText([header, ...rows])], { type: 'text/csv;charset=utf-8' });
  saveFile(blob, fileName(about, 'csv'));
}

/** A file name from the title: what no file system allows is left out, the day is added. */
export function fileName({ name, day }: Pick<DownloadAbout, 'name' | 'day'>, ending: string): string {
  const safe = name
    .replaceAll(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 80);
  return `${safe || 'salesboard'} ${day}.${ending}`;
}

/** Hands a file to the browser to save. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
