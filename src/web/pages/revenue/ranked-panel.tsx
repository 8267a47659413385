import type { Answer } from '#web/api/types.ts';
import type { Asked } from '#web/api/use-asked.ts';
import { Bar } from '#web/charts/bar/bar.tsx';
import type { QuestionBase } from '#web/filters/filters.ts';
import { Change } from '#web/numbers/change.tsx';
import { withUnit } from '#web/numbers/column-format.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Panel } from '#web/panel/panel.tsx';
import { useDetail } from '#web/panel/use-detail.ts';
import { useText } from '#web/text/use-text.ts';
import { cellOf } from '../lead/cell.ts';
import { useChangeLabel } from '../lead/use-change-label.ts';
import { partsOf } from '../titles/parts.ts';
import { useBestTitle } from './use-best-title.ts';

type RankedPanelProps = Readonly<{
  dimension: 'product' | 'region' | 'rep';
  asked: Asked;
  base: QuestionBase;
  shown: number;
}>;

/** Who or what sells most, with orders and change: hot regions, best sellers, best reps. */
export function RankedPanel({ dimension, asked, base, shown }: RankedPanelProps) {
  const { t } = useText();
  const title = useBestTitle();
  return (
    <Panel
      id={`best-${dimension}`}
      asked={asked}
      shape="rows"
      height={42 + shown * 30}
      title={(answer) => title(answer, dimension)}
      subtitle={t(`revenue.best.${dimension}`)}
      empty={(answer) => (answer.rows.length === 0 ? { why: t('overview.pace.empty') } : null)}
    >
      {(answer) => <Ranked answer={answer} dimension={dimension} base={base} shown={shown} />}
    </Panel>
  );
}

function Ranked({ answer, dimension, base, shown }: Omit<RankedPanelProps, 'asked'> & Readonly<{ answer: Answer }>) {
  const { t } = useText();
  const changeLabel = useChangeLabel();
  const numbers = useNumbers();
  const detail = useDetail();
  const parts = partsOf(answer, dimension, 'revenue').slice(0, shown);
  const orders = partsOf(answer, dimension, 'order_count');
  const format = numbers.column(
    parts.map((part) => part.value),
    'money',
  );
  const most = Math.max(...parts.map((part) => part.value ?? 0), 0);
  const isCompared = answer.compare !== null;
  return (
    <table className="table fixed ranked two-line" aria-label={t(`revenue.best.${dimension}`)}>
      <thead>
        <tr>
          <th scope="col">{t(`overview.${dimension}`)}</th>
          <td className="bar-column" />
          <th scope="col" className="num count-column">
            {t('revenue.orders')}
          </th>
          <th scope="col" className="num value-column">
            {withUnit(t('overview.tile.revenue'), format)}
          </th>
          {isCompared && (
            <th scope="col" className="num change-column">
              {changeLabel(answer)}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {parts.map((part, index) => {
          const name = part.name ?? t('overview.none');
          return (
            <tr key={part.key ?? 'none'}>
              <th scope="row">
                <button
                  type="button"
                  className="plain"
                  title={name}
                  onClick={() => detail.rows(cellOf(base, 'revenue', { [dimension]: part.key }), name)}
                >
                  {name}
                </button>
              </th>
              <td className="bar-column">
                <Bar value={part.value} most={most} height={8} />
              </td>
              <td className="num t2 count-column">{numbers.text(orders[index]?.value, 'count')}</td>
              <td className="num value-column first-line">{format.text(part.value)}</td>
              {isCompared && (
                <td className="num change-column second-line right">
                  <Change value={part.change} unit="money" />
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
