import type { ReactNode } from 'react';
import { Sparkline } from '#web/charts/sparkline/sparkline.tsx';
import type { Figure } from '#web/numbers/figure.ts';

export type TileProps = Readonly<{
  label: string;
  figure: Figure;
  change: ReactNode;
  badge: string | null;
  /** One line under the change: W/L of a rate, median of a mean. */
  foot: string | null;
  spark: Readonly<{ values: readonly (number | null)[]; partial: boolean; label: string }>;
  onRows: () => void;
  onPassport: (anchor: HTMLElement) => void;
  passportLabel: string;
  rowsLabel: string;
}>;

/** One figure of the strip. The figure opens its 口径卡, the rest of the tile its rows. */
export function Tile(props: TileProps) {
  const { label, figure, change, badge, foot, spark } = props;
  return (
    <div className="tile">
      <button type="button" className="tile-rows" aria-label={props.rowsLabel} onClick={props.onRows} />
      <div className="tile-head">
        <b>{label}</b>
      </div>
      <div className="tile-value">
        <button
          type="button"
          aria-label={props.passportLabel}
          onClick={(event) => props.onPassport(event.currentTarget)}
        >
          {figure.value}
          <small>{figure.unit}</small>
        </button>
        <Sparkline {...spark} />
      </div>
      <div className="tile-change">
        {change}
        {badge !== null && <span className="badge">{badge}</span>}
      </div>
      <div className="tile-foot">{foot}</div>
    </div>
  );
}
