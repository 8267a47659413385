import { type ReactNode, useId } from 'react';
import { Hatch } from '../hatch.tsx';
import { greatestOf, linear, points } from '../scale.ts';
import { useWidth } from '../use-width.ts';

export type Multiple = Readonly<{
  id: string;
  name: string;
  /** Its share of the whole, worded. */
  share: string;
  total: ReactNode;
  change: ReactNode;
  values: readonly (number | null)[];
  bases: readonly (number | null)[];
  /** The series in words, for screen readers. */
  label: string;
}>;

export type SmallMultiplesProps = Readonly<{
  items: readonly Multiple[];
  /** How many of the last buckets lie in the chosen period. */
  chosen: number;
  isLastPartial: boolean;
  firstLabel: string;
  lastLabel: string;
  onPick?: ((id: string) => void) | undefined;
}>;

/** The same small trend for each item, all on one scale: grey line a year before, the last bucket hatched while it is open. */
export function SmallMultiples(props: SmallMultiplesProps) {
  const greatest = greatestOf(props.items.flatMap((item) => [...item.values, ...item.bases]));
  return (
    <div className="multiples">
      {props.items.map((item) => (
        <section key={item.id}>
          <h3>
            <Name item={item} onPick={props.onPick} />
            <span>{item.share}</span>
          </h3>
          <div className="figures">
            <b>{item.total}</b>
            {item.change}
          </div>
          <MultipleChart item={item} greatest={greatest} {...props} />
        </section>
      ))}
    </div>
  );
}

function Name({ item, onPick }: Readonly<{ item: Multiple; onPick: SmallMultiplesProps['onPick'] }>) {
  if (!onPick) return <b>{item.name}</b>;
  return (
    <button type="button" className="plain" title={item.name} onClick={() => onPick(item.id)}>
      {item.name}
    </button>
  );
}

const height = 78;

type MultipleChartProps = SmallMultiplesProps & Readonly<{ item: Multiple; greatest: number }>;

function MultipleChart({ item, greatest, chosen, isLastPartial, firstLabel, lastLabel }: MultipleChartProps) {
  const [ref, width] = useWidth<HTMLDivElement>(200);
  const hatch = useId();
  const count = Math.max(1, item.values.length);
  const column = width / count;
  const y = linear([0, greatest || 1], [height, 4]);
  const bar = column * 0.64;
  const bases = item.bases.flatMap((base, index) =>
    base === null || (isLastPartial && index === count - 1) ? [] : [[(index + 0.5) * column, y(base)] as const],
  );
  return (
    <div ref={ref} className="chart">
      <svg width={width} height={height + 22} role="img" aria-label={item.label}>
        <Hatch id={hatch} />
        {item.values.map((value, index) => (
          <Column
            // biome-ignore lint/suspicious/noArrayIndexKey: buckets have no other name here and never reorder
            key={index}
            x={index * column + (column - bar) / 2}
            width={bar}
            top={y(Math.max(0, value ?? 0))}
            isPartial={isLastPartial && index === count - 1}
            isChosen={index >= count - chosen}
            hatch={hatch}
          />
        ))}
        <line x1="0" x2={width} y1={height + 0.5} y2={height + 0.5} stroke="var(--rule)" />
        <polyline points={points(bases)} fill="none" stroke="var(--ref)" strokeWidth="1.25" />
        <text x="0" y={height + 16} className="digits">
          {firstLabel}
        </text>
        <text x={width} y={height + 16} textAnchor="end" className="digits">
          {lastLabel}
        </text>
      </svg>
    </div>
  );
}

type ColumnProps = Readonly<{
  x: number;
  width: number;
  top: number;
  isPartial: boolean;
  isChosen: boolean;
  hatch: string;
}>;

function Column({ x, width, top, isPartial, isChosen, hatch }: ColumnProps) {
  const tall = height - top;
  if (tall <= 0) return null;
  if (isPartial) {
    return (
      <rect
        x={x + 0.5}
        y={top + 0.5}
        width={Math.max(1, width - 1)}
        height={Math.max(0.5, tall - 0.5)}
        fill={`url(#${hatch})`}
        stroke="var(--acc)"
      />
    );
  }
  return (
    <g>
      <rect x={x} y={top} width={width} height={tall} fill={isChosen ? 'var(--acc)' : 'var(--acc-2)'} />
      {!isChosen && <rect x={x} y={top} width={width} height={Math.min(1.5, tall)} fill="var(--acc)" />}
    </g>
  );
}
