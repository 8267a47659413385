import { linear, ticks } from '../scale.ts';
import { useWidth } from '../use-width.ts';

export type PeerStripProps = Readonly<{
  label: string;
  own: number;
  /** The others' values, without names, in any order. */
  peers: readonly number[];
  median: number | null;
  texts: Readonly<{ own: string; median: string }>;
  format: (value: number) => string;
}>;

type Dot = Readonly<{ x: number; level: number; isOwn: boolean }>;

const radius = 5;

/** One dot a colleague on a line of values, stacked where they would overlap so that they can be counted; one's own is the accent. */
export function PeerStrip({ label, own, peers, median, texts, format }: PeerStripProps) {
  const [ref, width] = useWidth<HTMLDivElement>(358);
  const all = [own, ...peers];
  const marks = ticks(Math.min(...all), Math.max(...all), width < 420 ? 4 : 6);
  const x = linear([marks[0] ?? 0, marks.at(-1) ?? 1], [radius + 2, width - radius - 2]);
  const dots = stacked(all.map((value, index) => ({ x: x(value), isOwn: index === 0 })));
  const levels = Math.max(...dots.map((dot) => Math.abs(dot.level)), 1);
  const middle = 30 + levels * 11;
  const ownX = x(own);
  const medianX = median === null ? null : x(median);
  const isOwnRight = medianX === null || ownX >= medianX;
  return (
    <div ref={ref} className="chart">
      <svg width={width} height={middle + levels * 11 + 32} role="img" aria-label={label}>
        <line x1="0" x2={width} y1={middle} y2={middle} stroke="var(--line)" />
        {medianX !== null && (
          <line
            x1={medianX}
            x2={medianX}
            y1="18"
            y2={middle + levels * 11 + 6}
            stroke="var(--ink)"
            strokeDasharray="2 2"
          />
        )}
        {dots.map((dot, index) => (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: colleagues have no name here on purpose
            key={index}
            cx={dot.x}
            cy={middle - dot.level * 11}
            r={dot.isOwn ? 6.5 : radius}
            fill={dot.isOwn ? 'var(--acc)' : 'var(--ref)'}
            stroke={dot.isOwn ? 'var(--bg)' : 'none'}
          />
        ))}
        {medianX !== null && (
          <text {...anchored(medianX, isOwnRight ? 'end' : 'start', width)} y="12" className="t2">
            {texts.median}
          </text>
        )}
        <text {...anchored(ownX, isOwnRight ? 'start' : 'end', width)} y="12" className="strong accent">
          {texts.own}
        </text>
        {marks.map((mark, index) => (
          <text
            key={mark}
            x={index === 0 ? 0 : index === marks.length - 1 ? width : x(mark)}
            y={middle + levels * 11 + 24}
            textAnchor={index === 0 ? 'start' : index === marks.length - 1 ? 'end' : 'middle'}
            className="t3"
          >
            {format(mark)}
          </text>
        ))}
      </svg>
    </div>
  );
}

function anchored(x: number, wanted: 'start' | 'end', width: number) {
  const anchor = x < 76 ? 'start' : x > width - 76 ? 'end' : wanted;
  return { x: x + (anchor === 'start' ? 4 : -4), textAnchor: anchor } as const;
}

/** Dots from left to right, each on the free level nearest to the line: 0, 1, −1, 2, … */
function stacked(dots: readonly Readonly<{ x: number; isOwn: boolean }>[]): readonly Dot[] {
  const placed: Dot[] = [];
  for (const dot of [...dots].sort((left, right) => Number(right.isOwn) - Number(left.isOwn) || left.x - right.x)) {
    let level = 0;
    while (placed.some((other) => other.level === level && Math.abs(other.x - dot.x) < radius * 2 + 2)) {
      level = level > 0 ? -level : 1 - level;
    }
    placed.push({ ...dot, level });
  }
  return placed;
}
