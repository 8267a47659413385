import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  LIST,
  listValue,
  SQLNULL,
  VARCHAR,
} from '@duckdb/node-api';
import type { SqlValue } from '#shared/sql.ts';

/** Bound values and the types they are bound as; an empty list is a list of texts. */
export function bindings(values: readonly SqlValue[]): { values: DuckDBValue[]; types: DuckDBType[] } {
  return { values: values.map(duckdbValue), types: values.map(duckdbType) };
}

function duckdbValue(value: SqlValue): DuckDBValue {
  if (typeof value === 'number' && duckdbType(value) === BIGINT) return BigInt(value);
  if (typeof value !== 'object' || value === null) return value;
  const type = itemType(value);
  return listValue(type === BIGINT ? value.map((item) => BigInt(item)) : [...value]);
}

function duckdbType(value: SqlValue): DuckDBType {
  if (value === null) return SQLNULL;
  if (typeof value === 'object') return LIST(itemType(value));
  if (typeof value === 'number') return numberType([value]);
  if (typeof value === 'bigint') return BIGINT;
  return typeof value === 'boolean' ? BOOLEAN : VARCHAR;
}

function itemType(items: readonly string[] | readonly number[]): DuckDBType {
  return typeof items[0] === 'number' ? numberType(items as readonly number[]) : VARCHAR;
}

function numberType(numbers: readonly number[]): DuckDBType {
  if (!numbers.every(Number.isSafeInteger)) return DOUBLE;
  return numbers.every((each) => Math.abs(each) <= 0x7fffffff) ? INTEGER : BIGINT;
}
