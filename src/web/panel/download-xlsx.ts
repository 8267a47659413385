import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { Locale } from '#shared/bilingual.ts';
import type { PanelTable, TableColumn } from './answer-table.ts';
import type { DownloadAbout } from './download-csv.ts';
import { exportFile } from './export-file.ts';
import { sheetOf } from './sheet.ts';

/** Saves the table as an Excel file with number formats. The writer is loaded when it is first needed. */
export function downloadXlsx(table: PanelTable, { name, day, locale, note }: DownloadAbout): Promise<void> {
  const make = () => workbook(table, locale);
  return exportFile({ note, format: 'xlsx', rows: table.rows.length, name, day, make });
}

async function workbook(table: PanelTable, locale: Locale): Promise<Blob> {
  const { utils, write } = await import('@e965/xlsx');
  const { header, rows, columns } = sheetOf(table, locale);
  const sheet = utils.aoa_to_sheet([[...header], ...rows.map((row) => [...row])]);
  columns.forEach((column, index) => {
    for (const row of rows.keys()) formatCell(sheet, utils.encode_cell({ r: row + 1, c: index }), column);
  });
  sheet['!cols'] = header.map((label, index) => ({
    wch: columnWidth([label, ...rows.map((row) => row[index] ?? '')]),
  }));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Salesboard');
  const bytes: ArrayBuffer = write(book, { type: 'array', bookType: 'xlsx', compression: true });
  return new Blob([bytes], { type: xlsxType });
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const widest = 40;

function formatCell(sheet: WorkSheet, address: string, column: TableColumn): void {
  const cell = sheet[address] as CellObject | undefined;
  if (cell?.t !== 'n') return;
  if (column.change || column.unit === 'ratio') cell.z = '0.0%';
  else if (column.unit === 'money') cell.z = '#,##0.00';
  else cell.z = '#,##0.##';
}

/** Characters wide; 汉字 count twice. */
function columnWidth(cells: readonly (string | number)[]): number {
  const widths = cells.map((cell) => [...String(cell)].reduce((sum, char) => sum + (char > '\u2e80' ? 2 : 1), 0));
  return Math.min(widest, Math.max(...widths) + 2);
}
