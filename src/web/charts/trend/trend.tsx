import { useId } from 'react';
import { Drawing } from '../drawing.tsx';
import { Hatch } from '../hatch.tsx';
import { Mark, Marks } from '../mark.tsx';
import { useWidth } from '../use-width.ts';
import { TrendColumns } from './trend-columns.tsx';
import { type TrendLayout, trendLayout } from './trend-layout.ts';
import type { TrendProps } from './trend-props.ts';

/** Columns per bucket with the year-ago line, values and changes in rows under the axis; an unfinished bucket is hatched and its base a hollow dot. */
export function Trend(props: TrendProps) {
  const [ref, width] = useWidth<HTMLDivElement>(720);
  const hatch = useId();
  const layout = trendLayout(props, width);
  return (
    <div ref={ref} className="chart">
      <Drawing label={props.label} width={width} height={layout.height}>
        <Hatch id={hatch} />
        {props.series.map((series, index) => (
          <TrendColumns
            key={series.id}
            series={series}
            buckets={props.buckets}
            layout={layout}
            index={index}
            hatch={hatch}
            baseLabel={index === 0 ? props.baseLabel : null}
          />
        ))}
        <Axis {...props} layout={layout} />
        {!layout.isDense && <Rows {...props} layout={layout} />}
        <Marks label={props.label}>
          {props.buckets.map((bucket, index) => (
            <Mark
              key={bucket.id}
              first={index === 0}
              label={props.describe(index)}
              onPick={props.onPick && (() => props.onPick?.(index))}
            >
              <rect
                className="hit"
                x={layout.left + index * layout.column}
                y={0}
                width={layout.column}
                height={layout.height}
              />
            </Mark>
          ))}
        </Marks>
      </Drawing>
    </div>
  );
}

function Axis({ buckets, layout }: Pick<TrendProps, 'buckets'> & Readonly<{ layout: TrendLayout }>) {
  return (
    <g className="axis">
      {buckets.map((bucket, index) =>
        index % layout.labelEvery === 0 || bucket.partial ? (
          <g key={bucket.id} textAnchor="middle">
            {(index % layout.labelEvery === 0 || layout.labelEvery === 1) && (
              <text x={layout.x(index)} y={layout.axisY} className="t2">
                {bucket.label}
              </text>
            )}
            {bucket.under !== undefined && (!bucket.partial || !layout.isDense) && (
              <text x={layout.x(index)} y={layout.axisY + 16} className="t3">
                {bucket.under}
              </text>
            )}
          </g>
        ) : null,
      )}
    </g>
  );
}

function Rows({ buckets, series, changes, layout }: TrendProps & Readonly<{ layout: TrendLayout }>) {
  return (
    <g>
      {series.map((each, index) => {
        const y = layout.grids[index]?.rowY ?? 0;
        return (
          <g key={each.id}>
            <text x={0} y={y} className="t2">
              {each.label}
            </text>
            {buckets.map((bucket, at) => {
              const value = each.values[at] ?? null;
              return (
                <text
                  key={bucket.id}
                  x={layout.x(at)}
                  y={y}
                  textAnchor="middle"
                  className={bucket.chosen ? 'figure strong' : 'figure'}
                >
                  {value === null ? '—' : each.format(value)}
                </text>
              );
            })}
          </g>
        );
      })}
      {changes && (
        <g>
          <text x={0} y={layout.changeY} className="t2">
            {changes.label}
          </text>
          {changes.values.map((change, at) => (
            <text
              key={buckets[at]?.id ?? at}
              x={layout.x(at)}
              y={layout.changeY}
              textAnchor="middle"
              className={`figure ${change.direction ?? 't3'}`}
            >
              {change.text}
            </text>
          ))}
        </g>
      )}
    </g>
  );
}
