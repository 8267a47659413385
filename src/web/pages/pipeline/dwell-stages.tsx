import { Bar } from '#web/charts/bar/bar.tsx';
import { DwellLegend } from '#web/charts/dwell/dwell-legend.tsx';
import { DwellAxis, DwellTrack } from '#web/charts/dwell/dwell-track.tsx';
import { greatestOf, ticks } from '#web/charts/scale.ts';
import type { QuestionBase } from '#web/filters/filters.ts';
import { withUnit } from '#web/numbers/column-format.ts';
import { numberOf } from '#web/numbers/figure.ts';
import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useDetail } from '#web/panel/use-detail.ts';
import { useText } from '#web/text/use-text.ts';
import { cellOf } from '../lead/cell.ts';
import type { DwellAnswer, DwellChoice, DwellStage } from './dwell-query.ts';
import { useDwellWords } from './use-dwell-words.ts';
import '#web/charts/dwell/dwell.css';

type StagesProps = Readonly<{ answer: DwellAnswer; base: QuestionBase; choice: DwellChoice }>;

/** A row per stage: how many deals stand there worth how much, how long deals stay, and what that rests on. */
export function DwellStages({ answer, base, choice }: StagesProps) {
  const { t } = useText();
  const numbers = useNumbers();
  const words = useDwellWords();
  const { stages, unit } = answer;
  const amounts = stages.map(({ standing }) => numberOf(standing.amount) ?? 0);
  const total = amounts.reduce((sum, each) => sum + each, 0);
  const format = numbers.column([...amounts, total], 'money');
  const marks = ticks(0, reachOf(stages), 5);
  const most = marks.at(-1) ?? 1;
  const unitName = t(`pipeline.dwell.unit_short_${unit}`);
  return (
    <>
      <table className="table fixed dwell" aria-label={t('pipeline.dwell.name')}>
        <thead>
          <tr>
            <th scope="col">{t('overview.stage')}</th>
            <th scope="col" className="num count-column">
              {t('overview.deals')}
            </th>
            <td className="bar-column" />
            <th scope="col" className="num amount-column">
              {withUnit(t('overview.amount'), format)}
            </th>
            <th scope="col" className="track-column">
              {t('pipeline.dwell.track')}
            </th>
            <th scope="col" className="num age-column" title={t('pipeline.dwell.age_title')}>
              {t('pipeline.dwell.age')}
            </th>
            <th scope="col" className="num n-column">
              {t('pipeline.dwell.n')}
            </th>
          </tr>
        </thead>
        <tbody>
          {stages.map((row, index) => (
            <tr key={row.stage?.id ?? 'none'}>
              <th scope="row">
                <StageName row={row} answer={answer} base={base} choice={choice} />
              </th>
              <td className="num count-column">{row.standing.count}</td>
              <td className="bar-column">
                <Bar value={amounts[index] ?? 0} most={greatestOf(amounts)} height={14} />
              </td>
              <td className="num amount-column">{format.text(amounts[index])}</td>
              <td className="track-column">
                <DwellTrack
                  marks={marksOf(row)}
                  most={most}
                  ticks={marks}
                  label={words.marks(row, answer)}
                  format={words.digits}
                />
              </td>
              <td className="num age-column">{row.standing.age ? words.digits(row.standing.age.p50) : '—'}</td>
              <td className="num n-column t2">
                {row.dwell ? `${numbers.text(row.dwell.n - row.dwell.open, 'count')} / ${row.dwell.open}` : '—'}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="total">
            <th scope="row">{t('panel.total')}</th>
            <td className="num count-column">{stages.reduce((sum, { standing }) => sum + standing.count, 0)}</td>
            <td className="bar-column" />
            <td className="num amount-column">{format.text(total)}</td>
            <td className="track-column">
              <DwellAxis most={most} ticks={marks} unit={unitName} />
            </td>
            <td className="age-column" />
            <td className="n-column" />
          </tr>
        </tfoot>
      </table>
      <DwellLegend
        median={t('pipeline.dwell.median')}
        p75={t('pipeline.dwell.to_p75')}
        p90={t('pipeline.dwell.to_p90')}
        interval={t('pipeline.dwell.interval')}
        base={answer.base ? t('pipeline.dwell.base') : null}
        line={unit === 'calendar' ? t('pipeline.dwell.line_legend') : null}
      />
    </>
  );
}

type NameProps = Readonly<{ row: DwellStage; answer: DwellAnswer; base: QuestionBase; choice: DwellChoice }>;

/** Opens the deals that stand there. A band is no dimension, so its deals cannot be listed. */
function StageName({ row, answer, base, choice }: NameProps) {
  const words = useDwellWords();
  const detail = useDetail();
  const name = words.stage(row, answer);
  if (choice.sizeBand !== null) return name;
  const open = () => detail.rows(cellOf(base, 'open_amount', { stage: row.stage?.id ?? null }), name);
  return (
    <button type="button" className="plain" title={name} onClick={open}>
      {name}
    </button>
  );
}

function marksOf({ dwell, base, line }: DwellStage) {
  const { median = null, low = null, high = null, p75 = null, p90 = null } = dwell ?? {};
  return { median, low, high, p75, p90, base: base?.median ?? null, line: line?.days ?? null };
}

/** As far as the marks go. */
function reachOf(stages: readonly DwellStage[]): number {
  return greatestOf(
    stages.flatMap((row) => {
      const { median, low, p75, p90, base, line } = marksOf(row);
      return [median, low, p75, p90, base, line];
    }),
  );
}
