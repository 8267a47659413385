type BarProps = Readonly<{
  value: number | null;
  /** The value that fills the whole width. */
  most: number;
  /** Pale with an accent end cap: the past, or what stands behind. */
  pale?: boolean;
  height?: number;
  width?: number | string;
  color?: string;
}>;

/** A bar in a table row, beside its printed number (so hidden from screen readers). Bars start at 0. */
export function Bar({ value, most, pale = false, height = 10, width = '100%', color = 'var(--acc)' }: BarProps) {
  const share = value === null || most <= 0 ? 0 : Math.max(0, Math.min(1, value / most)) * 100;
  return (
    <svg className="bar-mark" width={width} height={height} aria-hidden="true">
      <rect width={`${share}%`} height={height} fill={pale ? 'var(--acc-2)' : color} />
      {pale && share > 1 && (
        <rect x={`${share}%`} width="2" height={height} transform="translate(-2,0)" fill="var(--acc)" />
      )}
    </svg>
  );
}

type DivergingBarProps = Readonly<{ value: number | null; most: number; width?: number; color?: string }>;

/** A signed bar around a middle line, beside its printed number. */
export function DivergingBar({ value, most, width = 84, color = 'var(--ref)' }: DivergingBarProps) {
  const middle = width / 2;
  const length = value === null || most <= 0 ? 0 : Math.max(1, (Math.abs(value) / most) * (middle - 2));
  return (
    <svg className="bar-mark" width={width} height="12" aria-hidden="true">
      <rect x={value !== null && value < 0 ? middle - length : middle} y="1" width={length} height="10" fill={color} />
      <line x1={middle + 0.5} x2={middle + 0.5} y1="0" y2="12" stroke="var(--t2)" />
    </svg>
  );
}
