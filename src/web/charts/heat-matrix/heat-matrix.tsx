import type { ReactNode } from 'react';

export type HeatMatrixProps = Readonly<{
  label: string;
  rowHeader: string;
  columns: readonly Readonly<{ id: string; name: string; total: string; change: ReactNode }>[];
  rows: readonly Readonly<{
    id: string;
    name: string;
    /** Values that colour the cells; null is nothing there. */
    values: readonly (number | null)[];
    /** The same values as printed: rounded together, so that rows and columns add up. */
    texts: readonly string[];
    total: string;
    change: ReactNode;
  }>[];
  total: string;
  change: ReactNode;
  headers: Readonly<{ total: string; change: string | null; grandTotal: string }>;
  onPick?: ((rowId: string, columnId: string) => void) | undefined;
}>;

const shades = 6;

/** Rows × columns as shaded cells that print their values, with totals and changes on both margins. */
export function HeatMatrix(props: HeatMatrixProps) {
  const greatest = Math.max(...props.rows.flatMap((row) => row.values.map((value) => value ?? 0)), 0);
  return (
    <div className="scroll-x">
      <table className="heat" aria-label={props.label}>
        <thead>
          <tr>
            <th scope="col">{props.rowHeader}</th>
            {props.columns.map((column) => (
              <th key={column.id} scope="col" className="c" title={column.name}>
                {column.name}
              </th>
            ))}
            <th scope="col" className="num total">
              {props.headers.total}
            </th>
            {props.headers.change !== null && (
              <th scope="col" className="num change">
                {props.headers.change}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {props.columns.map((column, index) => (
                <td key={column.id} className="c">
                  <Cell
                    shade={shadeOf(row.values[index] ?? null, greatest)}
                    text={row.texts[index] ?? '—'}
                    label={`${row.name} × ${column.name} ${row.texts[index] ?? '—'}`}
                    onPick={
                      props.onPick && row.values[index] != null ? () => props.onPick?.(row.id, column.id) : undefined
                    }
                  />
                </td>
              ))}
              <td className="num strong">{row.total}</td>
              {props.headers.change !== null && <td className="num change">{row.change}</td>}
            </tr>
          ))}
        </tbody>
        <Footer {...props} />
      </table>
    </div>
  );
}

function Footer({ columns, headers, total, change }: HeatMatrixProps) {
  return (
    <tfoot>
      <tr className="strong">
        <th scope="row">{headers.grandTotal}</th>
        {columns.map((column) => (
          <td key={column.id} className="c">
            {column.total}
          </td>
        ))}
        <td className="num">{total}</td>
        {headers.change !== null && <td className="num change">{change}</td>}
      </tr>
      {headers.change !== null && (
        <tr className="minor">
          <th scope="row">{headers.change}</th>
          {columns.map((column) => (
            <td key={column.id} className="c">
              {column.change}
            </td>
          ))}
          <td />
          <td />
        </tr>
      )}
    </tfoot>
  );
}

type CellProps = Readonly<{ shade: number | null; text: string; label: string; onPick: (() => void) | undefined }>;

function Cell({ shade, text, label, onPick }: CellProps) {
  const className = shade === null ? 'cell' : `cell seq-${shade}`;
  if (!onPick) return <span className={className}>{text}</span>;
  return (
    <button type="button" className={className} aria-label={label} onClick={onPick}>
      {text}
    </button>
  );
}

/** One of six steps, by the square root of the share of the greatest, so that the small are told apart; null for nothing. */
export function shadeOf(value: number | null, greatest: number): number | null {
  if (value === null || value <= 0 || greatest <= 0) return null;
  return Math.min(shades - 1, Math.floor(Math.sqrt(value / greatest) * shades * 0.999));
}
