import { z } from 'zod';
import { buyingForecast } from './buying-forecast.ts';
import { type ChurnFigures, recentDays } from './churn-figures.ts';
import { type Buying, historyOf, type WarningKind, warningKinds, weeks } from './churn-models.ts';
import { warnedShare } from './warned-share.ts';

/** How a model fitted at the split did on the quarter after it. */
export const contender = z.object({
  model: z.enum(['bgNbd', ...warningKinds]),
  /** Days with an order foreseen for each customer by its own history, added up. */
  conditional: z.number(),
  /** Days with an order foreseen for the cohort, by the time since each customer's first. */
  cohort: z.number(),
  actual: z.number(),
  /** Σ |foreseen − actual| over tenths of customers from the fewest to the most foreseen, as a part of all that came. */
  miss: z.number().nullable(),
  /** Of those whom its high and medium warnings name, who did not order; null without such warnings. */
  precision: z.number().nullable(),
});

type Contender = z.output<typeof contender>;

/** Why a model was chosen: there is no other, Pareto/NBD foresees no better to speak of, it does, or it does but warns worse. */
export const choiceReasons = ['sole', 'no_clear_gain', 'pareto_better', 'pareto_warns_worse'] as const;

export type Choice = Readonly<{ chosen: WarningKind; reason: (typeof choiceReasons)[number] }>;

/** The models of the split judged by the quarter after it. */
export function contestOf(figures: readonly ChurnFigures[], models: readonly Buying[]): readonly Contender[] {
  const histories = figures.map(historyOf);
  return models.map((buying) => {
    const forecast = buyingForecast(buying);
    const compared = comparedBy(figures, buying);
    const actual = sumOf(compared, 'actual');
    const groups = tenths(compared);
    const missed = groups.reduce((sum, group) => sum + Math.abs(sumOf(group, 'predicted') - sumOf(group, 'actual')), 0);
    return {
      model: buying.model,
      conditional: sumOf(compared, 'predicted'),
      cohort: forecast.ofCohort(histories, weeks(recentDays)),
      actual,
      miss: actual > 0 && groups.length > 0 ? missed / actual : null,
      precision: warnedShare(figures, { buying, spending: null }).share,
    };
  });
}

/** A smaller gain is noise, and a model that changes from day to day is no basis for a warning. */
const clearGain = 0.01;

/**
 * Pareto/NBD where it foresees the quarter clearly better *and* its warnings come true as often as those of MBG/NBD; a model that tells the
 * total and not who will be silent is no warning.
 */
export function choiceOf(contest: readonly Contender[]): Choice {
  const [mbg, pareto] = warningKinds.map((kind) => contest.find(({ model }) => model === kind));
  if (!pareto || !mbg) return { chosen: pareto ? 'paretoNbd' : 'mbgNbd', reason: 'sole' };
  if ((mbg.miss ?? 1) - (pareto.miss ?? 1) < clearGain) return { chosen: 'mbgNbd', reason: 'no_clear_gain' };
  const isWorse = (pareto.precision ?? 0) < (mbg.precision ?? 0);
  return isWorse
    ? { chosen: 'mbgNbd', reason: 'pareto_warns_worse' }
    : { chosen: 'paretoNbd', reason: 'pareto_better' };
}

/** A customer's days with an order, foreseen and actual. */
export type Compared = Readonly<{ predicted: number; actual: number }>;

/** What a model foresaw of each customer and what came, from the fewest to the most foreseen. */
export function comparedBy(figures: readonly ChurnFigures[], buying: Buying): readonly Compared[] {
  const forecast = buyingForecast(buying);
  return figures
    .map((each) => ({ predicted: forecast.purchases(historyOf(each), weeks(recentDays)), actual: each.heldOut }))
    .sort((left, right) => left.predicted - right.predicted);
}

const mostGroups = 10;
const fewestInGroup = 5;

/** Tenths of customers, or fewer groups where a tenth were less than five customers. */
export function tenths(compared: readonly Compared[]): readonly (readonly Compared[])[] {
  const count = Math.min(mostGroups, Math.floor(compared.length / fewestInGroup));
  return Array.from({ length: count }, (_, index) =>
    compared.slice(Math.round((index * compared.length) / count), Math.round(((index + 1) * compared.length) / count)),
  );
}

/** The sum of one side. */
export function sumOf(compared: readonly Compared[], side: keyof Compared): number {
  return compared.reduce((sum, each) => sum + each[side], 0);
}
