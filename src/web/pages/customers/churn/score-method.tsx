import { useText } from '#web/text/use-text.ts';
import type { Models } from './churn-queries.ts';
import { modelNames } from './model-contest.tsx';

/** How the score card is made, with the parameters of the models. */
export function ScoreMethod({ answer }: Readonly<{ answer: Models }>) {
  const { t } = useText();
  const { bgNbd, mbgNbd, paretoNbd, gammaGamma } = answer.models;
  const { days } = answer.scoreCard;
  return (
    <>
      <p>{t('churn.score.method', { days })}</p>
      <p>{t('churn.contest.method')}</p>
      {(
        [
          ['mbgNbd', mbgNbd],
          ['paretoNbd', paretoNbd],
          ['bgNbd', bgNbd],
        ] as const
      ).map(([id, model]) => (
        <BuyingMethod key={id} id={id} model={model} />
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

type Buying = Models['models']['mbgNbd' | 'paretoNbd'];

function BuyingMethod({ id, model }: Readonly<{ id: keyof typeof modelNames; model: Buying }>) {
  const { t } = useText();
  const name = modelNames[id];
  if (model.kind === 'not_enough_data') {
    return <p>{t('churn.score.too_few', { name, have: model.have, need: model.need })}</p>;
  }
  if (model.kind === 'not_converged') return <p>{t('churn.score.not_converged', { name })}</p>;
  const numbers = { likelihood: model.logLikelihood.toFixed(1), n: model.customers };
  return (
    <p>
      {'beta' in model.parameters
        ? t('churn.score.pareto_model', { name, ...shortened(model.parameters), ...numbers })
        : t('churn.score.buying_model', { name, ...shortened(model.parameters), ...numbers })}
      {model.atEdge && ` ${t('churn.score.at_edge')}`}
    </p>
  );
}

function shortened(parameters: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, value.toPrecision(4)]));
}
