import type { Answer, Unit } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { Change } from '#web/numbers/change.tsx';
import { numberOf } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { PanelFailed } from '#web/panel/panel-states.tsx';
import { type TextKey, useText } from '#web/text/use-text.ts';
import { cellOf } from '../lead/cell.ts';
import { Fact } from '../lead/fact.tsx';
import { useBadge } from '../lead/use-badge.ts';

type FactsProps = Readonly<{ totals: Asked; topTen: Asked; base: QuestionBase }>;

type Shown = Readonly<{ measure: string; label: TextKey; unit: Unit; suffix?: TextKey; isCompared: boolean }>;

const shown: readonly Shown[] = [
  { measure: 'revenue', label: 'overview.tile.revenue', unit: 'money', isCompared: true },
  {
    measure: 'order_count',
    label: 'overview.tile.order_count',
    unit: 'count',
    suffix: 'overview.unit.orders',
    isCompared: true,
  },
  { measure: 'average_order_value', label: 'overview.tile.average_order_value', unit: 'money', isCompared: true },
  { measure: 'median_order_value', label: 'revenue.fact.median', unit: 'money', isCompared: false },
  { measure: 'refund_amount', label: 'revenue.fact.refunds', unit: 'money', isCompared: false },
  { measure: 'top10_customer_share', label: 'revenue.fact.top_ten', unit: 'ratio', isCompared: false },
];

/** The figures of the page in a strip; each opens its 口径卡. */
export function Facts({ totals, topTen, base }: FactsProps) {
  const { t } = useText();
  if (totals.state === 'failed') return <PanelFailed height={84} failure={totals.failure} retry={totals.retry} />;
  const isThere = totals.state === 'answered' && topTen.state === 'answered';
  return (
    <section className="facts" aria-label={t('overview.tiles')} aria-busy={!isThere}>
      {shown.map((each) =>
        isThere ? (
          <Known key={each.measure} shown={each} totals={totals.data} topTen={topTen.data} base={base} />
        ) : (
          <Fact key={each.measure} label={t(each.label)} figure={null} note={null} cell={null} />
        ),
      )}
    </section>
  );
}

type KnownProps = Readonly<{ shown: Shown; totals: Answer; topTen: Answer; base: QuestionBase }>;

function Known({ shown: { measure, label, unit, suffix, isCompared }, totals, topTen, base }: KnownProps) {
  const { t, locale } = useText();
  const numbers = useNumbers();
  const badge = useBadge(totals);
  const note = useFactNote(totals);
  const source = measure === 'top10_customer_share' ? topTen : totals;
  const plain = numbers.figure(source.totals[measure], unit);
  const change = totals.totals[`${measure}_change`];
  const cell = cellOf(base, measure);
  return (
    <Fact
      label={t(label)}
      figure={suffix && locale === 'zh' ? { ...plain, unit: t(suffix) } : plain}
      cell={source === topTen ? { ...cell, period: topTen.query.period } : cell}
      note={
        isCompared && totals.compare ? (
          <>
            <Change value={change} unit={unit} />
            {numberOf(change) !== null && badge !== null && <span className="badge">{badge}</span>}
          </>
        ) : (
          note(measure)
        )
      }
    />
  );
}

function useFactNote({ totals }: Answer) {
  const { t } = useText();
  const numbers = useNumbers();
  const refundShare = () => {
    const gross = numberOf(totals.gross_revenue) ?? 0;
    const share = numbers.text((numberOf(totals.refund_amount) ?? 0) / gross, 'ratio');
    return gross > 0 ? t('revenue.fact.refund_share', { share }) : null;
  };
  const notes: Readonly<Record<string, () => string | null>> = {
    median_order_value: () =>
      totals.p90_order_value === undefined
        ? t('revenue.fact.whole_orders')
        : `P90 ${numbers.text(totals.p90_order_value, 'money')}`,
    top10_customer_share: () => t('revenue.fact.top_ten_note'),
    refund_amount: refundShare,
  };
  return (measure: string): string | null => notes[measure]?.() ?? null;
}
