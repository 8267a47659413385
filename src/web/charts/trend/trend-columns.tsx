import { points } from '../scale.ts';
import type { TrendGrid, TrendLayout } from './trend-layout.ts';
import type { TrendBucket, TrendSeries } from './trend-props.ts';

type TrendColumnsProps = Readonly<{
  series: TrendSeries;
  buckets: readonly TrendBucket[];
  layout: TrendLayout;
  index: number;
  hatch: string;
  baseLabel: string | null;
}>;

/** One grid of a trend: its columns, its baseline and the line of its bases. */
export function TrendColumns({ series, buckets, layout, index, hatch, baseLabel }: TrendColumnsProps) {
  const grid = layout.grids[index];
  if (!grid) return null;
  const right = layout.left + layout.column * buckets.length;
  return (
    <g>
      {layout.isDense && <Scale grid={grid} series={series} layout={layout} right={right} />}
      {buckets.map((bucket, at) => (
        <Column key={bucket.id} {...{ bucket, at, series, grid, layout, hatch }} />
      ))}
      <line x1={layout.left} x2={right} y1={grid.baseline + 0.5} y2={grid.baseline + 0.5} stroke="var(--rule)" />
      {series.bases && <Bases {...{ series, buckets, grid, layout, baseLabel }} bases={series.bases} />}
    </g>
  );
}

function Scale(props: Readonly<{ grid: TrendGrid; series: TrendSeries; layout: TrendLayout; right: number }>) {
  const { grid, series, layout, right } = props;
  return grid.ticks.map((tick) => (
    <g key={tick}>
      <line x1={layout.left} x2={right} y1={grid.y(tick) + 0.5} y2={grid.y(tick) + 0.5} stroke="var(--line)" />
      <text x={layout.left - 8} y={grid.y(tick) + 4} textAnchor="end" className="digits">
        {series.format(tick)}
      </text>
    </g>
  ));
}

type ColumnProps = Readonly<{
  bucket: TrendBucket;
  at: number;
  series: TrendSeries;
  grid: TrendGrid;
  layout: TrendLayout;
  hatch: string;
}>;

function Column({ bucket, at, series, grid, layout, hatch }: ColumnProps) {
  const value = series.values[at] ?? null;
  if (value === null || value === 0) return null;
  const x = layout.x(at) - layout.bar / 2;
  const top = Math.min(grid.y(value), grid.baseline);
  const height = Math.max(1, Math.abs(grid.y(value) - grid.baseline));
  if (bucket.partial) {
    return (
      <rect
        x={x + 0.5}
        y={top + 0.5}
        width={Math.max(1, layout.bar - 1)}
        height={Math.max(1, height - 0.5)}
        fill={`url(#${hatch})`}
        stroke="var(--acc)"
      />
    );
  }
  if (bucket.chosen) return <rect x={x} y={top} width={layout.bar} height={height} fill="var(--acc)" />;
  return (
    <g>
      <rect x={x} y={top} width={layout.bar} height={height} fill="var(--acc-2)" />
      <rect x={x} y={value < 0 ? top + height - 2 : top} width={layout.bar} height="2" fill="var(--acc)" />
    </g>
  );
}

type BasesProps = Omit<TrendColumnsProps, 'index' | 'hatch'> &
  Readonly<{ grid: TrendGrid; bases: readonly (number | null)[] }>;

function Bases({ bases, buckets, grid, layout, baseLabel }: BasesProps) {
  const placed = bases.flatMap((base, at) => (base === null ? [] : [{ x: layout.x(at), y: grid.y(base), at }]));
  const whole = placed.filter((point) => !buckets[point.at]?.partial);
  const labelled = whole.at(0);
  return (
    <g pointerEvents="none">
      <polyline
        points={points(whole.map((point) => [point.x, point.y]))}
        fill="none"
        stroke="var(--t2)"
        strokeWidth="1.5"
      />
      {placed.map((point) => {
        const isPartial = buckets[point.at]?.partial === true;
        if (layout.isDense && !isPartial) return null;
        return (
          <circle
            key={buckets[point.at]?.id}
            cx={point.x}
            cy={point.y}
            r={isPartial ? 4 : 2.5}
            fill={isPartial ? 'var(--bg)' : 'var(--t2)'}
            stroke={isPartial ? 'var(--ink)' : 'var(--bg)'}
            strokeWidth={isPartial ? 1.5 : 1}
          />
        );
      })}
      {labelled && baseLabel && (
        <g>
          <line x1={layout.left} x2={layout.left + 14} y1={6.5} y2={6.5} stroke="var(--t2)" strokeWidth="1.5" />
          <text x={layout.left + 20} y={11} className="t2">
            {baseLabel}
          </text>
        </g>
      )}
    </g>
  );
}
