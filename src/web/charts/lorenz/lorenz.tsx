import { linear, points as pointsText } from '../scale.ts';

type LorenzProps = Readonly<{
  /** From (0, 0) to (1, 1): the smallest `people` share has this `amount` share. */
  points: readonly Readonly<{ people: number; amount: number }>[];
  /** What the curve shows, in words. */
  label: string;
  axes: Readonly<{ people: string; amount: string }>;
}>;

const size = 168;
const frame = { left: 10, right: 160, top: 8, bottom: 140 } as const;

/** The Lorenz curve against the even spread: the area between them is half of Gini. */
export function Lorenz({ points, label, axes }: LorenzProps) {
  const x = linear([0, 1], [frame.left, frame.right]);
  const y = linear([0, 1], [frame.bottom, frame.top]);
  const curve = points.map(({ people, amount }) => [x(people), y(amount)] as const);
  return (
    <div className="chart lorenz">
      <svg width={size} height={size} role="img" aria-label={label}>
        <polygon points={pointsText(curve)} fill="var(--acc)" fillOpacity="0.11" />
        <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(0)} stroke="var(--rule)" />
        <line x1={x(1)} y1={y(0)} x2={x(1)} y2={y(1)} stroke="var(--rule)" />
        <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} stroke="var(--ref)" strokeDasharray="2 4" />
        <polyline points={pointsText(curve)} fill="none" stroke="var(--acc)" strokeWidth="2.5" />
        <text x={x(0)} y={size - 10} className="t2">
          {axes.people}
        </text>
        <text x={x(0)} y={frame.top + 8} className="t2">
          {axes.amount}
        </text>
      </svg>
    </div>
  );
}
