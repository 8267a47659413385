import { linear, points } from '../scale.ts';

type SparklineProps = Readonly<{
  /** In order of time; null is unknown and leaves a gap. */
  values: readonly (number | null)[];
  /** Whether the last value is of an unfinished bucket: it is then joined by dots. */
  partial?: boolean;
  /** What the line shows, in words. */
  label: string;
  width?: number;
  height?: number;
}>;

const margin = 4;

/** A small line without axes beside a figure; the last point is a hollow dot. Draws nothing with fewer than two known values. */
export function Sparkline({ values, partial = false, label, width = 62, height = 26 }: SparklineProps) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const x = linear([0, values.length - 1], [margin, width - margin]);
  const y = linear([Math.min(...known), Math.max(...known)], [height - margin, margin]);
  const flat = Math.min(...known) === Math.max(...known);
  const placed = values.flatMap((value, index) =>
    value === null ? [] : [[x(index), flat ? height / 2 : y(value)] as const],
  );
  const solid = partial ? placed.slice(0, -1) : placed;
  const tail = partial ? placed.slice(-2) : [];
  const end = placed.at(-1);
  return (
    <svg className="sparkline" width={width} height={height} role="img" aria-label={label}>
      <title>{label}</title>
      <polyline points={points(solid)} fill="none" stroke="var(--ref)" strokeWidth="1.25" />
      {tail.length === 2 && (
        <polyline points={points(tail)} fill="none" stroke="var(--acc)" strokeWidth="1.25" strokeDasharray="2 2" />
      )}
      {end && <circle cx={end[0]} cy={end[1]} r="2.4" fill="var(--bg)" stroke="var(--acc)" strokeWidth="1.4" />}
    </svg>
  );
}
