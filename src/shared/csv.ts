/** A table as CSV text: UTF-8 BOM so that Excel reads Chinese, CRLF, and no cell that a spreadsheet would run as a formula. */
export function csvText(rows: Iterable<readonly (string | number | null)[]>): string {
  let text = '\uFEFF';
  for (const row of rows) text += csvLine(row);
  return text;
}

/** One line of CSV, ended by CRLF. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

const formulaStart = /^[=+\-@\t\r]/;
const plainNumber = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?%?$/i;

/** The cell as CSV; text that a spreadsheet would take for a formula gets a leading apostrophe, numbers stay numbers. */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  const safe = formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
