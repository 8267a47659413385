import { linear, points } from '../scale.ts';
import { textWidth } from '../text-width.ts';
import { useWidth } from '../use-width.ts';

type ParetoPoint = Readonly<{ count: number; share: number; title: string; note: string }>;
type ParetoTier = Readonly<{ id: string; from: number; before: number; label: string; count: string }>;

export type ParetoProps = Readonly<{
  label: string;
  /** Cumulative share after the 1st, 2nd, … customer; may stop early, the rest is then one straight piece. */
  shares: readonly number[];
  /** How many customers there are in all. */
  count: number;
  points: readonly ParetoPoint[];
  /** A, B and C as bands under the axis. */
  tiers: readonly ParetoTier[];
  evenLabel: string;
}>;

const height = 258;
const frame = { left: 42, top: 14, bottom: 212 } as const;
const tierFill = ['var(--acc)', 'var(--acc-2)', 'var(--track)'] as const;

/** Cumulative share of revenue over customers from the greatest down, with the even spread as a reference. */
export function Pareto({ label, shares, count, points: named, tiers, evenLabel }: ParetoProps) {
  const [ref, width] = useWidth<HTMLDivElement>(544);
  const x = linear([0, Math.max(1, count)], [frame.left, width - 6]);
  const y = linear([0, 1], [frame.bottom, frame.top]);
  const every = Math.max(1, Math.ceil(shares.length / 240));
  const line = shares.flatMap((share, index) =>
    index < 40 || index % every === 0 || index === shares.length - 1 ? [[x(index + 1), y(share)] as const] : [],
  );
  const last = shares.length < count ? [[x(count), y(1)] as const] : [];
  return (
    <div ref={ref} className="chart">
      <svg width={width} height={height} role="img" aria-label={label}>
        {[0, 0.5, 0.7, 0.9, 1].map((share) => (
          <g key={share}>
            <line
              x1={frame.left}
              x2={width - 6}
              y1={y(share) + 0.5}
              y2={y(share) + 0.5}
              stroke={share === 0 ? 'var(--rule)' : 'var(--line)'}
            />
            <text x={frame.left - 8} y={y(share) + 4} textAnchor="end" className="digits">
              {share * 100}%
            </text>
          </g>
        ))}
        <line x1={x(0)} y1={y(0)} x2={x(count)} y2={y(1)} stroke="var(--ref)" strokeDasharray="2 4" />
        <text x={x(count * 0.66)} y={y(0.56)} className="t3 halo">
          {evenLabel}
        </text>
        <polyline
          points={points([[x(0), y(0)], ...line, ...last])}
          fill="none"
          stroke="var(--acc)"
          strokeWidth="2.5"
          strokeLinejoin="round"
        />
        {named.map((point) => (
          <NamedPoint key={point.title} point={point} x={x(point.count)} y={y(point.share)} width={width} />
        ))}
        <Tiers tiers={tiers} x={x} />
      </svg>
    </div>
  );
}

function NamedPoint({ point, x, y, width }: Readonly<{ point: ParetoPoint; x: number; y: number; width: number }>) {
  const isRight = x > width * 0.6;
  const room = (isRight ? x : width - x) - 24 - textWidth(point.title);
  return (
    <g>
      <circle cx={x} cy={y} r="4.5" fill="var(--bg)" stroke="var(--acc)" strokeWidth="2" />
      <text
        x={x + (isRight ? -11 : 11)}
        y={y > frame.bottom - 40 ? y + 4 : y + 16}
        textAnchor={isRight ? 'end' : 'start'}
        className="strong halo"
      >
        {point.title}
        {room > textWidth(point.note) && (
          <tspan className="t2" dx="8">
            {point.note}
          </tspan>
        )}
      </text>
    </g>
  );
}

function Tiers({ tiers, x }: Readonly<{ tiers: readonly ParetoTier[]; x: (count: number) => number }>) {
  return tiers.map((tier, index) => {
    const width = Math.max(1, x(tier.before) - x(tier.from) - 1);
    return (
      <g key={tier.id}>
        <rect x={x(tier.from) + 0.5} y="222" width={width} height="8" fill={tierFill[index] ?? 'var(--track)'} />
        {width > textWidth(tier.label + tier.count) + 8 && (
          <text x={x(tier.from) + 1} y="248" className="t2">
            {tier.label}
            <tspan className="strong" dx="4">
              {tier.count}
            </tspan>
          </text>
        )}
      </g>
    );
  });
}
