import type { ReactNode } from 'react';
import type { CellQuestion } from '#web/api/types.ts';
import type { Figure } from '#web/numbers/figure.ts';
import { useDetail } from '#web/panel/use-detail.ts';
import { useText } from '#web/text/use-text.ts';
import './facts.css';

type FactProps = Readonly<{
  label: string;
  /** Null while it is not known yet. */
  figure: Figure | null;
  /** The line under the figure: its change, or what it rests on. */
  note: ReactNode;
  /** A second line. */
  more?: ReactNode;
  /** What its 口径卡 explains; without it the figure is no button. */
  cell: CellQuestion | null;
}>;

/** A figure in the strip under the sentence of a page. */
export function Fact({ label, figure, note, more, cell }: FactProps) {
  return (
    <div className="fact">
      <h2>{label}</h2>
      {figure ? <Value label={label} figure={figure} cell={cell} /> : <i className="blank" />}
      <p>{note}</p>
      {more !== undefined && <p>{more}</p>}
    </div>
  );
}

type ValueProps = Readonly<{ label: string; figure: Figure; cell: CellQuestion | null }>;

function Value({ label, figure, cell }: ValueProps) {
  const { t } = useText();
  const detail = useDetail();
  const text = (
    <>
      {figure.value}
      <small>{figure.unit}</small>
    </>
  );
  if (!cell) return <b className="fact-value">{text}</b>;
  return (
    <button
      type="button"
      className="fact-value"
      aria-label={t('overview.tile.passport', { label, value: figure.value + figure.unit })}
      onClick={(event) => detail.passport(cell, event.currentTarget)}
    >
      {text}
    </button>
  );
}
