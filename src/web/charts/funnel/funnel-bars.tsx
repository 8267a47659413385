import { useId } from 'react';
import { Hatch } from '../hatch.tsx';
import { textWidth } from '../text-width.ts';
import { useWidth } from '../use-width.ts';

/** What became of those that came to a step: the parts make up `n`. */
type FunnelParts = Readonly<{
  n: number;
  reached: number;
  skipped: number;
  open: number;
  lost: number;
  disqualified: number;
}>;

/** What the parts are called where their count has no room in the bar. */
type FunnelNames = Readonly<Record<'skipped' | 'open' | 'lost' | 'disqualified', string>>;

type FunnelBarProps = Readonly<{
  parts: FunnelParts;
  names: FunnelNames;
  /** The count that fills the whole width. */
  most: number;
  /** How many would have come further at the earlier cohort's rate; null without one. */
  base: number | null;
  /** Everything in words. */
  label: string;
  /** Said beside the number that came further, such as 赢单. */
  note?: string | undefined;
}>;

const height = 22;
const top = 2;

/** One step of a funnel: came further, hatched what is still open, lost, disqualified; a tick where the earlier cohort came. */
export function FunnelBar({ parts, names, most, base, label, note }: FunnelBarProps) {
  const hatch = useId();
  const [frame, width] = useWidth<HTMLDivElement>(300);
  const scale = most > 0 ? width / most : 0;
  const segments = segmentsOf(parts, note);
  const fits = ({ count, text }: Segment) => count * scale > textWidth(text) + 8;
  const squeezed = segments.filter((segment) => segment.kind !== 'reached' && !fits(segment));
  return (
    <div ref={frame} className="chart">
      <svg {...asImage} width={width} height={height + 2 * top} aria-label={label}>
        <title>{label}</title>
        <Hatch id={hatch} />
        {segments.map((segment) => (
          <g key={segment.kind} className={`funnel-part ${segment.kind}`}>
            <rect
              x={segment.from * scale}
              y={top}
              width={segment.count * scale}
              height={height}
              {...(segment.kind === 'open' ? { fill: `url(#${hatch})` } : {})}
            />
            {fits(segment) && (
              <text x={segment.from * scale + 6} y={top + 15} className={segment.kind === 'open' ? 'halo' : ''}>
                {segment.text}
              </text>
            )}
          </g>
        ))}
        {base !== null && (
          <line x1={base * scale} x2={base * scale} y1="0" y2={height + 2 * top} className="funnel-base" />
        )}
      </svg>
      {squeezed.length > 0 && (
        <p className="funnel-squeezed">
          {squeezed.map(({ kind, count }) => (
            <span key={kind}>
              {names[kind as keyof FunnelNames]} <span className="num">{count}</span>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

const asImage = { role: 'img' } as const;

const kinds = ['reached', 'skipped', 'open', 'lost', 'disqualified'] as const;

type Segment = Readonly<{ kind: (typeof kinds)[number]; from: number; count: number; text: string }>;

function segmentsOf(parts: FunnelParts, note: string | undefined): readonly Segment[] {
  const known = kinds.filter((kind) => parts[kind] > 0);
  return known.map((kind, index) => ({
    kind,
    from: known.slice(0, index).reduce((sum, before) => sum + parts[before], 0),
    count: parts[kind],
    text: kind === 'reached' && note ? `${parts[kind]} ${note}` : String(parts[kind]),
  }));
}
