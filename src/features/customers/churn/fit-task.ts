import { bgNbd } from '#stats/bg-nbd.ts';
import { fitGammaGamma } from '#stats/gamma-gamma.ts';
import { mbgNbd } from '#stats/mbg-nbd.ts';
import { paretoNbd } from '#stats/pareto-nbd.ts';
import type { ChurnFigures } from './churn-figures.ts';
import { type ChurnModels, historyOf } from './churn-models.ts';
import { type ScoreCard, scored } from './score-card.ts';

/** What the thread is given: the figures of now and of the split, and the days of the split. */
export type FitTask = Readonly<{
  now: readonly ChurnFigures[];
  earlier: readonly ChurnFigures[];
  days: Readonly<{ split: string; until: string }>;
}>;

export type Fitted = Readonly<{ models: ChurnModels; scoreCard: ScoreCard }>;

/** Fits the models on all that is known, and on what was known at the split, to be judged by what came after. */
export function fitted({ now, earlier, days }: FitTask): Fitted {
  const { chosen, scoreCard } = scored(earlier, buyingModels(earlier), days);
  return { models: { chosen, ...buyingModels(now), gammaGamma: spendingModel(now) }, scoreCard };
}

/** Fewer customers who bought again, and a model is a guess. */
const fewestRepeatBuyers = 100;

/** Customers whom Pareto/NBD is fitted on: its likelihood has no gradient in closed form, and takes 60 times as long as the others'. */
const mostForPareto = 4000;

function buyingModels(figures: readonly ChurnFigures[]) {
  const few = tooFew(figures.filter(({ orderDays }) => orderDays > 1).length);
  const histories = figures.map(historyOf);
  return {
    bgNbd: few ?? bgNbd.fit(histories),
    mbgNbd: few ?? mbgNbd.fit(histories),
    paretoNbd: few ?? paretoNbd.fit(evenSample(histories, mostForPareto)),
  };
}

/** At most so many, at even distances through the list, whose order (by id) says nothing about them. */
function evenSample<T>(values: readonly T[], most: number): readonly T[] {
  if (values.length <= most) return values;
  const taken = (index: number) => Math.ceil((index * most) / values.length);
  return values.filter((_, index) => taken(index + 1) > taken(index));
}

function spendingModel(figures: readonly ChurnFigures[]): ChurnModels['gammaGamma'] {
  const repeatBuyers = figures.filter(({ orderDays }) => orderDays > 1);
  const spent = repeatBuyers.map(({ orderDays, repeatAmount }) => ({ purchases: orderDays - 1, amount: repeatAmount }));
  return tooFew(repeatBuyers.length) ?? fitGammaGamma(spent);
}

function tooFew(have: number) {
  return have < fewestRepeatBuyers ? ({ kind: 'not_enough_data', need: fewestRepeatBuyers, have } as const) : null;
}
