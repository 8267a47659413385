/** A piece of SQL with its values apart: text is only ever written by us, values are always bound. */
export type Sql = Readonly<{ parts: readonly string[]; values: readonly SqlValue[] }>;

export type SqlValue = string | number | bigint | boolean | null | readonly string[] | readonly number[];

/** Builds SQL from a template; an interpolated `Sql` is spliced, anything else becomes a bound value. */
export function sql(strings: TemplateStringsArray, ...inserts: readonly (Sql | SqlValue)[]): Sql {
  return inserts.reduce<Sql>(
    (built, insert, index) =>
      append(append(built, isSql(insert) ? insert : bound(insert)), raw(strings[index + 1] ?? '')),
    raw(strings[0] ?? ''),
  );
}

/** SQL text that comes from our own catalogue or schema. TRAP: never pass anything a user typed. */
export function raw(text: string): Sql {
  return { parts: [text], values: [] };
}

/** A quoted identifier. */
export function identifier(name: string): Sql {
  return raw(`"${name.replaceAll('"', '""')}"`);
}

/** Pieces joined by a separator of ours, `, ` unless told. */
export function join(pieces: readonly Sql[], separator = ', '): Sql {
  return pieces.reduce<Sql>(
    (built, piece, index) => (index === 0 ? piece : append(append(built, raw(separator)), piece)),
    raw(''),
  );
}

/** The statement with numbered placeholders (`$1`, `$2`, …), as PostgreSQL, PGlite and DuckDB take it. */
export function render(statement: Sql): { text: string; values: readonly SqlValue[] } {
  const text = statement.parts.reduce((built, part, index) => (index === 0 ? part : `${built}$${index}${part}`), '');
  return { text, values: statement.values };
}

function bound(value: SqlValue): Sql {
  return { parts: ['', ''], values: [value] };
}

function append(left: Sql, right: Sql): Sql {
  const seam = `${left.parts.at(-1) ?? ''}${right.parts[0] ?? ''}`;
  return {
    parts: [...left.parts.slice(0, -1), seam, ...right.parts.slice(1)],
    values: [...left.values, ...right.values],
  };
}

function isSql(value: Sql | SqlValue): value is Sql {
  return typeof value === 'object' && value !== null && 'parts' in value;
}
