import type { Row } from '#web/api/types.ts';
import { Change } from '#web/numbers/change.tsx';
import { type ColumnFormat, withUnit } from '#web/numbers/column-format.ts';
import { numberOf, signed, unknown } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useText } from '#web/text/use-text.ts';
import { cellsOf, type PanelTable, type TableColumn } from './answer-table.ts';

/** Rows as a table: numbers right, units in the header, totals below a rule. `exact`: money to the cent, for single records. */
export function TableView({ table, exact = false }: Readonly<{ table: PanelTable; exact?: boolean }>) {
  const numbers = useNumbers();
  const { t } = useText();
  const columns = table.columns.map((column) => ({
    ...column,
    format:
      column.unit && !column.change
        ? exact && column.unit === 'money'
          ? exactMoney
          : numbers.column(cellsOf(table, column.id), column.unit)
        : null,
  }));
  const cell = (column: (typeof columns)[number], row: Row) =>
    column.change ? (
      <Change value={row[column.id]} unit={column.unit ?? 'count'} />
    ) : (
      ((column.difference ? column.format?.signedText : column.format?.text)?.(row[column.id]) ?? row[column.id] ?? '—')
    );
  const line = (row: Row, first?: string) =>
    columns.map((column, index) => (
      <td key={column.id} className={classOf(column)}>
        {index === 0 && first ? first : cell(column, row)}
      </td>
    ));
  return (
    <div className="table-view">
      <table className="table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={classOf(column)}>
                {column.format ? withUnit(column.label, column.format) : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of an answer have no identity of their own
            <tr key={index}>{line(row)}</tr>
          ))}
          {table.totals && <tr className="total">{line(table.totals, t('panel.total'))}</tr>}
        </tbody>
      </table>
    </div>
  );
}

function classOf(column: TableColumn): string | undefined {
  return column.unit ? 'num' : undefined;
}

const exactMoney: ColumnFormat = {
  unit: '',
  by: 1,
  digits: 2,
  text: (value) => {
    const number = numberOf(value);
    return number === null ? unknown : signed(number, 2);
  },
  signedText: (value) => signed(numberOf(value) ?? 0, 2),
};
