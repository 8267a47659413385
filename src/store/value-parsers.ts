import type { SqlValue } from '#shared/sql.ts';

/** How values of PostgreSQL's types come back, by type id; the same on both engines. */
export const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  20: smallestInteger,
  1082: asIs,
  1114: asIs,
  1184: (text) => new Date(text).toISOString(),
  1700: asIs,
  5069: asIs,
};

/** A bound value as both drivers take it for any column type. */
export function bindable(value: SqlValue): unknown {
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : value;
}

function asIs(text: string): string {
  return text;
}

function smallestInteger(text: string): number | bigint {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
}
