import { useText } from '#web/text/use-text.ts';
import type { Models } from './churn-queries.ts';

/** How the score card is made, with the parameters of the models. */
export function ScoreMethod({ answer }: Readonly<{ answer: Models }>) {
  const { t } = useText();
  const { bgNbd, mbgNbd, gammaGamma } = answer.models;
  const { days } = answer.scoreCard;
  return (
    <>
      <p>{t('churn.score.method', { days })}</p>
      {[
        { name: 'MBG/NBD', model: mbgNbd },
        { name: 'BG/NBD', model: bgNbd },
      ].map(({ name, model }) => (
        <p key={name}>
          {model.kind === 'fitted'
            ? t('churn.score.buying_model', {
                name,
                ...shortened(model.parameters),
                likelihood: model.logLikelihood.toFixed(1),
                n: model.customers,
              })
            : t(model.kind === 'not_enough_data' ? 'churn.score.too_few' : 'churn.score.not_converged', {
                name,
                have: model.kind === 'not_enough_data' ? model.have : 0,
                need: model.kind === 'not_enough_data' ? model.need : 0,
              })}
          {model.kind === 'fitted' && model.atEdge && ` ${t('churn.score.at_edge')}`}
        </p>
      ))}
      {gammaGamma.kind === 'fitted' && (
        <p>
          {t('churn.score.spending_model', {
            ...shortened(gammaGamma.parameters),
            likelihood: gammaGamma.logLikelihood.toFixed(1),
            n: gammaGamma.customers,
          })}
        </p>
      )}
    </>
  );
}

function shortened(parameters: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, value.toPrecision(4)]));
}
