import { Drawing } from '../drawing.tsx';
import { Mark, Marks } from '../mark.tsx';
import { greatestOf, linear, type Scale, ticks } from '../scale.ts';
import { useWidth } from '../use-width.ts';

type HistogramBin = Readonly<{ from: number; before: number; count: number; highlighted: boolean }>;
type HistogramMark = Readonly<{ value: number; label: string; dashed: boolean }>;

export type HistogramProps = Readonly<{
  label: string;
  /** Adjoining bins whose bounds grow by a factor: the axis is logarithmic. */
  bins: readonly HistogramBin[];
  /** Median, mean, P90. */
  marks: readonly HistogramMark[];
  formatAxis: (value: number) => string;
  describe: (bin: HistogramBin) => string;
  onPick?: ((bin: HistogramBin) => void) | undefined;
}>;

const frame = { left: 34, top: 56, bottom: 226, height: 252 } as const;

/** How many orders have which value, on a logarithmic axis, with median, mean and P90 as lines. */
export function Histogram({ label, bins, marks, formatAxis, describe, onPick }: HistogramProps) {
  const [ref, width] = useWidth<HTMLDivElement>(544);
  const first = bins[0]?.from ?? 1;
  const last = bins.at(-1)?.before ?? 10;
  const logX = linear([Math.log10(first), Math.log10(last)], [frame.left, width - 8]);
  const x: Scale = (value) => logX(Math.log10(Math.min(last, Math.max(first, value))));
  const counts = ticks(0, greatestOf(bins.map((bin) => bin.count)), 3);
  const y = linear([0, counts.at(-1) ?? 1], [frame.bottom, frame.top]);
  return (
    <div ref={ref} className="chart">
      <Drawing label={label} width={width} height={frame.height}>
        {counts.slice(1).map((count) => (
          <g key={count}>
            <line x1={frame.left} x2={width - 8} y1={y(count) + 0.5} y2={y(count) + 0.5} stroke="var(--line)" />
            <text x={frame.left - 8} y={y(count) + 4} textAnchor="end" className="digits">
              {count.toLocaleString('en-US')}
            </text>
          </g>
        ))}
        <Marks label={label}>
          {bins.map((bin, index) => (
            <Mark
              key={bin.from}
              first={index === 0}
              label={describe(bin)}
              onPick={onPick && bin.count > 0 ? () => onPick(bin) : undefined}
            >
              <Column bin={bin} x={x} y={y} />
            </Mark>
          ))}
        </Marks>
        <Axis {...{ x, first, last, width, formatAxis }} />
        <Lines marks={marks} x={x} width={width} />
      </Drawing>
    </div>
  );
}

function Column({ bin, x, y }: Readonly<{ bin: HistogramBin; x: Scale; y: Scale }>) {
  const left = x(bin.from) + 1;
  const width = Math.max(1, x(bin.before) - x(bin.from) - 2);
  const top = bin.count > 0 ? Math.min(y(bin.count), frame.bottom - 1.5) : frame.bottom;
  return (
    <>
      <rect className="hit" x={left - 1} y={frame.top} width={width + 2} height={frame.bottom - frame.top} />
      <rect
        x={left}
        y={top}
        width={width}
        height={frame.bottom - top}
        fill={bin.highlighted ? 'var(--acc)' : 'var(--acc-2)'}
      />
      {bin.count > 0 && !bin.highlighted && <rect x={left} y={top} width={width} height="2" fill="var(--acc)" />}
    </>
  );
}

type AxisProps = Readonly<{
  x: Scale;
  first: number;
  last: number;
  width: number;
  formatAxis: (value: number) => string;
}>;

function Axis({ x, first, last, width, formatAxis }: AxisProps) {
  const decades = Math.log10(last / first);
  const steps = decades > 4 ? [1] : [1, 3];
  const from = Math.floor(Math.log10(first));
  const values = Array.from({ length: Math.ceil(decades) + 2 }, (_, index) => 10 ** (from + index))
    .flatMap((power) => steps.map((step) => step * power))
    .filter((value) => value >= first * 0.999 && value <= last * 1.001);
  return (
    <g>
      <line x1={frame.left} x2={width - 8} y1={frame.bottom + 0.5} y2={frame.bottom + 0.5} stroke="var(--rule)" />
      {values.map((value) => (
        <g key={value}>
          <line x1={x(value)} x2={x(value)} y1={frame.bottom} y2={frame.bottom + 5} stroke="var(--rule)" />
          <text
            x={Math.min(x(value), width - 14)}
            y={frame.bottom + 19}
            textAnchor={x(value) > width - 24 ? 'end' : 'middle'}
            className="digits"
          >
            {formatAxis(value)}
          </text>
        </g>
      ))}
    </g>
  );
}

function Lines({ marks, x, width }: Readonly<{ marks: readonly HistogramMark[]; x: Scale; width: number }>) {
  return marks.map((mark, index) => {
    const at = x(mark.value);
    const top = 12 + index * 17;
    const isLeft = index === 0 ? at > 110 : at > width - 110;
    return (
      <g key={mark.label} pointerEvents="none">
        <line
          x1={at}
          x2={at}
          y1={top - 9}
          y2={frame.bottom}
          stroke="var(--ink)"
          strokeWidth="1.25"
          strokeDasharray={mark.dashed ? '3 3' : undefined}
        />
        <text x={at + (isLeft ? -6 : 6)} y={top} textAnchor={isLeft ? 'end' : 'start'} className="strong halo">
          {mark.label}
        </text>
      </g>
    );
  });
}
