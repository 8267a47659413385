import type { ReactNode } from 'react';

type DwellLegendProps = Readonly<{
  median: string;
  interval: string;
  p75: string;
  p90: string;
  /** Null: nothing to compare with. */
  base: string | null;
  line: string | null;
}>;

/** What each mark of the tracks is. */
export function DwellLegend({ median, interval, p75, p90, base, line }: DwellLegendProps) {
  return (
    <ul className="dwell-legend">
      <Key text={median}>
        <circle cx="7" cy="6" r="4.5" fill="var(--bg)" stroke="var(--acc)" strokeWidth="2.2" />
      </Key>
      <Key text={p75}>
        <rect y="2.5" width="16" height="7" fill="var(--acc)" />
      </Key>
      <Key text={p90}>
        <rect y="4.5" width="16" height="3" fill="var(--acc-2)" />
        <rect x="14" y="1" width="2" height="10" fill="var(--acc)" />
      </Key>
      <Key text={interval}>
        <rect y="5" width="16" height="1.5" fill="var(--acc)" />
      </Key>
      {base !== null && (
        <Key text={base}>
          <path d="M7 2l4 4-4 4-4-4z" fill="var(--ref)" />
        </Key>
      )}
      {line !== null && (
        <Key text={line}>
          <path d="M3 3h8L7 9z" fill="var(--warn-f)" />
        </Key>
      )}
    </ul>
  );
}

function Key({ text, children }: Readonly<{ text: string; children: ReactNode }>) {
  return (
    <li>
      <svg width="16" height="12" aria-hidden="true">
        {children}
      </svg>
      {text}
    </li>
  );
}
