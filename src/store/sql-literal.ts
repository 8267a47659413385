import type { Sql, SqlValue } from '#shared/sql.ts';

/** The statement as text with its values written in as literals, for `copy`, which takes no parameters. */
export function withLiterals(statement: Sql): string {
  return statement.parts.reduce(
    (built, part, index) => (index === 0 ? part : `${built}${literal(statement.values[index - 1] ?? null)}${part}`),
    '',
  );
}

function literal(value: SqlValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'object') return `array[${value.map((each: string | number) => literal(each)).join(', ')}]`;
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  return String(value);
}

function quoted(text: string): string {
  if (text.includes('\0')) throw new RangeError('a text cannot hold a NUL character');
  const doubled = text.replaceAll("'", "''");
  // The E form reads the same whatever standard_conforming_strings says.
  return doubled.includes('\\') ? ` E'${doubled.replaceAll('\\', '\\\\')}'` : `'${doubled}'`;
}
