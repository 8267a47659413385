import type { BehindPage, Column, Row } from '#web/api/types.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';

type Props = Readonly<{ columns: readonly Column[]; rows: readonly Row[] }>;

/** The rows behind a number on a phone: name and amount, and below everything else that is known. */
export function RowsList({ columns, rows }: Props) {
  const numbers = useNumbers();
  const { name, amount, rest } = rolesOf(columns);
  const text = (column: Column, row: Row) => {
    const value = row[column.id] ?? null;
    return value === null || !column.unit ? value : numbers.text(value, column.unit);
  };
  return (
    <ul className="rows-list">
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows only ever grow at their end
        <li key={index}>
          <b>{name ? (text(name, row) ?? '—') : null}</b>
          <span className="num">{amount ? (text(amount, row) ?? '—') : null}</span>
          <p>{rest.flatMap((column) => text(column, row) ?? []).join('\u2002')}</p>
        </li>
      ))}
    </ul>
  );
}

function rolesOf(columns: BehindPage['columns']) {
  const amount = columns.find((column) => column.role === 'measure');
  const texts = columns.filter((column) => column.role === 'dimension' || column.role === 'time');
  const name = texts.find((column) => column.id === 'customer') ?? texts[0];
  return { amount, name, rest: texts.filter((column) => column !== name) };
}
