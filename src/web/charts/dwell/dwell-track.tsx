/** How long stays last, as lengths on the track's scale; null where it is not known yet. */
export type DwellMarks = Readonly<{
  median: number | null;
  /** 95 % of the median. */
  low: number | null;
  high: number | null;
  p75: number | null;
  p90: number | null;
  /** The median of the year before. */
  base: number | null;
  /** From here on a stay is too long. */
  line: number | null;
}>;

type DwellTrackProps = Readonly<{
  marks: DwellMarks;
  /** The end of the scale. */
  most: number;
  ticks: readonly number[];
  /** All of it in words. */
  label: string;
  format: (length: number) => string;
}>;

const height = 57;
const middle = 28;

/** One stage's stays on a line: hollow dot median with its interval, thick to P75, thin to P90, ◆ last year, ▾ stuck line. */
export function DwellTrack({ marks, most, ticks, label, format }: DwellTrackProps) {
  const at = (length: number) => `${Number(Math.min(100, (length / most) * 100).toFixed(2))}%`;
  const { median, low, high, p75, p90, base, line } = marks;
  return (
    <svg {...asImage} className="dwell-track" width="100%" height={height} aria-label={label}>
      <title>{label}</title>
      {ticks.map((tick) => (
        <line key={tick} x1={at(tick)} x2={at(tick)} y1="0" y2={height} stroke="var(--line)" />
      ))}
      {median !== null && (
        <>
          <line x1={at(median)} x2={at(p90 ?? most)} y1={middle} y2={middle} stroke="var(--acc-2)" strokeWidth="3" />
          <line
            x1={at(median)}
            x2={at(p75 ?? p90 ?? most)}
            y1={middle}
            y2={middle}
            stroke="var(--acc)"
            strokeWidth="7"
          />
        </>
      )}
      {p90 !== null && <line x1={at(p90)} x2={at(p90)} y1="23" y2="33" stroke="var(--acc)" strokeWidth="2" />}
      {low !== null && (
        <line
          x1={at(low)}
          x2={at(high ?? most)}
          y1={middle + 10}
          y2={middle + 10}
          stroke="var(--acc)"
          strokeWidth="1.5"
        />
      )}
      {median !== null && (
        <circle cx={at(median)} cy={middle} r="6" fill="var(--bg)" stroke="var(--acc)" strokeWidth="2.5" />
      )}
      {base !== null && (
        <svg x={at(base)} y="46" className="pin" aria-hidden="true">
          <path d="M0-4 4 0 0 4-4 0z" fill="var(--ref)" />
        </svg>
      )}
      {line !== null && (
        <svg x={at(line)} y="8" className="pin" aria-hidden="true">
          <path d="M-4 0H4L0 6z" fill="var(--warn-f)" />
        </svg>
      )}
      <Figures marks={marks} at={at} format={format} />
    </svg>
  );
}

type FiguresProps = Readonly<{
  marks: DwellMarks;
  at: (length: number) => string;
  format: (length: number) => string;
}>;

/** The figures over the marks; P75 stays silent where it would touch the median's or the stuck line. */
function Figures({ marks: { median, p75, p90 }, at, format }: FiguresProps) {
  return (
    <g>
      {median !== null && (
        <text x={at(median)} y="16" textAnchor="middle" className="strong">
          {format(median)}
        </text>
      )}
      {p75 !== null && (
        <text x={at(p75)} y="45" textAnchor="middle" className="digits">
          {format(p75)}
        </text>
      )}
      {p90 !== null && (
        <text x={at(p90)} y="32" dx="6" className="digits">
          {format(p90)}
        </text>
      )}
    </g>
  );
}

/** The scale under the tracks. */
export function DwellAxis({ most, ticks, unit }: Readonly<{ most: number; ticks: readonly number[]; unit: string }>) {
  return (
    <svg className="dwell-track" width="100%" height="18" aria-hidden="true">
      {ticks.map((tick, index) => (
        <text key={tick} x={`${(tick / most) * 100}%`} y="12" textAnchor="middle" className="digits">
          {index === ticks.length - 1 ? `${tick}${unit}` : tick}
        </text>
      ))}
    </svg>
  );
}

const asImage = { role: 'img' } as const;
