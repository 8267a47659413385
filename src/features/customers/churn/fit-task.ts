import { bgNbd } from '#stats/bg-nbd.ts';
import { fitGammaGamma } from '#stats/gamma-gamma.ts';
import { mbgNbd } from '#stats/mbg-nbd.ts';
import type { ChurnFigures } from './churn-figures.ts';
import { type ChurnModels, historyOf, warningModel } from './churn-models.ts';
import { type ScoreCard, scoreOf } from './score-card.ts';

/** What the thread is given: the figures of now and of the split, and the days of the split. */
export type FitTask = Readonly<{
  now: readonly ChurnFigures[];
  earlier: readonly ChurnFigures[];
  days: Readonly<{ split: string; until: string }>;
}>;

export type Fitted = Readonly<{ models: ChurnModels; scoreCard: ScoreCard }>;

/** Fits the models on all that is known, and again on what was known at the split, to be judged by what came after. */
export function fitted({ now, earlier, days }: FitTask): Fitted {
  return { models: modelsOf(now), scoreCard: scoreOf(earlier, warningModel(modelsOf(earlier)), days) };
}

/** Fewer customers who bought again, and a model is a guess. */
export const fewestRepeatBuyers = 100;

function modelsOf(figures: readonly ChurnFigures[]): ChurnModels {
  const repeatBuyers = figures.filter(({ orderDays }) => orderDays > 1);
  if (repeatBuyers.length < fewestRepeatBuyers) {
    const tooFew = { kind: 'not_enough_data', need: fewestRepeatBuyers, have: repeatBuyers.length } as const;
    return { bgNbd: tooFew, mbgNbd: tooFew, gammaGamma: tooFew };
  }
  const histories = figures.map(historyOf);
  return {
    bgNbd: bgNbd.fit(histories),
    mbgNbd: mbgNbd.fit(histories),
    gammaGamma: fitGammaGamma(
      repeatBuyers.map(({ orderDays, repeatAmount }) => ({ purchases: orderDays - 1, amount: repeatAmount })),
    ),
  };
}
