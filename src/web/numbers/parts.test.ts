import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundedParts, roundedTable } from './parts.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

test('thirds of a hundred become 34, 33 and 33', () => {
  expect(roundedParts([100 / 3, 100 / 3, 100 / 3])).toEqual([34, 33, 33]);
});
test('rounded parts add up to the rounded total', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1e7 }), { minLength: 1, maxLength: 20 }), (cents) => {
      const parts = cents.map((cent) => cent / 100);
      expect(sum(roundedParts(parts))).toBe(Math.round(sum(parts)));
    }),
  );
});
test('in a rounded table rows and columns add up to their totals, and no cell moves by more than one', () => {
  const sizes = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }));
  const tables = sizes.chain(([height, width]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 99_999 }), { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );
  fc.assert(
    fc.property(tables, (hundredths) => {
      const cells = hundredths.map((row) => row.map((cell) => cell / 100));
      const table = roundedTable(cells);
      expect(table.cells.map(sum)).toEqual(table.rowTotals);
      expect(table.columnTotals.map((_, column) => sum(table.cells.map((row) => row[column] ?? 0)))).toEqual(
        table.columnTotals,
      );
      expect(sum(table.columnTotals)).toBe(table.total);
      const moves = table.cells.flatMap((row, r) => row.map((cell, c) => Math.abs(cell - (cells[r]?.[c] ?? 0))));
      expect(Math.max(...moves)).toBeLessThanOrEqual(1);
    }),
  );
});
