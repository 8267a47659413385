import { useId } from 'react';
import { Hatch } from '../hatch.tsx';

type FunnelLegendProps = Readonly<{
  reached: string;
  /** Null where nothing can be skipped. */
  skipped: string | null;
  open: string;
  lost: string;
  disqualified: string;
  /** Null without an earlier cohort. */
  base: string | null;
}>;

/** What each part of the bars is. */
export function FunnelLegend({ reached, skipped, open, lost, disqualified, base }: FunnelLegendProps) {
  const hatch = useId();
  const parts = [
    ['reached', reached],
    ['skipped', skipped],
    ['open', open],
    ['lost', lost],
    ['disqualified', disqualified],
  ] as const;
  return (
    <ul className="funnel-legend">
      {parts.map(([kind, text]) =>
        text === null ? null : (
          <li key={kind}>
            <svg width="11" height="11" aria-hidden="true" className={`funnel-part ${kind}`}>
              <Hatch id={hatch} />
              <rect width="11" height="11" {...(kind === 'open' ? { fill: `url(#${hatch})` } : {})} />
            </svg>
            {text}
          </li>
        ),
      )}
      {base !== null && (
        <li>
          <svg width="5" height="12" aria-hidden="true">
            <line x1="2.5" x2="2.5" y1="0" y2="12" className="funnel-base" />
          </svg>
          {base}
        </li>
      )}
    </ul>
  );
}
