import { useState } from 'react';
import type { Asked } from '#web/api/use-asked.ts';
import { HeatMatrix } from '#web/charts/heat-matrix/heat-matrix.tsx';
import type { QuestionBase } from '#web/filters/filters.ts';
import { withUnit } from '#web/numbers/column-format.ts';
import { signed } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { PanelFrame } from '#web/panel/panel-frame.tsx';
import { useText } from '#web/text/use-text.ts';
import type { ListChoice, Segment } from './customer-words.ts';
import type { RfmAnswer } from './customers-queries.ts';
import { strategies, useMayFollowUp } from './wake-up.ts';
import { WakeUpDialog } from './wake-up-dialog.tsx';

type Props = Readonly<{ asked: Asked<RfmAnswer>; base: QuestionBase; choose: (choice: ListChoice) => void }>;

/** Customers by recency and value, the segments they make, and what to do with each. */
export function RfmPanel({ asked, base, choose }: Props) {
  const { t } = useText();
  const title = useRfmTitle();
  return (
    <PanelFrame
      id="rfm"
      asked={asked}
      shape="matrix"
      height={460}
      name={t('customers.rfm.name')}
      title={title}
      subtitle={t('customers.rfm.subtitle')}
      method={({ year }) => (
        <>
          <p>{t('customers.rfm.method')}</p>
          <p>{t('customers.rfm.method_segments')}</p>
          <p>{t('customers.method_revenue', { from: year.from, before: year.before })}</p>
          <p>{t('customers.method_scope')}</p>
        </>
      )}
      table={(answer) => ({
        columns: [
          { id: 'segment', label: t('customers.segment') },
          { id: 'customers', label: t('customers.count'), unit: 'count' },
          { id: 'revenue', label: t('overview.tile.revenue'), unit: 'money' },
        ],
        rows: answer.segments.map(({ segment, ...part }) => ({ ...part, segment: t(`customers.segment.${segment}`) })),
        totals: { segment: null, ...answer.total },
      })}
      empty={({ total }) => (total.customers === 0 ? { why: t('customers.empty') } : null)}
    >
      {(answer) => (
        <>
          <Grid answer={answer} choose={choose} />
          <Segments answer={answer} base={base} choose={choose} />
        </>
      )}
    </PanelFrame>
  );
}

function useRfmTitle() {
  const { t } = useText();
  const numbers = useNumbers();
  return ({ segments, total }: RfmAnswer) => {
    const risk = segments.find(({ segment }) => segment === 'at_risk');
    const champions = segments.find(({ segment }) => segment === 'champions');
    const all = Number(total.revenue);
    if (all <= 0 || !champions) return t('customers.rfm.name');
    return t(risk ? 'customers.rfm.title' : 'customers.rfm.title_safe', {
      champions: champions.customers,
      share: numbers.text(Number(champions.revenue) / all, 'ratio'),
      risk: risk?.customers ?? 0,
      amount: numbers.text(risk?.revenue ?? '0', 'money'),
    });
  };
}

const fifths = [1, 2, 3, 4, 5] as const;

function Grid({ answer, choose }: Pick<Props, 'choose'> & Readonly<{ answer: RfmAnswer }>) {
  const { t } = useText();
  const cells = new Map(answer.cells.map((cell) => [`${cell.recency}-${cell.value}`, cell.customers]));
  const at = (recency: number, value: number) => cells.get(`${recency}-${value}`) ?? null;
  const sum = (values: readonly (number | null)[]) =>
    signed(
      values.reduce<number>((all, each) => all + (each ?? 0), 0),
      0,
    );
  const rows = fifths.toReversed();
  return (
    <HeatMatrix
      label={t('customers.rfm.grid')}
      rowHeader={t('customers.rfm.recency')}
      columns={fifths.map((value) => ({
        id: String(value),
        name: t(`customers.rfm.value_${value}`),
        total: sum(rows.map((recency) => at(recency, value))),
        change: null,
      }))}
      rows={rows.map((recency) => {
        const values = fifths.map((value) => at(recency, value));
        return {
          id: String(recency),
          name: t(`customers.rfm.recency_${recency}`),
          values,
          texts: values.map((value) => (value === null ? '' : signed(value, 0))),
          total: sum(values),
          change: null,
        };
      })}
      total={sum(answer.cells.map(({ customers }) => customers))}
      change={null}
      headers={{ total: t('panel.total'), change: null, grandTotal: t('panel.total') }}
      onPick={(recency, value) => choose({ cell: { recency: Number(recency), value: Number(value) } })}
    />
  );
}

function Segments({ answer, base, choose }: Omit<Props, 'asked'> & Readonly<{ answer: RfmAnswer }>) {
  const { t } = useText();
  const numbers = useNumbers();
  const mayFollowUp = useMayFollowUp();
  const [waking, setWaking] = useState<Segment | null>(null);
  const money = numbers.column(
    answer.segments.map(({ revenue }) => revenue),
    'money',
  );
  return (
    <>
      <table className="table fixed segments" aria-label={t('customers.segments')}>
        <thead>
          <tr>
            <th scope="col">{t('customers.segment')}</th>
            <th scope="col" className="num count-column">
              {t('customers.count')}
            </th>
            <th scope="col" className="num value-column">
              {withUnit(t('overview.tile.revenue'), money)}
            </th>
            <th scope="col" className="num action-column">
              {t('customers.next_step')}
            </th>
          </tr>
        </thead>
        <tbody>
          {answer.segments.map(({ segment, customers, revenue }) => (
            <tr key={segment}>
              <th scope="row">
                <button
                  type="button"
                  className="plain"
                  title={t(`customers.segment_words.${segment}`)}
                  onClick={() => choose({ segment })}
                >
                  {t(`customers.segment.${segment}`)}
                </button>
              </th>
              <td className="num">{signed(customers, 0)}</td>
              <td className="num">{money.text(revenue)}</td>
              <td className="num">
                {mayFollowUp && strategies[segment] && customers > 0 && (
                  <button type="button" className="link" onClick={() => setWaking(segment)}>
                    {t(`customers.wake.verb.${segment}`)}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {waking && <WakeUpDialog segment={waking} base={base} onClose={() => setWaking(null)} />}
    </>
  );
}
