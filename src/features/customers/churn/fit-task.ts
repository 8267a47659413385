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

/** Fits the models on all that is known, and MBG/NBD on what was known at the split, to be judged by what came after. */
export function fitted({ now, earlier, days }: FitTask): Fitted {
  const judged = warningModel({ mbgNbd: mbgNbdOf(earlier), gammaGamma: notAsked });
  return { models: modelsOf(now), scoreCard: scoreOf(earlier, judged, days) };
}

/** Amounts decide no warning, so the score card needs none. */
const notAsked = { kind: 'not_enough_data', need: 0, have: 0 } as const;

/** Fewer customers who bought again, and a model is a guess. */
const fewestRepeatBuyers = 100;

function modelsOf(figures: readonly ChurnFigures[]): ChurnModels {
  const repeatBuyers = figures.filter(({ orderDays }) => orderDays > 1);
  const few = tooFew(repeatBuyers.length);
  return {
    bgNbd: few ?? bgNbd.fit(figures.map(historyOf)),
    mbgNbd: mbgNbdOf(figures),
    gammaGamma:
      few ??
      fitGammaGamma(
        repeatBuyers.map(({ orderDays, repeatAmount }) => ({ purchases: orderDays - 1, amount: repeatAmount })),
      ),
  };
}

function mbgNbdOf(figures: readonly ChurnFigures[]): ChurnModels['mbgNbd'] {
  return tooFew(figures.filter(({ orderDays }) => orderDays > 1).length) ?? mbgNbd.fit(figures.map(historyOf));
}

function tooFew(have: number) {
  return have < fewestRepeatBuyers ? ({ kind: 'not_enough_data', need: fewestRepeatBuyers, have } as const) : null;
}
