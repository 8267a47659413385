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

type FactsProps = Readonly<{ totals: Asked; base: QuestionBase }>;

type Shown = Readonly<{ measure: string; label: TextKey; unit: Unit }>;

const shown: readonly Shown[] = [
  { measure: 'open_amount', label: 'overview.tile.open_amount', unit: 'money' },
  { measure: 'weighted_pipeline', label: 'pipeline.fact.weighted', unit: 'money' },
  { measure: 'win_rate', label: 'overview.tile.win_rate', unit: 'ratio' },
  { measure: 'sales_cycle_days', label: 'pipeline.fact.cycle', unit: 'days' },
];

/** The figures of the page in a strip; each opens its 口径卡. */
export function PipelineFacts({ totals, base }: FactsProps) {
  const { t } = useText();
  if (totals.state === 'failed') return <PanelFailed height={102} failure={totals.failure} retry={totals.retry} />;
  return (
    <section className="facts" aria-label={t('overview.tiles')} aria-busy={totals.state === 'loading'}>
      {shown.map((each) =>
        totals.state === 'answered' ? (
          <Known key={each.measure} shown={each} answer={totals.data} base={base} />
        ) : (
          <Fact key={each.measure} label={t(each.label)} figure={null} note={null} more={null} cell={null} />
        ),
      )}
    </section>
  );
}

type KnownProps = Readonly<{ shown: Shown; answer: Answer; base: QuestionBase }>;

function Known({ shown: { measure, label, unit }, answer, base }: KnownProps) {
  const { t } = useText();
  const numbers = useNumbers();
  const badge = useBadge(answer);
  const change = answer.totals[`${measure}_change`];
  return (
    <Fact
      label={t(label)}
      figure={numbers.figure(answer.totals[measure], unit)}
      cell={cellOf(base, measure)}
      note={
        answer.compare && (
          <>
            <Change value={change} unit={unit} />
            {numberOf(change) !== null && badge !== null && <span className="badge">{badge}</span>}
          </>
        )
      }
      more={null}
    />
  );
}
