import { Fragment } from 'react';
import './dot-rows.css';

export type DotColumn = Readonly<{
  id: string;
  /** Header of the figures, unit included. */
  header: string;
  median: Readonly<{ value: number; label: string }> | null;
  mean: number | null;
  /** Below it is far below. */
  line: number | null;
}>;

export type DotRow = Readonly<{
  id: string;
  name: string;
  /** Something in this row is far below. */
  isFlagged: boolean;
  /** One per column. */
  dots: readonly Readonly<{ value: number; text: string; isBelow: boolean; label: string }>[];
}>;

type DotRowsProps = Readonly<{
  label: string;
  nameHeader: string;
  columns: readonly DotColumn[];
  rows: readonly DotRow[];
  /** Rows left out in the middle: after which one, and what stands there. */
  gap: Readonly<{ after: number; text: string; show: () => void }> | null;
  onPick: (id: string) => void;
}>;

/** A dot per row and column on a common scale from 0, with median, mean and the far-below line through all rows. */
export function DotRows({ label, nameHeader, columns, rows, gap, onPick }: DotRowsProps) {
  const mosts = columns.map((column, index) => mostOf(column, rows, index));
  return (
    <table className="dot-rows" aria-label={label}>
      <thead>
        <tr>
          <th scope="col" className="name">
            {nameHeader}
          </th>
          {columns.map((column, index) => (
            <Fragment key={column.id}>
              <td className="dots">
                <MedianLabel column={column} most={mosts[index] ?? 1} />
              </td>
              <th scope="col" className="num">
                {column.header}
              </th>
            </Fragment>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Fragment key={row.id}>
            <tr data-flagged={row.isFlagged ? true : undefined}>
              <th scope="row" className="name">
                <button type="button" className="plain" title={row.name} onClick={() => onPick(row.id)}>
                  {row.name}
                </button>
              </th>
              {columns.map((column, at) => (
                <Fragment key={column.id}>
                  <td className="dots">
                    <Dot column={column} most={mosts[at] ?? 1} dot={row.dots[at]} />
                  </td>
                  <td className={row.dots[at]?.isBelow ? 'num warn' : 'num'}>{row.dots[at]?.text}</td>
                </Fragment>
              ))}
            </tr>
            {gap?.after === index && (
              <tr className="gap">
                <td colSpan={1 + columns.length * 2}>
                  <button type="button" className="link" onClick={gap.show}>
                    {gap.text}
                  </button>
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function mostOf({ median, mean }: DotColumn, rows: readonly DotRow[], index: number): number {
  const values = rows.map((row) => row.dots[index]?.value ?? 0);
  return Math.max(...values, median?.value ?? 0, mean ?? 0, 0) * 1.06 || 1;
}

function share(value: number, most: number): string {
  return `${Number(((value / most) * 100).toFixed(2))}%`;
}

function MedianLabel({ column, most }: Readonly<{ column: DotColumn; most: number }>) {
  if (!column.median) return null;
  const { value, label } = column.median;
  const isLeft = value / most > 0.55;
  return (
    <svg width="100%" height="20" aria-hidden="true">
      <text x={share(value, most)} dx={isLeft ? 4 : -4} y="14" textAnchor={isLeft ? 'end' : 'start'}>
        {label}
      </text>
    </svg>
  );
}

type DotProps = Readonly<{ column: DotColumn; most: number; dot: DotRow['dots'][number] | undefined }>;

function Dot({ column: { median, mean, line }, most, dot }: DotProps) {
  const lines = [
    { value: line, stroke: 'var(--warn-f)', dash: '1 3', width: 1.25 },
    { value: mean, stroke: 'var(--t2)', dash: '3 3', width: 1 },
    { value: median?.value ?? null, stroke: 'var(--ink)', dash: undefined, width: 1.25 },
  ];
  return (
    <svg {...asImage} width="100%" height="24" aria-label={dot?.label}>
      {dot && <title>{dot.label}</title>}
      <line x1="0" x2="100%" y1="12" y2="12" stroke="var(--line)" />
      {lines.map(({ value, stroke, dash, width }) =>
        value === null ? null : (
          <line
            key={stroke}
            x1={share(value, most)}
            x2={share(value, most)}
            y1="0"
            y2="24"
            stroke={stroke}
            strokeDasharray={dash}
            strokeWidth={width}
          />
        ),
      )}
      {dot && (
        <circle
          cx={share(dot.value, most)}
          cy="12"
          r={dot.isBelow ? 4 : 4.5}
          fill={dot.isBelow ? 'var(--bg)' : 'var(--acc)'}
          stroke={dot.isBelow ? 'var(--warn-f)' : 'none'}
          strokeWidth="2"
        />
      )}
    </svg>
  );
}

const asImage = { role: 'img' } as const;
