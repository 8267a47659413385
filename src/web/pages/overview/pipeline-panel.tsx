import type { Answer } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import { Bar } from '#web/charts/bar/bar.tsx';
import type { QuestionBase } from '#web/filters/filters.ts';
import { withUnit } from '#web/numbers/column-format.ts';
import { numberOf } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Panel } from '#web/panel/panel.tsx';
import { useDetail } from '#web/panel/use-detail.ts';
import { useText } from '#web/text/use-text.ts';
import { cellOf } from '../lead/cell.ts';
import { partsOf, totalOf } from '../titles/parts.ts';

type PipelinePanelProps = Readonly<{ asked: Asked; base: QuestionBase }>;

/** Open deals by stage as a distribution: a snapshot is never a conversion. */
export function PipelinePanel({ asked, base }: PipelinePanelProps) {
  const { t } = useText();
  const numbers = useNumbers();
  const title = (answer: Answer) => {
    const stages = partsOf(answer, 'stage', 'open_amount');
    const total = totalOf(answer, 'open_amount').value ?? 0;
    const most = [...stages].sort((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
    const count = numberOf(answer.totals.opportunities_open) ?? 0;
    if (!most?.name || total <= 0) return t('overview.stages.count', { count });
    return t('overview.stages.title', {
      stage: most.name,
      share: numbers.text((most.value ?? 0) / total, 'ratio'),
      count,
    });
  };
  return (
    <Panel
      id="stages"
      asked={asked}
      shape="bars"
      height={196}
      title={title}
      subtitle={t('overview.stages.subtitle')}
      empty={(answer) =>
        (numberOf(answer.totals.opportunities_open) ?? 0) === 0 ? { why: t('overview.stages.empty') } : null
      }
    >
      {(answer) => <Stages answer={answer} base={base} />}
    </Panel>
  );
}

function Stages({ answer, base }: Readonly<{ answer: Answer; base: QuestionBase }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const detail = useDetail();
  const amounts = partsOf(answer, 'stage', 'open_amount');
  const counts = partsOf(answer, 'stage', 'opportunities_open');
  const format = numbers.column([...amounts.map((part) => part.value), answer.totals.open_amount], 'money');
  const most = Math.max(...amounts.map((part) => part.value ?? 0), 0);
  const total = totalOf(answer, 'open_amount').value ?? 0;
  return (
    <table className="table fixed stages" aria-label={t('overview.stages.subtitle')}>
      <thead>
        <tr>
          <th scope="col">{t('overview.stage')}</th>
          <th scope="col" className="num">
            {t('overview.deals')}
          </th>
          <td className="bar-column" />
          <th scope="col" className="num">
            {withUnit(t('overview.amount'), format)}
          </th>
          <th scope="col" className="num">
            {t('overview.share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {amounts.map((part, index) => (
          <tr key={part.key ?? 'none'}>
            <th scope="row">
              <button
                type="button"
                className="plain"
                onClick={() => detail.rows(cellOf(base, 'open_amount', { stage: part.key }), part.name ?? '')}
              >
                {part.name ?? t('overview.none')}
              </button>
            </th>
            <td className="num">{numbers.text(counts[index]?.value, 'count')}</td>
            <td className="bar-column">
              <Bar value={part.value} most={most} />
            </td>
            <td className="num">{format.text(part.value)}</td>
            <td className="num t2">{total > 0 ? numbers.text((part.value ?? 0) / total, 'ratio') : '—'}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="total">
          <th scope="row">{t('panel.total')}</th>
          <td className="num">{numbers.text(answer.totals.opportunities_open, 'count')}</td>
          <td />
          <td className="num">{format.text(total)}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}
