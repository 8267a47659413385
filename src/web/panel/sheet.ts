import type { Locale } from '#shared/bilingual.ts';
import type { Row } from '#web/api/types.ts';
import { numberOf } from '#web/numbers/figure.ts';
import type { PanelTable, TableColumn } from './answer-table.ts';

/** A table as plain cells for a file: full precision, numbers as numbers, unknown empty. */
export type Sheet = Readonly<{
  header: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
  /** The kind of each column, for number formats. */
  columns: readonly TableColumn[];
}>;

const totalName = { zh: '合计', en: 'Total' };

/** The sheet of a table, totals as its last row. */
export function sheetOf(table: PanelTable, locale: Locale): Sheet {
  const cells = (row: Row) => table.columns.map((column) => cellOf(column, row));
  const totals = table.totals ? [withName(cells(table.totals), totalName[locale])] : [];
  return {
    header: table.columns.map((column) => column.label),
    rows: [...table.rows.map(cells), ...totals],
    columns: table.columns,
  };
}

function cellOf(column: TableColumn, row: Row): string | number | null {
  const value = row[column.id] ?? null;
  return column.unit ? numberOf(value) : value;
}

function withName(cells: readonly (string | number | null)[], name: string): readonly (string | number | null)[] {
  return cells[0] === null ? [name, ...cells.slice(1)] : cells;
}
