import { z } from 'zod';
import type { Asking } from '#features/ask.ts';
import { compile } from '#semantic/compile.ts';
import type { Fact, ListColumn } from '#semantic/define.ts';
import { wellFormed } from '#semantic/parse.ts';
import type { Plan } from '#semantic/plan.ts';
import type { Cell, Column } from '#semantic/question.ts';
import { compileRows, compileRowTotals, listColumns, type RowCursor, rolesOf } from '#semantic/rows-sql.ts';
import { shape } from '#semantic/shape.ts';
import type { ResolvedMeasure } from '#semantic/ways.ts';
import type { Bilingual } from '#shared/bilingual.ts';
import { type Day, isDay } from '#shared/day.ts';
import { moneyOf, unitsOf } from '#shared/money.ts';
import { Problem } from '#shared/problem.ts';
import { cellSchema, plannedCell } from './cell-question.ts';

/** A page of the rows behind one number. */
export const rowsQuestionSchema = cellSchema.extend({
  cursor: z.string().max(600).optional(),
  limit: z.int().min(1).max(1000).optional(),
});

export type RowsQuestion = z.input<typeof rowsQuestionSchema>;

/** Rows that add up to the number: `value`, or `numerator` and `denominator`, is what each adds. `sum` is of all rows. */
export type RowsBehind = Readonly<{
  columns: readonly Column[];
  rows: readonly Record<string, Cell>[];
  next: string | null;
  total: number;
  sum: Cell;
}>;

/** The rows behind one number, newest first. */
export async function rowsBehind(asking: Asking, input: RowsQuestion): Promise<RowsBehind> {
  const { cursor, limit = 50, ...cell } = wellFormed(rowsQuestionSchema, input);
  const { plan, measure } = await plannedCell(asking, cell);
  const after = cursor ? decoded(cursor) : null;
  const [page, totals, figure] = await Promise.all([
    asking.replica.run(compileRows(plan, measure, { after, limit: limit + 1 })),
    asking.replica.run(compileRowTotals(plan, measure)),
    addsUp(measure) ? null : cellValue(asking, { plan, measure }),
  ]);
  const rows = page.rows.slice(0, limit).map((row) => rowOf(plan, measure, row));
  const last = page.rows.length > limit ? page.rows[limit - 1] : undefined;
  const [total, ...sums] = totals.rows[0] ?? [0];
  return {
    columns: columnsOf(measure),
    rows,
    next: last ? encoded(last) : null,
    total: Number(total),
    sum: addsUp(measure) ? sumOf(measure, sums) : figure,
  };
}

/** The number itself, as the answer to its question has it. */
export async function cellValue(
  asking: Asking,
  { plan, measure }: { plan: Plan; measure: ResolvedMeasure },
): Promise<Cell> {
  const table = await asking.replica.run(compile(plan), { maxRows: 1 });
  const { zone, currency } = asking.workspace;
  const answer = shape(plan, {
    table,
    totals: null,
    dataUpTo: null,
    zone,
    currency,
    workdays: { elapsed: 0, total: 0 },
  });
  return answer.totals[measure.column] ?? null;
}

/** Whether the figure is a sum, or a ratio of sums, of its rows. */
function addsUp({ value, measure }: ResolvedMeasure): boolean {
  if (measure.unit === 'money' && 'ratio' in value) return false;
  const isPlace = 'atom' in value && ['median', 'mean', 'quantile', 'hhi'].includes(value.atom.aggregate.kind);
  return !isPlace && !('atom' in value && value.atom.empty === 'unknown');
}

function sumOf({ value, measure }: ResolvedMeasure, sums: readonly unknown[]): Cell {
  const [first, second] = sums;
  if ('ratio' in value) return Number(second ?? 0) === 0 ? null : Number(first ?? 0) / Number(second) + 0;
  const isDecimal = measure.unit === 'money' || measure.unit === 'quantity';
  return isDecimal ? moneyOf(unitsOf(String(first ?? 0))) : Number(first ?? 0);
}

const kindLabel: Bilingual = { zh: '类别', en: 'Kind' };

function columnsOf(measure: ResolvedMeasure): readonly Column[] {
  const { id: of, label } = measure.measure;
  const days = new Set(measureFacts(measure).map((fact) => fact.dayLabel.zh));
  const dayLabel = days.size === 1 ? measureFacts(measure)[0]?.dayLabel : undefined;
  return [
    { id: 'date', role: 'time', of, label: dayLabel ?? { zh: '日期', en: 'Date' } },
    { id: 'kind', role: 'dimension', of, label: kindLabel },
    ...listColumns(measure).map((column) => listColumn(column, of)),
    ...rolesOf(measure).map((role): Column => {
      if (role === 'value')
        return { id: 'value', role: 'measure', of, label: extended(label, '：计入', ': adds'), unit: rowUnit(measure) };
      const text =
        role === 'numerator' ? extended(label, '：分子', ': numerator') : extended(label, '：分母', ': denominator');
      return { id: role, role, of, label: text };
    }),
    { id: 'row_key', role: 'key', of, label: { zh: '行号', en: 'Row' } },
  ];
}

function rowUnit({ measure }: ResolvedMeasure): NonNullable<Column['unit']> {
  return measure.unit === 'ratio' ? 'money' : measure.unit;
}

function listColumn({ id, label, kind }: ListColumn, of: string): Column {
  if (kind === 'text') return { id, role: 'dimension', of, label };
  return kind === 'day' ? { id, role: 'time', of, label } : { id, role: 'n', of, label, unit: kind };
}

function measureFacts({ value }: ResolvedMeasure): readonly Fact[] {
  return [...new Set(factsOf(value))];
}

function factsOf(value: ResolvedMeasure['value']): readonly Fact[] {
  if ('atom' in value) return [value.atom.fact];
  return ('ratio' in value ? value.ratio : value.difference).flatMap(factsOf);
}

function rowOf(plan: Plan, measure: ResolvedMeasure, row: readonly unknown[]): Record<string, Cell> {
  const [fact, rowId, day, ...rest] = row.map((value) => (value === undefined ? null : value)) as Cell[];
  const names = [...listColumns(measure).map(({ id }) => id), ...rolesOf(measure)];
  const cells = Object.fromEntries(names.map((name, index) => [name, rest[index] ?? null]));
  return {
    date: day ?? null,
    kind: plan.catalogue.facts.get(String(fact))?.label.zh ?? null,
    ...cells,
    row_key: rowId ?? null,
  };
}

function extended(label: Bilingual, zh: string, en: string): Bilingual {
  return { zh: `${label.zh}${zh}`, en: `${label.en}${en}` };
}

function encoded(row: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(row.slice(0, 3))).toString('base64url');
}

const cursorContent = z.tuple([z.string(), z.string(), z.string().refine(isDay)]);

function decoded(cursor: string): RowCursor {
  try {
    const [fact, rowId, day] = cursorContent.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { fact, rowId, day: day as Day };
  } catch (cause) {
    const detail = { zh: '翻页标记不对，请从第一页重新开始', en: 'the cursor is not ours; start from the first page' };
    throw new Problem('invalid_request', [{ detail, place: { field: 'cursor' } }], { cause });
  }
}
