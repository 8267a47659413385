type ForecastTrackProps = Readonly<{
  /** What came, or what is won so far, as a bar from 0; null when neither is known. */
  reached: number | null;
  /** The period is still running: its bar is the actual, not the past. */
  isRunning: boolean;
  low: number;
  middle: number;
  high: number;
  /** The end of the scale. */
  most: number;
  ticks: readonly number[];
  /** All of it in words. */
  label: string;
}>;

const height = 34;
const centre = 17;

/** A forecast over what came: bar the amount, line P10 to P90, dot the middle. */
export function ForecastTrack({ reached, isRunning, low, middle, high, most, ticks, label }: ForecastTrackProps) {
  const at = (value: number) => `${Number((Math.max(0, Math.min(1, value / most)) * 100).toFixed(2))}%`;
  return (
    <svg {...asImage} className="forecast-track" width="100%" height={height} aria-label={label}>
      <title>{label}</title>
      {ticks.map((tick) => (
        <line key={tick} x1={at(tick)} x2={at(tick)} y1="0" y2={height} stroke="var(--line)" />
      ))}
      {reached !== null && (
        <>
          <rect y={centre - 6} width={at(reached)} height="12" fill={isRunning ? 'var(--acc)' : 'var(--acc-2)'} />
          {!isRunning && (
            <rect x={at(reached)} y={centre - 6} width="2" height="12" transform="translate(-2,0)" fill="var(--acc)" />
          )}
        </>
      )}
      <line x1={at(low)} x2={at(high)} y1={centre} y2={centre} stroke="var(--ink)" strokeWidth="1.5" />
      {[low, high].map((end, index) => (
        <line
          key={index === 0 ? 'low' : 'high'}
          x1={at(end)}
          x2={at(end)}
          y1={centre - 4}
          y2={centre + 4}
          stroke="var(--ink)"
          strokeWidth="1.5"
        />
      ))}
      <circle cx={at(middle)} cy={centre} r="4" fill="var(--ink)" stroke="var(--bg)" strokeWidth="1" />
    </svg>
  );
}

/** The scale above the tracks. */
export function ForecastAxis({
  most,
  ticks,
}: Readonly<{ most: number; ticks: readonly Readonly<{ value: number; label: string }>[] }>) {
  return (
    <svg className="forecast-track" width="100%" height="18" aria-hidden="true">
      {ticks.map(({ value, label }, index) => (
        <text
          key={value}
          x={`${(value / most) * 100}%`}
          y="13"
          textAnchor={index === 0 ? 'start' : index === ticks.length - 1 ? 'end' : 'middle'}
          className="digits"
        >
          {label}
        </text>
      ))}
    </svg>
  );
}

const asImage = { role: 'img' } as const;
