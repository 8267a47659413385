type IntervalTrackProps = Readonly<{
  /** The estimate that is compared, the figure as counted, and the interval of that. */
  estimate: number | null;
  counted: number | null;
  low: number | null;
  high: number | null;
  /** The mean of all, a line through every row. */
  mean: number | null;
  /** The end of the scale; longer intervals are cut there. */
  most: number;
  ticks: readonly number[];
  /** Too few to be ranked. */
  isFaint: boolean;
  /** All of it in words. */
  label: string;
}>;

const height = 34;
const middle = 17;

/** One group's rate on a line: filled dot the estimate, hollow dot the plain rate, with its interval. */
export function IntervalTrack(props: IntervalTrackProps) {
  const { estimate, counted, low, high, mean, most, ticks, isFaint, label } = props;
  const at = (value: number) => `${Number((Math.min(1, value / most) * 100).toFixed(2))}%`;
  const color = isFaint ? 'var(--ref)' : 'var(--acc)';
  return (
    <svg {...asImage} className="interval-track" width="100%" height={height} aria-label={label}>
      <title>{label}</title>
      {ticks.map((tick) => (
        <line key={tick} x1={at(tick)} x2={at(tick)} y1="0" y2={height} stroke="var(--line)" />
      ))}
      {mean !== null && <line x1={at(mean)} x2={at(mean)} y1="0" y2={height} stroke="var(--ink)" strokeWidth="1.25" />}
      {low !== null && high !== null && (
        <line x1={at(low)} x2={at(high)} y1={middle} y2={middle} stroke={color} strokeWidth="1.5" />
      )}
      {counted !== null && (
        <circle cx={at(counted)} cy={middle} r="4" fill="var(--bg)" stroke={color} strokeWidth="1.5" />
      )}
      {estimate !== null && <circle cx={at(estimate)} cy={middle} r="4.5" fill={color} />}
    </svg>
  );
}

type IntervalAxisProps = Readonly<{
  mean: Readonly<{ value: number; label: string }> | null;
  most: number;
  ticks: readonly Readonly<{ value: number; label: string }>[];
}>;

/** The scale above the tracks: the mean and the last mark named, when there is room for both. */
export function IntervalAxis({ mean, most, ticks }: IntervalAxisProps) {
  const share = (value: number) => (value / most) * 100;
  const last = ticks.at(-1);
  return (
    <svg className="interval-track" width="100%" height="20" aria-hidden="true">
      {mean && (
        <text x={`${share(mean.value)}%`} y="14" textAnchor={anchorAt(share(mean.value))}>
          {mean.label}
        </text>
      )}
      {last && Math.abs(share(last.value) - share(mean?.value ?? 0)) > 40 && (
        <text x={`${share(last.value)}%`} y="14" textAnchor="end" className="t3">
          {last.label}
        </text>
      )}
    </svg>
  );
}

function anchorAt(percent: number): 'start' | 'middle' | 'end' {
  return percent < 14 ? 'start' : percent > 90 ? 'end' : 'middle';
}

const asImage = { role: 'img' } as const;
