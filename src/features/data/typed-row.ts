import { dateShape, momentOf, type SourceMoment } from '#connectors/files/dates.ts';
import { numberOf } from '#connectors/files/numbers.ts';
import type { SourceCell, SourceRow } from '#connectors/files/source-row.ts';
import type { Bilingual } from '#shared/bilingual.ts';
import { type Decimal, decimal, minus, moneyUnits, times } from '#shared/decimal.ts';
import { type Money, moneyOf } from '#shared/money.ts';
import type { FieldId } from './fields.ts';
import type { Findings, Place } from './findings.ts';
import type { ColumnPlan, TablePlan } from './table-plan.ts';

/** A row in the words of the product: each field read as its type; a blank one is absent. */
export type TypedRow = Readonly<{
  row: number;
  text: Partial<Record<FieldId, string>>;
  dates: Partial<Record<FieldId, SourceMoment>>;
  numbers: Partial<Record<FieldId, Decimal>>;
}>;

type Reading = Readonly<{ plan: TablePlan; findings: Findings; zone: string }>;

const blanks: ReadonlySet<string> = new Set(['', '-', '--', '—', '–', 'null', 'n/a', '#n/a', '\\n']);

/** The day in a field; null when it is blank. */
export function dayIn(row: TypedRow, id: FieldId): string | null {
  return row.dates[id]?.day ?? null;
}

/** The minute of the day in a field; null when the file gives only the day. */
export function minuteIn(row: TypedRow, id: FieldId): number | null {
  return row.dates[id]?.minute ?? null;
}

/** The amount or quantity in a field, with four decimals; null when it is blank. */
export function moneyIn(row: TypedRow, id: FieldId): Money | null {
  const value = row.numbers[id];
  return value ? moneyOf(moneyUnits(value)) : null;
}

/** Whether the cell holds nothing. */
export function isBlank(cell: SourceCell | undefined): boolean {
  return cell === undefined || (typeof cell === 'string' && blanks.has(cell.trim().toLowerCase()));
}

/** Whether the row has a value in any column of the header. */
export function isBlankRow({ cells }: SourceRow): boolean {
  return cells.every((cell) => typeof cell === 'string' && cell.trim() === '');
}

/** Reads a row; null when something in it cannot be read, which is then among the findings. */
export function typedRow(source: SourceRow, reading: Reading): TypedRow | null {
  const { plan, findings } = reading;
  const row: TypedRow = { row: source.row, text: {}, dates: {}, numbers: {} };
  let isSound = isWholeRow(source, reading);
  if (!isSound) return null;
  for (const column of plan.columns) {
    const cell = source.cells[column.index];
    if (cell === undefined || isBlank(cell)) continue;
    const fault = read(row, column, { cell, zone: reading.zone });
    if (!fault) continue;
    isSound = false;
    const { file, sheet } = plan.table;
    const value = typeof cell === 'string' ? cell : cell.text;
    findings.reject({ ...fault, place: { file, sheet, row: source.row, column: column.column }, value });
  }
  return isSound ? row : null;
}

/** The place of a row, for notes. */
export function placeOf(plan: TablePlan, row: number, column?: string): Place {
  return { file: plan.table.file, sheet: plan.table.sheet, row, column };
}

function isWholeRow({ cells, row }: SourceRow, { plan, findings }: Reading): boolean {
  const width = plan.header.columns.length;
  const extra = cells.slice(width).some((cell) => cell !== '');
  const isShort = plan.table.sheet === null && cells.length < width;
  if (!extra && !isShort) return true;
  findings.reject({
    code: 'ragged_row',
    reason: {
      zh: `这一行有 ${cells.length} 列，表头有 ${width} 列；可能被截断，或内容里的分隔符没有加引号`,
      en: `This row has ${cells.length} columns, the header ${width}: cut off, or a delimiter in a value is not quoted`,
    },
    place: placeOf(plan, row),
  });
  return false;
}

type Fault = Readonly<{ code: string; reason: Bilingual }>;
type CellReading = Readonly<{ cell: SourceCell; zone: string }>;

function read(row: TypedRow, column: ColumnPlan, { cell, zone }: CellReading): Fault | null {
  if (typeof cell !== 'string') return faults[cell.broken];
  const quoted = /^="(.*)"$/s.exec(cell);
  const text = (quoted ? (quoted[1] ?? '') : cell).trim();
  if (!quoted && text.startsWith('=')) return faults.formula;
  if (column.type === 'date') return readDate(row, column, { text, zone });
  if (column.type === 'text' || column.type === 'flag') {
    row.text[column.field] = text;
    return null;
  }
  const value = numberIn(text, column);
  if (!value) return faults.number;
  if (!isInRange(value)) return faults.tooLarge;
  row.numbers[column.field] = value;
  return null;
}

function readDate(row: TypedRow, column: ColumnPlan, { text, zone }: { text: string; zone: string }): Fault | null {
  const shape = dateShape(text, zone);
  const moment = momentOf(shape, column.dateOrder);
  if (!moment) return shape.kind === 'not_a_date' ? faults.date : faults.impossibleDate;
  row.dates[column.field] = moment;
  return null;
}

const one: Decimal = { digits: 1n, scale: 0 };

function numberIn(text: string, column: ColumnPlan): Decimal | null {
  const tenths = column.field === 'discount' ? /^(\d(?:\.\d+)?)\s*折$/.exec(text) : null;
  if (tenths) return minus(one, times(decimal(tenths[1] ?? '') ?? one, { digits: 1n, scale: 1 }));
  const value = numberOf(text, column.decimalStyle);
  return value && column.factor ? times(value, column.factor) : value;
}

/** Fits decimal(18,4). */
function isInRange({ digits, scale }: Decimal): boolean {
  return (digits < 0n ? -digits : digits) < 10n ** BigInt(14 + scale);
}

const faults = {
  error: { code: 'cell_error', reason: { zh: '单元格是错误值', en: 'The cell holds an error' } },
  formula: {
    code: 'formula',
    reason: {
      zh: '单元格是没有算出结果的公式；请在 Excel 里打开、保存后再导入',
      en: 'The cell is a formula without a result; open and save it in Excel, then import again',
    },
  },
  number: { code: 'not_a_number', reason: { zh: '这里应是数字', en: 'A number is expected here' } },
  tooLarge: { code: 'number_too_large', reason: { zh: '数字太大', en: 'The number is too large' } },
  date: { code: 'not_a_date', reason: { zh: '这里应是日期', en: 'A date is expected here' } },
  impossibleDate: {
    code: 'impossible_date',
    reason: {
      zh: '没有这一天，或年份不在 1900–2199',
      en: 'There is no such day, or the year is not within 1900–2199',
    },
  },
} as const satisfies Record<string, Fault>;
