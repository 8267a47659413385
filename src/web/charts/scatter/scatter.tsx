import { asGroup } from '../drawing.tsx';
import { Mark } from '../mark.tsx';
import { linear } from '../scale.ts';
import { useWidth } from '../use-width.ts';

type ScatterPoint = Readonly<{
  id: string;
  /** 0–100. */
  x: number;
  y: number;
  /** Its area is in proportion. */
  size: number;
  /** In the colour of what needs attention, and filled; the others are pale. */
  isMarked: boolean;
  /** The point in words with its numbers. */
  label: string;
}>;

export type ScatterProps = Readonly<{
  label: string;
  axes: Readonly<{ x: string; y: string }>;
  /** Where the halves meet. */
  split: Readonly<{ x: number; y: number }>;
  /** What stands in each corner. */
  corners: Readonly<{ leftTop: string; leftBottom: string; rightTop: string; rightBottom: string }>;
  points: readonly ScatterPoint[];
}>;

const height = 264;
const frame = { left: 30, top: 10, bottom: 224 } as const;
const radius = { least: 2.5, most: 10 } as const;

/** Two scores of 0–100 against each other in four corners; larger dots are worth more. */
export function Scatter({ label, axes, split, corners, points }: ScatterProps) {
  const [ref, width] = useWidth<HTMLDivElement>(544);
  const x = linear([0, 100], [frame.left, width - 8]);
  const y = linear([0, 100], [frame.bottom, frame.top]);
  const greatest = Math.max(...points.map(({ size }) => size), 1);
  const sizeOf = (size: number) =>
    radius.least + (radius.most - radius.least) * Math.sqrt(Math.max(0, size) / greatest);
  // What needs attention lies on top.
  const drawn = points.toSorted((left, right) => Number(left.isMarked) - Number(right.isMarked));
  return (
    <div ref={ref} className="chart">
      <svg {...asGroup} width={width} height={height} aria-label={label}>
        {[0, 50, 100].map((at) => (
          <g key={at}>
            <line x1={x(0)} x2={x(100)} y1={y(at)} y2={y(at)} stroke={at === 0 ? 'var(--rule)' : 'var(--line)'} />
            <text x={frame.left - 8} y={y(at) + 4} textAnchor="end" className="digits">
              {at}
            </text>
            <text
              x={x(at)}
              y={frame.bottom + 16}
              textAnchor={at === 100 ? 'end' : at === 0 ? 'start' : 'middle'}
              className="digits"
            >
              {at}
            </text>
          </g>
        ))}
        <line x1={x(split.x)} x2={x(split.x)} y1={y(0)} y2={y(100)} stroke="var(--ink)" strokeDasharray="2 2" />
        {drawn.map((point) => (
          <Mark key={point.id} label={point.label}>
            <circle
              cx={x(point.x)}
              cy={y(point.y)}
              r={sizeOf(point.size)}
              fill={point.isMarked ? 'var(--warn-f)' : 'var(--acc)'}
              fillOpacity={point.isMarked ? 0.85 : 0.28}
            />
          </Mark>
        ))}
        <g className="t2">
          <text x={x(0) + 4} y={y(100) + 14} className="t2 halo">
            {corners.leftTop}
          </text>
          <text x={x(0) + 4} y={y(0) - 8} className="t2 halo">
            {corners.leftBottom}
          </text>
          <text x={x(100) - 2} y={y(100) + 14} textAnchor="end" className="t2 halo">
            {corners.rightTop}
          </text>
          <text x={x(100) - 2} y={y(0) - 8} textAnchor="end" className="t2 halo">
            {corners.rightBottom}
          </text>
        </g>
        <text x={x(50)} y={height - 6} textAnchor="middle" className="t3">
          {axes.x}
        </text>
      </svg>
      <p className="visually-hidden">{axes.y}</p>
    </div>
  );
}
