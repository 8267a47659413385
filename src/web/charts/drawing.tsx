import type { ReactNode } from 'react';

type DrawingProps = Readonly<{ label: string; width: number; height: number; children: ReactNode }>;

/** The sheet of a chart whose marks speak for themselves. TRAP: a `<title>` here would pop up over the whole chart. */
export function Drawing({ label, width, height, children }: DrawingProps) {
  return (
    <svg {...asGroup} width={width} height={height} aria-label={label}>
      {children}
    </svg>
  );
}

/** A fieldset cannot stand inside an SVG, so the role is said. */
export const asGroup = { role: 'group' } as const;
