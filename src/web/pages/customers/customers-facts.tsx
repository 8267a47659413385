import type { ReactNode } from 'react';
import type { Answer, Unit } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { Change } from '#web/numbers/change.tsx';
import { type Figure, numberOf } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { PanelFailed } from '#web/panel/panel-states.tsx';
import { useDetail } from '#web/panel/use-detail.ts';
import { type TextKey, useText } from '#web/text/use-text.ts';
import { cellOf } from '../lead/cell.ts';
import { useBadge } from '../lead/use-badge.ts';

type Props = Readonly<{ totals: Asked; base: QuestionBase }>;

type Shown = Readonly<{ measure: string; label: TextKey; unit: Unit; isCounted: boolean }>;

const shown: readonly Shown[] = [
  { measure: 'active_customers', label: 'customers.fact.active', unit: 'count', isCounted: true },
  { measure: 'new_customers', label: 'customers.fact.new', unit: 'count', isCounted: true },
  { measure: 'repeat_rate', label: 'customers.fact.repeat', unit: 'ratio', isCounted: false },
];

/** The figures of the page in a strip; each measure opens its 口径卡. */
export function CustomersFacts({ totals, base }: Props) {
  const { t } = useText();
  if (totals.state === 'failed') return <PanelFailed height={84} failure={totals.failure} retry={totals.retry} />;
  return (
    <section className="facts" aria-label={t('overview.tiles')} aria-busy={totals.state === 'loading'}>
      {shown.map((each) =>
        totals.state === 'answered' ? (
          <MeasureFact key={each.measure} shown={each} answer={totals.data} base={base} />
        ) : (
          <Fact key={each.measure} label={t(each.label)}>
            <i className="blank" />
          </Fact>
        ),
      )}
    </section>
  );
}

type MeasureProps = Readonly<{ shown: Shown; answer: Answer; base: QuestionBase }>;

function MeasureFact({ shown: { measure, label, unit, isCounted }, answer, base }: MeasureProps) {
  const { t, locale } = useText();
  const detail = useDetail();
  const badge = useBadge(answer);
  const plain = useNumbers().figure(answer.totals[measure], unit);
  const figure: Figure = isCounted && locale === 'zh' ? { ...plain, unit: t('customers.unit') } : plain;
  const change = answer.totals[`${measure}_change`];
  return (
    <Fact
      label={t(label)}
      note={
        answer.compare && (
          <>
            <Change value={change} unit={unit} />
            {numberOf(change) !== null && badge !== null && <span className="badge">{badge}</span>}
          </>
        )
      }
    >
      <button
        type="button"
        aria-label={t('overview.tile.passport', { label: t(label), value: figure.value + figure.unit })}
        onClick={(event) => detail.passport(cellOf(base, measure), event.currentTarget)}
      >
        {figure.value}
        <small>{figure.unit}</small>
      </button>
    </Fact>
  );
}

type FactProps = Readonly<{ label: string; note?: ReactNode; children: ReactNode }>;

function Fact({ label, note, children }: FactProps) {
  return (
    <div className="fact">
      <h2>{label}</h2>
      {children}
      <p>{note}</p>
    </div>
  );
}
