import type { Answer, Unit } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import { useMe } from '#web/api/use-me.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { Change } from '#web/numbers/change.tsx';
import { numberOf } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { PanelFailed } from '#web/panel/panel-states.tsx';
import { useDetail } from '#web/panel/use-detail.ts';
import { type TextKey, useText } from '#web/text/use-text.ts';
import { cellOf } from '../lead/cell.ts';
import { useBadge } from '../lead/use-badge.ts';
import { useWorkdays } from '../lead/use-workdays.ts';
import { perWorkday } from '../titles/per-workday.ts';
import { tileMeasures } from './overview-questions.ts';
import { Tile } from './tile.tsx';

type Measure = (typeof tileMeasures)[number];

type Kind = Readonly<{
  label: TextKey;
  unit: Unit;
  /** A flow is drawn per workday of its week; a rate or a standing amount as it is. */
  isFlow: boolean;
  /** The measure word after a count; English has none. */
  suffix?: TextKey;
}>;

const kinds: Readonly<Record<Measure, Kind>> = {
  revenue: { label: 'overview.tile.revenue', unit: 'money', isFlow: true },
  order_count: { label: 'overview.tile.order_count', unit: 'count', isFlow: true, suffix: 'overview.unit.orders' },
  new_customers: {
    label: 'overview.tile.new_customers',
    unit: 'count',
    isFlow: true,
    suffix: 'overview.unit.customers',
  },
  win_rate: { label: 'overview.tile.win_rate', unit: 'ratio', isFlow: false },
  average_order_value: { label: 'overview.tile.average_order_value', unit: 'money', isFlow: false },
  open_amount: { label: 'overview.tile.open_amount', unit: 'money', isFlow: false },
};

type TilesProps = Readonly<{ totals: Asked; weekly: Asked; base: QuestionBase }>;

/** The six figures of the period, each with its like-for-like change and twelve weeks behind it. */
export function Tiles({ totals, weekly, base }: TilesProps) {
  const { t } = useText();
  if (totals.state === 'failed') {
    return <PanelFailed height={112} failure={totals.failure} retry={totals.retry} />;
  }
  if (totals.state === 'loading' || weekly.state !== 'answered') return <LoadingTiles />;
  return (
    <section className="tiles" aria-label={t('overview.tiles')} data-refetching={totals.refetching}>
      <TileList totals={totals.data} weekly={weekly.data} base={base} />
    </section>
  );
}

/** The strip before its figures are there: labels stay, figures are blank. */
function LoadingTiles() {
  const { t } = useText();
  return (
    <section className="tiles" aria-label={t('overview.tiles')} aria-busy="true">
      {tileMeasures.map((measure) => (
        <div key={measure} className="tile">
          <div className="tile-head">
            <b>{t(kinds[measure].label)}</b>
          </div>
          <div className="tile-value">
            <i className="blank" />
          </div>
          <div className="tile-change" />
          <div className="tile-foot" />
        </div>
      ))}
    </section>
  );
}

type TileListProps = Readonly<{ totals: Answer; weekly: Answer; base: QuestionBase }>;

function TileList({ totals, weekly, base }: TileListProps) {
  const { t, locale } = useText();
  const numbers = useNumbers();
  const detail = useDetail();
  const badge = useBadge(totals);
  const feet = useFeet(totals);
  const spark = useSpark(weekly);
  return tileMeasures.map((measure) => {
    const { label: key, unit, suffix } = kinds[measure];
    const label = t(key);
    const plain = numbers.figure(totals.totals[measure], unit);
    const figure = suffix && locale === 'zh' ? { ...plain, unit: t(suffix) } : plain;
    const change = totals.totals[`${measure}_change`] ?? null;
    const cell = cellOf(base, measure);
    const values = { label, value: figure.value + figure.unit };
    return (
      <Tile
        key={measure}
        label={label}
        foot={feet[measure] ?? null}
        figure={figure}
        change={totals.compare ? <Change value={change} unit={unit} /> : null}
        badge={change === null ? null : badge}
        spark={spark(measure)}
        rowsLabel={t('overview.tile.rows', values)}
        passportLabel={t('overview.tile.passport', values)}
        onRows={() => detail.rows(cell, label)}
        onPassport={(anchor) => detail.passport(cell, anchor)}
      />
    );
  });
}

/** The line beside a figure: twelve weeks, flows per workday. */
function useSpark(weekly: Answer) {
  const { t } = useText();
  const { today } = useMe().calendar;
  const workdays = useWorkdays(weekly.query.period);
  const starts = weekly.rows.map((row) => String(row.week));
  return (measure: Measure) => {
    const { label, isFlow } = kinds[measure];
    const values = weekly.rows.map((row) => numberOf(row[measure]));
    return {
      values: isFlow && workdays ? perWorkday({ values, starts, workdays, today }) : values,
      partial: weekly.partial !== null,
      label: t(isFlow ? 'overview.spark.flow' : 'overview.spark.level', { label: t(label) }),
    };
  };
}

function useFeet({ totals }: Answer): Readonly<Partial<Record<Measure, string>>> {
  const { t } = useText();
  const numbers = useNumbers();
  const count = (measure: string) => numberOf(totals[measure]) ?? 0;
  return {
    win_rate: t('overview.won_lost', { won: count('won_deals'), lost: count('lost_deals') }),
    ...(totals.median_order_value == null
      ? {}
      : {
          average_order_value: t('overview.median', {
            value: numbers.text(totals.median_order_value, 'money'),
            count: count('order_count'),
            orders: numbers.text(totals.order_count, 'count'),
          }),
        }),
    open_amount: t('overview.open_deals', { count: count('opportunities_open') }),
  };
}
