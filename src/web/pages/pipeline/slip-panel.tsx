import { useMemo } from 'react';
import type { Answer, Row } from '#web/api/types.ts';
import { useAnswers } from '#web/api/use-answers.ts';
import { Bar } from '#web/charts/bar/bar.tsx';
import type { QuestionBase } from '#web/filters/filters.ts';
import { Change } from '#web/numbers/change.tsx';
import { numberOf } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { Panel } from '#web/panel/panel.tsx';
import { useDetail } from '#web/panel/use-detail.ts';
import { useText } from '#web/text/use-text.ts';
import { cellOf } from '../lead/cell.ts';
import { useClosingName } from './waterfall-title.ts';

const shown = 8;

/** Whether deals close when they were said to: by whom they slip, and who pushes. */
export function SlipPanel({ base }: Readonly<{ base: QuestionBase }>) {
  const { t } = useText();
  const title = useSlipTitle();
  const questions = useMemo(() => ({ slips: { ...base, measures: ['slip_rate', 'push_count'], by: ['rep'] } }), [base]);
  const { slips } = useAnswers(questions);
  return (
    <Panel
      id="slips"
      asked={slips}
      shape="rows"
      height={300}
      name={t('pipeline.slips.name')}
      title={title}
      subtitle={t('pipeline.slips.subtitle')}
      empty={(answer) =>
        countOf(answer.totals, 'slip_rate_denominator') === 0 && countOf(answer.totals, 'push_count') === 0
          ? { why: t('pipeline.slips.empty') }
          : null
      }
    >
      {(answer) => <SlipTable answer={answer} base={base} />}
    </Panel>
  );
}

function countOf(row: Row, column: string): number {
  return numberOf(row[column]) ?? 0;
}

function useSlipTitle(): (answer: Answer) => string {
  const { t } = useText();
  const numbers = useNumbers();
  const closing = useClosingName();
  return ({ totals, rows }) => {
    const due = countOf(totals, 'slip_rate_denominator');
    const pusher = rows.toSorted((left, right) => countOf(right, 'push_count') - countOf(left, 'push_count'))[0];
    const values = {
      closing,
      due,
      slipped: countOf(totals, 'slip_rate_numerator'),
      rate: numbers.text(totals.slip_rate, 'ratio'),
      pushes: numbers.text(totals.push_count, 'count'),
      rep: String(pusher?.rep ?? ''),
      most: pusher ? countOf(pusher, 'push_count') : 0,
    };
    const said = due === 0 ? t('pipeline.slips.none_due', values) : t('pipeline.slips.title', values);
    return rows.length > 1 && values.most > 1 && values.rep !== '' ? said + t('pipeline.slips.pusher', values) : said;
  };
}

function SlipTable({ answer, base }: Readonly<{ answer: Answer; base: QuestionBase }>) {
  const { t } = useText();
  const byLoss = answer.rows.toSorted(
    (left, right) =>
      countOf(right, 'slip_rate_numerator') - countOf(left, 'slip_rate_numerator') ||
      countOf(right, 'push_count') - countOf(left, 'push_count'),
  );
  return (
    <>
      <table className="table fixed slips" aria-label={t('pipeline.slips.name')}>
        <thead>
          <tr>
            <th scope="col">{t('pipeline.walk.rep')}</th>
            <td className="bar-column" />
            <th scope="col" className="num">
              {t('pipeline.slips.rate')}
            </th>
            {answer.compare && (
              <th scope="col" className="num change-column">
                {t('pipeline.slips.change')}
              </th>
            )}
            <th scope="col" className="num">
              {t('pipeline.slips.of')}
            </th>
            <th scope="col" className="num">
              {t('pipeline.slips.pushes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {byLoss.slice(0, shown).map((row) => (
            <SlipRow key={String(row.rep_key)} row={row} isCompared={answer.compare !== null} base={base} />
          ))}
        </tbody>
      </table>
      {byLoss.length > shown && (
        <p className="outlook-note">{t('pipeline.slips.more', { count: byLoss.length - shown })}</p>
      )}
    </>
  );
}

type RowProps = Readonly<{ row: Row; isCompared: boolean; base: QuestionBase }>;

function SlipRow({ row, isCompared, base }: RowProps) {
  const { t } = useText();
  const numbers = useNumbers();
  const detail = useDetail();
  const name = String(row.rep ?? t('overview.none'));
  const at = { rep: row.rep_key === null || row.rep_key === undefined ? null : String(row.rep_key) };
  const [slipped, due] = [countOf(row, 'slip_rate_numerator'), countOf(row, 'slip_rate_denominator')];
  return (
    <tr>
      <th scope="row">
        <button type="button" className="plain" onClick={() => detail.rows(cellOf(base, 'slip_rate', at), name)}>
          {name}
        </button>
      </th>
      <td className="bar-column">
        <Bar value={numberOf(row.slip_rate)} most={1} height={8} color="var(--warn-f)" />
      </td>
      <td className="num">{numbers.text(row.slip_rate, 'ratio')}</td>
      {isCompared && (
        <td className="num change-column">
          <Change value={row.slip_rate_change} unit="ratio" />
        </td>
      )}
      <td className="num t2">{due === 0 ? '—' : `${slipped}/${due}`}</td>
      <td className="num">
        <button
          type="button"
          className="plain"
          disabled={countOf(row, 'push_count') === 0}
          onClick={() => detail.rows(cellOf(base, 'push_count', at), t('pipeline.slips.pushes_of', { name }))}
        >
          {numbers.text(row.push_count, 'count')}
        </button>
      </td>
    </tr>
  );
}
