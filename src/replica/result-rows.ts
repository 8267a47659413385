import {
  type DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  type DuckDBValue,
} from '@duckdb/node-api';
import { dayOfEpoch } from '#shared/day.ts';

/** A chunk of an answer as plain rows: decimals are texts, days `YYYY-MM-DD`, whole numbers numbers, lists arrays. */
export function plainRows(chunk: DuckDBDataChunk): unknown[][] {
  const columns = chunk.getColumns();
  return Array.from({ length: chunk.rowCount }, (_, row) => columns.map((column) => plainValue(column[row] ?? null)));
}

/** One value of an answer. Throws `RangeError` for a whole number that JavaScript cannot hold exactly. */
function plainValue(value: DuckDBValue): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') return exactNumber(value);
  if (value instanceof DuckDBDecimalValue) return value.toString();
  if (value instanceof DuckDBDateValue) return dayOfEpoch(value.days);
  if (value instanceof DuckDBListValue) return value.items.map(plainValue);
  return String(value);
}

function exactNumber(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`whole number is too large: ${value}`);
  return number;
}
