import { useAsked } from '#web/api/use-asked.ts';
import { IntervalAxis, IntervalTrack } from '#web/charts/interval-track/interval-track.tsx';
import { greatestOf, ticks } from '#web/charts/scale.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { withUnit } from '#web/numbers/column-format.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import type { PanelTable } from '#web/panel/answer-table.ts';
import { PanelFrame } from '#web/panel/panel-frame.tsx';
import { useText } from '#web/text/use-text.ts';
import { fetchWeights, type StageWeight, type StageWeights } from './outlook-queries.ts';
import { useWeightTitle } from './use-weight-title.ts';
import { VelocityNote } from './velocity-note.tsx';
import './outlook.css';
import './sources.css';

/** What the open pipeline is worth by the stages' history, beside what it is by their settings. */
export function WeightsPanel({ base }: Readonly<{ base: QuestionBase }>) {
  const { period, where } = base;
  const { t } = useText();
  const numbers = useNumbers();
  const title = useWeightTitle();
  const question = { period, ...(where ? { where } : {}) };
  const asked = useAsked(['pipeline', 'weights', question], (signal) => fetchWeights(question, signal));
  return (
    <PanelFrame<StageWeights>
      id="weights"
      asked={asked}
      shape="rows"
      height={230}
      name={t('pipeline.weights.name')}
      title={title}
      subtitle={t('pipeline.weights.subtitle')}
      method={({ horizonDays, unweighted }) => (
        <>
          <p>{t('pipeline.weights.method', { days: horizonDays })}</p>
          {unweighted.deals > 0 && (
            <p className="t2">
              {t('pipeline.weights.method_left', {
                count: unweighted.deals,
                amount: numbers.text(unweighted.amount, 'money'),
              })}
            </p>
          )}
        </>
      )}
      table={(answer) => tableOf(answer, t)}
      empty={({ stages }) => (stages.length === 0 ? { why: t('pipeline.weights.empty') } : null)}
    >
      {(answer) => (
        <>
          <WeightsTable answer={answer} />
          <VelocityNote base={base} />
        </>
      )}
    </PanelFrame>
  );
}

function WeightsTable({ answer: { stages, total } }: Readonly<{ answer: StageWeights }>) {
  const { t } = useText();
  const format = useNumbers().column([total.amount, total.configured, total.learnt], 'money');
  const marks = ticks(0, greatestOf(stages.flatMap(({ interval, configured }) => [interval?.high, configured])), 4);
  const most = marks.at(-1) ?? 1;
  const money = (text: string, label: string, isWide = false) => (
    <th scope="col" className={`num money-column${isWide ? ' wide-column' : ''}`} title={label}>
      {withUnit(text, format)}
    </th>
  );
  return (
    <table className="table fixed weights" aria-label={t('pipeline.weights.name')}>
      <thead>
        <tr>
          <th scope="col">{t('pipeline.weights.stage')}</th>
          <td className="track-column">
            <IntervalAxis
              mean={null}
              most={most}
              ticks={marks.map((value) => ({ value, label: `${Number((value * 100).toFixed(0))}%` }))}
            />
          </td>
          <th scope="col" className="num rate-column">
            {t('pipeline.weights.configured')}
          </th>
          <th scope="col" className="num rate-column">
            {t('pipeline.weights.learnt')}
          </th>
          <th scope="col" className="num n-column">
            {t('pipeline.weights.won_of')}
          </th>
          {money(t('pipeline.weights.amount'), t('pipeline.weights.amount'), true)}
          {money(t('pipeline.weights.by_setting'), t('pipeline.weights.by_setting_full'))}
          {money(t('pipeline.weights.by_history'), t('pipeline.weights.by_history_full'))}
        </tr>
      </thead>
      <tbody>
        {stages.map((weight) => (
          <tr key={weight.stage.id}>
            <Rates weight={weight} most={most} marks={marks} />
            <td className="num money-column wide-column">{format.text(weight.amount)}</td>
            <td className="num money-column">{format.text(weight.weighted.configured)}</td>
            <td className="num money-column">{format.text(weight.weighted.learnt)}</td>
          </tr>
        ))}
        <tr className="total">
          <th scope="row">{t('panel.total')}</th>
          <td className="track-column" />
          <td className="rate-column" />
          <td className="rate-column" />
          <td className="n-column" />
          <td className="num money-column wide-column">{format.text(total.amount)}</td>
          <td className="num money-column">{format.text(total.configured)}</td>
          <td className="num money-column">{format.text(total.learnt)}</td>
        </tr>
      </tbody>
    </table>
  );
}

type RatesProps = Readonly<{ weight: StageWeight; most: number; marks: readonly number[] }>;

function Rates({ weight, most, marks }: RatesProps) {
  const { t } = useText();
  const numbers = useNumbers();
  const { stage, configured, learnt, rate, interval, n, won } = weight;
  const whole = (value: number | null | undefined) => numbers.text(value ?? null, 'ratio').replace(/\.\d+%/, '%');
  return (
    <>
      <th scope="row" title={stage.pipeline.name ?? undefined}>
        {stage.name}
      </th>
      <td className="track-column">
        <IntervalTrack
          estimate={learnt}
          counted={rate}
          low={interval?.low ?? null}
          high={interval?.high ?? null}
          mean={configured}
          most={most}
          ticks={marks}
          isFaint={n < 20}
          label={t('pipeline.weights.mark', {
            stage: stage.name,
            learnt: whole(learnt),
            configured: whole(configured),
            low: whole(interval?.low),
            high: whole(interval?.high),
            won,
            n,
          })}
        />
      </td>
      <td className="num rate-column">{whole(configured)}</td>
      <td className="num rate-column strong">{whole(learnt)}</td>
      <td className="num n-column t2">{`${won}/${numbers.text(n, 'count')}`}</td>
    </>
  );
}

function tableOf({ stages, total }: StageWeights, t: ReturnType<typeof useText>['t']): PanelTable {
  return {
    columns: [
      { id: 'stage', label: t('pipeline.weights.stage') },
      { id: 'deals', label: t('pipeline.walk.deals'), unit: 'count' },
      { id: 'amount', label: t('pipeline.weights.amount'), unit: 'money' },
      { id: 'configured', label: t('pipeline.weights.configured'), unit: 'ratio' },
      { id: 'learnt', label: t('pipeline.weights.learnt'), unit: 'ratio' },
      { id: 'n', label: t('pipeline.weights.n'), unit: 'count' },
      { id: 'won', label: t('pipeline.weights.won'), unit: 'count' },
      { id: 'low', label: t('pipeline.weights.low'), unit: 'ratio' },
      { id: 'high', label: t('pipeline.weights.high'), unit: 'ratio' },
      { id: 'by_setting', label: t('pipeline.weights.by_setting_full'), unit: 'money' },
      { id: 'by_history', label: t('pipeline.weights.by_history_full'), unit: 'money' },
    ],
    rows: stages.map(({ stage, deals, amount, configured, learnt, n, won, interval, weighted }) => ({
      stage: stage.name,
      deals,
      amount,
      configured,
      learnt,
      n,
      won,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      by_setting: weighted.configured,
      by_history: weighted.learnt,
    })),
    totals: { stage: null, amount: total.amount, by_setting: total.configured, by_history: total.learnt },
  };
}
