import type { KeyboardEvent, ReactNode } from 'react';
import { asGroup } from './drawing.tsx';

/** A group of marks of one chart: one tab stop, arrow keys walk from mark to mark. */
export function Marks({ label, children }: Readonly<{ label: string; children: ReactNode }>) {
  return (
    <g {...asGroup} aria-label={label} data-marks>
      {children}
    </g>
  );
}

type MarkProps = Readonly<{
  /** What the mark says, in words with its number: read aloud and shown on hover. */
  label: string;
  first?: boolean;
  onPick?: (() => void) | undefined;
  children: ReactNode;
}>;

/** One mark: a button that opens the rows behind it when there is something to open, else a labelled picture. */
export function Mark({ label, first = false, onPick, children }: MarkProps) {
  if (!onPick) {
    return (
      <g {...asImage} aria-label={label}>
        <title>{label}</title>
        {children}
      </g>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand inside an SVG
    <g
      className="mark"
      data-mark
      role="button"
      tabIndex={first ? 0 : -1}
      aria-label={label}
      onClick={onPick}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return walk(event);
        event.preventDefault();
        onPick();
      }}
    >
      <title>{label}</title>
      {children}
    </g>
  );
}

const asImage = { role: 'img' } as const;

const stepOf: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function walk(event: KeyboardEvent<SVGGElement>): void {
  const step = stepOf[event.key];
  if (step === undefined) return;
  const group = event.currentTarget.closest('[data-marks]');
  const marks = [...(group?.querySelectorAll<SVGGElement>('[data-mark]') ?? [])];
  const at = marks.indexOf(event.currentTarget);
  const next = marks[at + step];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
