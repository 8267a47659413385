type WorkdayRulerProps = Readonly<{
  /** Workdays of each month (or other part) of the period, in order. */
  parts: readonly number[];
  /** Workdays that have begun; the last of them is today and stands tall while the period runs. */
  elapsed: number;
  finished: boolean;
  label: string;
}>;

type Tick = Readonly<{ x: number; number: number }>;

/** One tick a workday, a gap between months, today tall. */
export function WorkdayRuler({ parts, elapsed, finished, label }: WorkdayRulerProps) {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total === 0 || total > 70) return null;
  const ticks = ticksOf(parts);
  const width = (ticks.at(-1)?.x ?? 0) + 2;
  return (
    <svg className="ruler" width={width} height="14" role="img" aria-label={label}>
      <title>{label}</title>
      {ticks.map((tick) => {
        const isToday = !finished && tick.number === elapsed;
        const tone = isToday ? 'var(--acc)' : tick.number <= elapsed ? 'var(--t3)' : 'var(--rule)';
        return (
          <rect key={tick.number} x={tick.x} y={isToday ? 0 : 3} width="2" height={isToday ? 14 : 8} fill={tone} />
        );
      })}
    </svg>
  );
}

function ticksOf(parts: readonly number[]): readonly Tick[] {
  const ticks: Tick[] = [];
  let x = 0;
  for (const part of parts) {
    for (let index = 0; index < part; index += 1) {
      ticks.push({ x, number: ticks.length + 1 });
      x += 4;
    }
    x += 5;
  }
  return ticks;
}
