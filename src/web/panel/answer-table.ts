import type { Locale } from '#shared/bilingual.ts';
import type { Day } from '#shared/day.ts';
import type { Answer, Cell, Column, Grain, Row, Unit } from '#web/api/types.ts';
import { bucketName } from '#web/numbers/dates.ts';

/** A column of a table view or a download. */
export type TableColumn = Readonly<{
  id: string;
  label: string;
  /** Missing for text. */
  unit?: Unit | undefined;
  /** A change is a ratio of the base, or points when the measure is a ratio itself. */
  change?: boolean;
  /** A difference has a + before what is above zero. */
  difference?: boolean;
}>;

/** A table as it is shown, copied and downloaded: the same rows as the chart beside it. */
export type PanelTable = Readonly<{
  columns: readonly TableColumn[];
  rows: readonly Row[];
  totals: Row | null;
}>;

type TableStyle = Readonly<{ locale: Locale; today: Day }>;

/**
 * The answer as a table: names and buckets left, measures with base and change right, totals below; keys left out. A change
 * carries its measure's unit; that of a ratio is in points and so is its own difference.
 */
export function answerTable(answer: Answer, style: TableStyle): PanelTable {
  const unitOf = (column: Column) =>
    answer.columns.find((other) => other.role === 'measure' && other.of === column.of)?.unit ?? column.unit;
  const shown = answer.columns.filter(
    (column) => column.role !== 'key' && !(column.role === 'delta' && unitOf(column) === 'ratio'),
  );
  const time = answer.columns.find((column) => column.role === 'time');
  const named = (row: Row): Row =>
    time && typeof row[time.id] === 'string'
      ? { ...row, [time.id]: bucketName(row[time.id] as Day, time.id as Grain, style) }
      : row;
  return {
    columns: shown.map((column) =>
      tableColumn(column.role === 'change' ? { ...column, unit: unitOf(column) } : column, style.locale),
    ),
    rows: answer.rows.map(named),
    totals: answer.rows.length > 1 ? answer.totals : null,
  };
}

/** Plain rows as a table without totals; keys are left out. */
export function rowsTable(
  { columns, rows }: Readonly<{ columns: readonly Column[]; rows: readonly Row[] }>,
  { locale }: TableStyle,
): PanelTable {
  const shown = columns.filter((column) => column.role !== 'key');
  return { columns: shown.map((column) => tableColumn(column, locale)), rows, totals: null };
}

function tableColumn(column: Column, locale: Locale): TableColumn {
  const label = column.label[locale];
  if (column.role === 'dimension' || column.role === 'time') return { id: column.id, label };
  return {
    id: column.id,
    label,
    unit: column.unit ?? 'count',
    change: column.role === 'change',
    difference: column.role === 'delta',
  };
}

/** The cells of one column, totals included, to choose its format from. */
export function cellsOf(table: PanelTable, id: string): readonly (Cell | undefined)[] {
  return [...table.rows.map((row) => row[id]), table.totals?.[id]];
}
