import { Fragment, type ReactNode } from 'react';

export type RankingRow = Readonly<{
  id: string;
  /** 1, 2, 2, 4: ties share a rank. Null is not ranked. */
  rank: number | null;
  name: string;
  value: number | null;
  /** Below the line that matters (the median, unless told): pale with an end cap. */
  pale: boolean;
  /** A short word after the bar: amber, only where something needs attention. */
  flag: string | null;
  /** The figures at the right, already worded, one per column. */
  cells: readonly ReactNode[];
}>;

type RankingLine = Readonly<{ value: number; label: string; dashed: boolean }>;

export type RankingProps = Readonly<{
  label: string;
  nameHeader: string;
  /** Headers of the figures at the right, unit included. */
  headers: readonly string[];
  rows: readonly RankingRow[];
  /** Vertical lines through all bars: median, mean. */
  lines: readonly RankingLine[];
  /** Where rows were left out between the best and the last: after which row, and what is said there. */
  gap?: Readonly<{ after: number; text: string }> | null;
  onPick?: ((id: string) => void) | undefined;
}>;

/** Bars in rank order beside their figures, with the team's median (and mean) as lines through all rows. */
export function Ranking({ label, nameHeader, headers, rows, lines, gap = null, onPick }: RankingProps) {
  const most = Math.max(...rows.map((row) => row.value ?? 0), ...lines.map((line) => line.value), 0) * 1.02 || 1;
  return (
    <table className="ranking" aria-label={label}>
      <thead>
        <tr>
          <td className="place" />
          <th scope="col">{nameHeader}</th>
          <td className="bars">
            <LineLabels lines={lines} most={most} />
          </td>
          {headers.map((header) => (
            <th key={header} scope="col" className="num">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Fragment key={row.id}>
            {gap !== null && index === gap.after + 1 && (
              <tr className="gap">
                <td className="place" />
                <td colSpan={2 + headers.length} className="t3">
                  {gap.text}
                </td>
              </tr>
            )}
            <tr>
              <td className="place t3">{row.rank ?? '—'}</td>
              <th scope="row" className="name">
                <Name row={row} onPick={onPick} />
              </th>
              <td className="bars">
                <RankBar row={row} lines={lines} most={most} />
              </td>
              {row.cells.map((cell, at) => (
                <td key={headers[at]} className="num">
                  {cell}
                </td>
              ))}
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Name({ row, onPick }: Readonly<{ row: RankingRow; onPick: RankingProps['onPick'] }>) {
  if (!onPick) return row.name;
  return (
    <button type="button" className="plain" title={row.name} onClick={() => onPick(row.id)}>
      {row.name}
    </button>
  );
}

function LineLabels({ lines, most }: Pick<RankingProps, 'lines'> & Readonly<{ most: number }>) {
  const ordered = [...lines].sort((left, right) => left.value - right.value);
  return (
    <svg width="100%" height="20" aria-hidden="true">
      {ordered.map((line, index) => (
        <LineLabel key={line.label} line={line} share={line.value / most} isLeft={isLeft(index, ordered, most)} />
      ))}
    </svg>
  );
}

/** Of two labels the lower line's stands at its left; a single one goes where there is room. */
function isLeft(index: number, lines: readonly RankingLine[], most: number): boolean {
  return lines.length > 1 ? index === 0 : (lines[0]?.value ?? 0) / most > 0.6;
}

function LineLabel({ line, share, isLeft }: Readonly<{ line: RankingLine; share: number; isLeft: boolean }>) {
  return (
    <text
      x={`${share * 100}%`}
      dx={isLeft ? -4 : 4}
      y="14"
      textAnchor={isLeft ? 'end' : 'start'}
      className={line.dashed ? 't2' : ''}
    >
      {line.label}
    </text>
  );
}

function RankBar({ row, lines, most }: Readonly<{ row: RankingRow; lines: readonly RankingLine[]; most: number }>) {
  const share = Math.max(0, Math.min(1, (row.value ?? 0) / most)) * 100;
  return (
    <svg width="100%" className="ranking-bar" aria-hidden="true">
      <rect
        y="50%"
        width={`${share}%`}
        height="10"
        transform="translate(0,-5)"
        fill={row.pale ? 'var(--acc-2)' : 'var(--acc)'}
      />
      {row.pale && share > 0 && (
        <rect x={`${share}%`} y="50%" width="2" height="10" transform="translate(-2,-5)" fill="var(--acc)" />
      )}
      {lines.map((line) => (
        <line
          key={line.label}
          x1={`${(line.value / most) * 100}%`}
          x2={`${(line.value / most) * 100}%`}
          y1="0"
          y2="100%"
          stroke={line.dashed ? 'var(--t2)' : 'var(--ink)'}
          strokeWidth={line.dashed ? 1 : 1.25}
          strokeDasharray={line.dashed ? '2 2' : undefined}
        />
      ))}
      {row.flag !== null && (
        <text x={`${share}%`} y="50%" dx="7" dy="4" className="warn halo">
          {row.flag}
        </text>
      )}
    </svg>
  );
}
