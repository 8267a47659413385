import type { Answer, Unit } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { Change } from '#web/numbers/change.tsx';
import { type Figure, numberOf } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { PanelFailed } from '#web/panel/panel-states.tsx';
import { type TextKey, useText } from '#web/text/use-text.ts';
import { cellOf } from '../lead/cell.ts';
import { Fact } from '../lead/fact.tsx';
import { useBadge } from '../lead/use-badge.ts';
import type { ActivityAnswer, TiersAnswer } from './customers-queries.ts';

type Props = Readonly<{
  totals: Asked;
  tiers: Asked<TiersAnswer>;
  activity: Asked<ActivityAnswer>;
  base: QuestionBase;
}>;

type Shown = Readonly<{ measure: string; label: TextKey; unit: Unit; isCounted: boolean }>;

const shown: readonly Shown[] = [
  { measure: 'active_customers', label: 'customers.fact.active', unit: 'count', isCounted: true },
  { measure: 'new_customers', label: 'customers.fact.new', unit: 'count', isCounted: true },
  { measure: 'repeat_rate', label: 'customers.fact.repeat', unit: 'ratio', isCounted: false },
];

/** The figures of the page in a strip; each measure opens its 口径卡. */
export function CustomersFacts({ totals, tiers, activity, base }: Props) {
  const { t } = useText();
  if (totals.state === 'failed') return <PanelFailed height={84} failure={totals.failure} retry={totals.retry} />;
  return (
    <section className="facts" aria-label={t('overview.tiles')} aria-busy={totals.state === 'loading'}>
      <CustomersFact tiers={tiers} />
      {shown.map((each) =>
        totals.state === 'answered' ? (
          <MeasureFact key={each.measure} shown={each} answer={totals.data} base={base} />
        ) : (
          <Fact key={each.measure} label={t(each.label)} figure={null} note={null} cell={null} />
        ),
      )}
      <QuietFact activity={activity} />
      <PoolFact tiers={tiers} />
    </section>
  );
}

function CustomersFact({ tiers }: Pick<Props, 'tiers'>) {
  const { t } = useText();
  const counted = useCounted();
  if (tiers.state !== 'answered') return <Fact label={t('customers.fact.all')} figure={null} note={null} cell={null} />;
  const { a, all } = tiers.data.total;
  return (
    <Fact
      label={t('customers.fact.all')}
      figure={counted(all.customers)}
      note={t('customers.fact.all_note', { count: a.customers })}
      cell={null}
    />
  );
}

function QuietFact({ activity }: Pick<Props, 'activity'>) {
  const { t } = useText();
  const numbers = useNumbers();
  if (activity.state !== 'answered') {
    return <Fact label={t('customers.fact.quiet')} figure={null} note={null} cell={null} />;
  }
  const quiet = activity.data.quadrants.find(({ quadrant }) => quadrant === 'going_quiet');
  return (
    <Fact
      label={t('customers.fact.quiet')}
      figure={numbers.figure(quiet?.revenue ?? '0', 'money')}
      note={t('customers.fact.quiet_note', { count: quiet?.customers ?? 0 })}
      cell={null}
    />
  );
}

function PoolFact({ tiers }: Pick<Props, 'tiers'>) {
  const { t } = useText();
  const counted = useCounted();
  const numbers = useNumbers();
  if (tiers.state !== 'answered')
    return <Fact label={t('customers.fact.pool')} figure={null} note={null} cell={null} />;
  const { pool, total } = tiers.data;
  const share = total.all.customers > 0 ? pool.all.customers / total.all.customers : null;
  return (
    <Fact
      label={t('customers.fact.pool')}
      figure={counted(pool.all.customers)}
      note={t('customers.fact.pool_note', { share: numbers.text(share, 'ratio') })}
      cell={null}
    />
  );
}

function useCounted(): (count: number) => Figure {
  const { t, locale } = useText();
  const numbers = useNumbers();
  return (count) => {
    const plain = numbers.figure(count, 'count');
    return locale === 'zh' ? { ...plain, unit: t('customers.unit') } : plain;
  };
}

type MeasureProps = Readonly<{ shown: Shown; answer: Answer; base: QuestionBase }>;

function MeasureFact({ shown: { measure, label, unit, isCounted }, answer, base }: MeasureProps) {
  const { t } = useText();
  const badge = useBadge(answer);
  const counted = useCounted();
  const numbers = useNumbers();
  const value = numberOf(answer.totals[measure]);
  const change = answer.totals[`${measure}_change`];
  return (
    <Fact
      label={t(label)}
      figure={isCounted && value !== null ? counted(value) : numbers.figure(answer.totals[measure], unit)}
      cell={cellOf(base, measure)}
      note={
        answer.compare && (
          <>
            <Change value={change} unit={unit} />
            {numberOf(change) !== null && badge !== null && <span className="badge">{badge}</span>}
          </>
        )
      }
    />
  );
}
