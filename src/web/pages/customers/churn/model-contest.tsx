import { useNumbers } from '#web/numbers/use-numbers.ts';
import { useText } from '#web/text/use-text.ts';
import type { Contender, Models } from './churn-queries.ts';

/** The names of the models; they have no others in any language. */
export const modelNames = { mbgNbd: 'MBG/NBD', paretoNbd: 'Pareto/NBD', bgNbd: 'BG/NBD' } as const;

/** The models side by side on the quarter that they did not know, which tells the total best, and which one warns and why. */
export function ModelContest({ answer }: Readonly<{ answer: Models }>) {
  const { t } = useText();
  const { contest, reason } = answer.scoreCard;
  const words = useContestWords();
  const [first] = contest;
  if (!first) return null;
  return (
    <div className="contest">
      <table className="table fixed" aria-label={t('churn.contest.name')}>
        <thead>
          <tr>
            <th scope="col">{t('churn.contest.name')}</th>
            <th scope="col" className="num">
              {t('churn.contest.conditional')}
            </th>
            <th scope="col" className="num">
              {t('churn.contest.cohort')}
            </th>
            <th scope="col" className="num">
              {t('churn.contest.precision')}
            </th>
          </tr>
        </thead>
        <tbody>
          {contest.map((each) => (
            <tr key={each.model}>
              <th scope="row">
                {modelNames[each.model]}
                {each.model === answer.models.chosen && (
                  <span className="contest-warns t2"> {t('churn.contest.warns')}</span>
                )}
              </th>
              <td className="num">{words.total(each.conditional, each)}</td>
              <td className="num">{words.total(each.cohort, each)}</td>
              <td className="num">{words.precision(each)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="score-words">
        {words.nearest(contest)} {t(`churn.contest.${reason}`, { model: modelNames[answer.models.chosen] })}
      </p>
    </div>
  );
}

function useContestWords() {
  const { t } = useText();
  const numbers = useNumbers();
  const plain = (value: number) => numbers.text(Math.round(value), 'count');
  const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(100 * value).toFixed(1)}%`;
  return {
    total: (foreseen: number, { actual }: Contender) =>
      actual > 0 ? `${plain(foreseen)} (${signed(foreseen / actual - 1)})` : plain(foreseen),
    precision: ({ precision }: Contender) => numbers.text(precision, 'ratio'),
    nearest: (contest: readonly Contender[]) => {
      const [best] = contest
        .flatMap(({ model, conditional, cohort, actual }) => [
          { model, by: 'own' as const, foreseen: conditional, actual },
          { model, by: 'cohort' as const, foreseen: cohort, actual },
        ])
        .toSorted((left, right) => Math.abs(left.foreseen - left.actual) - Math.abs(right.foreseen - right.actual));
      if (!best) return '';
      return t(best.by === 'own' ? 'churn.contest.nearest_own' : 'churn.contest.nearest_cohort', {
        model: modelNames[best.model],
        foreseen: plain(best.foreseen),
        actual: plain(best.actual),
      });
    },
  };
}
