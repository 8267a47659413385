import { Drawing } from '../drawing.tsx';
import { greatestOf, linear, ticks } from '../scale.ts';
import { useWidth } from '../use-width.ts';

type CalibrationGroup = Readonly<{ predicted: number; actual: number; label: string }>;

export type CalibrationProps = Readonly<{
  label: string;
  axes: Readonly<{ predicted: string; actual: string }>;
  groups: readonly CalibrationGroup[];
}>;

const height = 268;
const frame = { left: 34, top: 24, bottom: 226 } as const;
const widest = 460;

/** What was predicted against what came, a dot per group; on the diagonal both are the same. */
export function Calibration({ label, axes, groups }: CalibrationProps) {
  const [ref, full] = useWidth<HTMLDivElement>(420);
  const width = Math.min(full, widest);
  const marks = ticks(0, greatestOf(groups.flatMap(({ predicted, actual }) => [predicted, actual])), 4);
  const most = marks.at(-1) ?? 1;
  const x = linear([0, most], [frame.left, width - 12]);
  const y = linear([0, most], [frame.bottom, frame.top]);
  return (
    <div ref={ref} className="chart">
      <Drawing label={label} width={width} height={height}>
        {marks.map((mark) => (
          <g key={mark}>
            <line
              x1={x(0)}
              x2={x(most)}
              y1={y(mark) + 0.5}
              y2={y(mark) + 0.5}
              stroke={mark === 0 ? 'var(--rule)' : 'var(--line)'}
            />
            <text x={frame.left - 8} y={y(mark) + 4} textAnchor="end" className="digits">
              {mark}
            </text>
            <text x={x(mark)} y={frame.bottom + 16} textAnchor={mark === most ? 'end' : 'middle'} className="digits">
              {mark}
            </text>
          </g>
        ))}
        <line x1={x(0)} y1={y(0)} x2={x(most)} y2={y(most)} stroke="var(--ref)" strokeDasharray="3 3" />
        {groups.map((group) => (
          <g key={group.label}>
            <line
              x1={x(group.predicted)}
              x2={x(group.predicted)}
              y1={y(group.predicted)}
              y2={y(group.actual)}
              stroke="var(--acc-2)"
              strokeWidth="2"
            />
            <circle
              {...asImage}
              aria-label={group.label}
              cx={x(group.predicted)}
              cy={y(group.actual)}
              r="4.5"
              fill="var(--acc)"
            >
              <title>{group.label}</title>
            </circle>
          </g>
        ))}
        <text x={frame.left - 26} y="12" className="t3">
          {axes.actual}
        </text>
        <text x={x(most)} y={height - 8} textAnchor="end" className="t3">
          {axes.predicted}
        </text>
      </Drawing>
    </div>
  );
}

/** A circle is no image by itself, so the role is said. */
const asImage = { role: 'img' } as const;
