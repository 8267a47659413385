import type { Answer } from '#web/api/types.ts';
import { numberOf } from '#web/numbers/figure.ts';
import { type Part, partsOf } from './parts.ts';

/** Revenue by region and product line, both in order of their totals; null where nothing was sold. */
export type Matrix = Readonly<{
  rows: readonly Part[];
  columns: readonly Part[];
  values: readonly (readonly (number | null)[])[];
}>;

/** The answer as a matrix whose rows and columns are the members of the margins. */
export function matrixOf(answer: Answer, margins: Readonly<{ regions: Answer; lines: Answer }>): Matrix {
  const cells = new Map(
    answer.rows.map((row) => [`${row.region_key ?? ''}\n${row.product_line_key ?? ''}`, numberOf(row.revenue)]),
  );
  const rows = partsOf(margins.regions, 'region', 'revenue');
  const columns = partsOf(margins.lines, 'product_line', 'revenue');
  const values = rows.map((row) => columns.map((column) => cells.get(`${row.key ?? ''}\n${column.key ?? ''}`) ?? null));
  return { rows, columns, values };
}

/** The two greatest cells of the greatest row, or the greatest cell alone, with their share of the whole. */
export function strongestCells({ rows, columns, values }: Matrix) {
  const total = values.flat().reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const all = values.flatMap((row, at) =>
    row.flatMap((value, index) => {
      const [region, line] = [rows[at]?.name, columns[index]?.name];
      return region && line && (value ?? 0) > 0 ? [{ region, line, value: value ?? 0 }] : [];
    }),
  );
  const [first, ...rest] = all.sort((left, right) => right.value - left.value);
  if (!first || total <= 0 || values.length < 2 || columns.length < 2) return null;
  const second = rest.find((cell) => cell.region === first.region && cell.value > first.value / 2);
  return {
    region: first.region,
    line: first.line,
    second: second?.line ?? null,
    share: (first.value + (second?.value ?? 0)) / total,
  };
}
