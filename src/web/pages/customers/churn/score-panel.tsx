import { useAsked } from '#web/api/use-asked.ts';
import { useMe } from '#web/api/use-me.ts';
import { Calibration } from '#web/charts/calibration/calibration.tsx';
import { IntervalTrack } from '#web/charts/interval-track/interval-track.tsx';
import { dayText, rangeText } from '#web/numbers/dates.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import type { PanelTable } from '#web/panel/answer-table.ts';
import { PanelFrame } from '#web/panel/panel-frame.tsx';
import { useText } from '#web/text/use-text.ts';
import { fetchModels, type Models, type Share } from './churn-queries.ts';
import { ModelContest } from './model-contest.tsx';
import { ScoreMethod } from './score-method.tsx';
import './churn.css';

/** How good the warnings are: those of a quarter ago against what came since, and the model's predictions against the orders. */
export function ScorePanel() {
  const { t } = useText();
  const asked = useAsked(['churn-models'], fetchModels);
  const words = useScoreWords();
  return (
    <PanelFrame
      id="churn-score"
      asked={asked}
      shape="line"
      height={330}
      name={t('churn.score.name')}
      title={words.title}
      subtitle={words.subtitle}
      method={(answer) => <ScoreMethod answer={answer} />}
      table={words.table}
      empty={({ scoreCard }) => (scoreCard.base.customers === 0 ? { why: t('churn.score.empty') } : null)}
    >
      {(answer) => (
        <>
          <div className="score">
            <div>
              <Precision answer={answer} />
              <p className="score-words">{words.precision(answer)}</p>
              {answer.scoreCard.calibration && (
                <p className="score-words">{words.calibration(answer.scoreCard.calibration)}</p>
              )}
            </div>
            {answer.scoreCard.calibration && (
              <Calibration
                label={t('churn.score.calibration')}
                axes={{ predicted: t('churn.score.predicted'), actual: t('churn.score.actual') }}
                groups={answer.scoreCard.calibration.groups.map((group) => ({ ...group, label: words.group(group) }))}
              />
            )}
          </div>
          <ModelContest answer={answer} />
        </>
      )}
    </PanelFrame>
  );
}

type Row = Readonly<{ id: string; name: string; share: Share; mean: number | null }>;

function useRows() {
  const { t } = useText();
  return ({ scoreCard: { byLevel, base, fallen, fallenBase } }: Models): readonly Row[] => [
    ...byLevel.map((share) => ({
      id: share.level,
      name: t(share.level === 'high' ? 'churn.score.high' : 'churn.score.medium'),
      share,
      mean: base.share,
    })),
    { id: 'base', name: t('churn.score.base'), share: base, mean: base.share },
    { id: 'fallen', name: t('churn.score.fallen'), share: fallen, mean: fallenBase.share },
    { id: 'fallen_base', name: t('churn.score.fallen_base'), share: fallenBase, mean: fallenBase.share },
  ];
}

function Precision({ answer }: Readonly<{ answer: Models }>) {
  const { t } = useText();
  const numbers = useNumbers();
  return (
    <table className="table fixed score-table" aria-label={t('churn.score.name')}>
      <thead>
        <tr>
          <th scope="col" className="group-column">
            {t('churn.score.group')}
          </th>
          <td />
          <th scope="col" className="num share-column">
            {t('churn.score.came_true')}
          </th>
          <th scope="col" className="num n-column">
            {t('churn.score.n')}
          </th>
        </tr>
      </thead>
      <tbody>
        {useRows()(answer).map(({ id, name, share, mean }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>
              <IntervalTrack
                estimate={share.share}
                counted={null}
                low={share.low}
                high={share.high}
                mean={mean}
                most={1}
                ticks={[0, 0.5, 1]}
                isFaint={id.endsWith('base')}
                label={`${name} ${numbers.text(share.share, 'ratio')}`}
              />
            </td>
            <td className="num">
              <b>{numbers.text(share.share, 'ratio')}</b>
            </td>
            <td className="num t2">
              {share.hits} / {share.customers}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useScoreWords() {
  const { t, locale } = useText();
  const numbers = useNumbers();
  const { today } = useMe().calendar;
  const rows = useRows();
  const ratio = (value: number | null) => (value === null ? '—' : `${Math.round(value * 100)}%`);
  const plain = (value: number) => numbers.text(Math.round(value), 'count');
  return {
    title: ({ scoreCard: { warned, base } }: Models) =>
      warned.customers === 0
        ? t('churn.score.title_none')
        : t('churn.score.title', { count: warned.customers, share: ratio(warned.share), base: ratio(base.share) }),
    subtitle: ({ scoreCard: { split, until, days } }: Models) =>
      t('churn.score.subtitle', {
        split: dayText(split, { locale, today }),
        range: rangeText({ from: split, before: until }, { locale, today }),
        days,
      }),
    precision: ({ scoreCard: { warned, base } }: Models) => {
      if (warned.share === null || base.share === null) return t('churn.score.no_warnings');
      const times = base.share > 0 ? warned.share / base.share : 1;
      const isBetter = (warned.low ?? 0) > (base.high ?? 1);
      return t(isBetter ? 'churn.score.better' : 'churn.score.no_better', { times: Number(times.toFixed(1)) });
    },
    calibration: ({ predicted, actual }: Readonly<{ predicted: number; actual: number }>) => {
      const off = actual > 0 ? predicted / actual - 1 : 0;
      const key = off < -0.05 ? 'churn.score.under' : off > 0.05 ? 'churn.score.over' : 'churn.score.fits';
      return t(key, { predicted: plain(predicted), actual: plain(actual), off: ratio(Math.abs(off)) });
    },
    group: (group: Readonly<{ customers: number; predicted: number; actual: number }>) =>
      t('churn.score.group_label', {
        count: group.customers,
        predicted: Number(group.predicted.toFixed(2)),
        actual: Number(group.actual.toFixed(2)),
      }),
    table: (answer: Models): PanelTable => ({
      columns: [
        { id: 'group', label: t('churn.score.group') },
        { id: 'share', label: t('churn.score.came_true'), unit: 'ratio' },
        { id: 'low', label: t('churn.score.low'), unit: 'ratio' },
        { id: 'high', label: t('churn.score.high_end'), unit: 'ratio' },
        { id: 'hits', label: t('churn.score.hits'), unit: 'count' },
        { id: 'customers', label: t('churn.score.n'), unit: 'count' },
      ],
      rows: rows(answer).map(({ name, share: { share, low, high, hits, customers } }) => ({
        group: name,
        share,
        low,
        high,
        hits,
        customers,
      })),
      totals: null,
    }),
  };
}
