import { z } from 'zod';
import { type ChurnFigures, recentDays } from './churn-figures.ts';
import { buyingOf, type ChurnModels, type WarningModel } from './churn-models.ts';
import { choiceOf, choiceReasons, comparedBy, contender, contestOf, sumOf, tenths } from './contest.ts';
import { type ChurnLevel, fallFrom, judgeCustomer } from './judge-customer.ts';
import { isSilentAfter, share, shareOf } from './warned-share.ts';

/** How the models and the warnings of a quarter ago did on what they could not know. */
export const scoreCard = z.object({
  /** The first day that was not known then, and the first day after the judged ones. */
  split: z.string(),
  until: z.string(),
  days: z.number(),
  /** Customers who had ordered in the year before, and how often these ordered afterwards; null without a model. */
  calibration: z
    .object({
      customers: z.number(),
      predicted: z.number(),
      actual: z.number(),
      /** Customers from the fewest to the most expected orders, in tenths where there are enough. */
      groups: z.array(z.object({ customers: z.number(), predicted: z.number(), actual: z.number() })).readonly(),
    })
    .nullable(),
  /** The models side by side on the same quarter, and why the one that warns was chosen. */
  contest: z.array(contender).readonly(),
  reason: z.enum(choiceReasons),
  /** Of those warned of then (high, medium), who did not order; beside it all who could have been warned of. */
  warned: share,
  base: share,
  byLevel: z.array(share.extend({ level: z.enum(['high', 'medium']) })).readonly(),
  /** Of those whose amount had fallen (low), who still brought less than half of the norm; beside it all who have a norm. */
  fallen: share,
  fallenBase: share,
});

export type ScoreCard = z.output<typeof scoreCard>;

type Split = Readonly<{ split: string; until: string }>;

type AtSplit = Omit<ChurnModels, 'chosen' | 'gammaGamma'>;

/**
 * Judges the models fitted at the split by what came in the 90 days after, and chooses the one that warns: `figures` are as of the
 * split, with `heldOut` filled.
 */
export function scored(figures: readonly ChurnFigures[], models: AtSplit, days: Split) {
  const fitted = (['mbgNbd', 'paretoNbd', 'bgNbd'] as const).flatMap((model) => buyingOf(models, model) ?? []);
  const contest = contestOf(figures, fitted);
  const { chosen, reason } = choiceOf(contest);
  const buying = buyingOf(models, chosen);
  // Amounts decide no warning, so the score card needs none.
  const model = buying && { buying, spending: null };
  return { chosen, scoreCard: { ...scoreOf(figures, model, days), contest, reason } };
}

/** How the warnings of a model, or of the rule alone, did in the 90 days after the split. */
export function scoreOf(
  figures: readonly ChurnFigures[],
  model: WarningModel | null,
  days: Split,
): Omit<ScoreCard, 'contest' | 'reason'> {
  const judged = figures.map((each) => ({ figures: each, judgement: judgeCustomer(each, model) }));
  const living = judged.filter(({ judgement }) => !judgement.isGone);
  const at = (...levels: readonly ChurnLevel[]) =>
    living.filter(({ judgement: { level } }) => level !== null && levels.includes(level));
  return {
    ...days,
    days: recentDays,
    calibration: model && calibrationOf(figures, model),
    warned: shareOf(at('high', 'medium'), isSilentAfter),
    base: shareOf(living, isSilentAfter),
    byLevel: (['high', 'medium'] as const).map((level) => ({ level, ...shareOf(at(level), isSilentAfter) })),
    fallen: shareOf(
      at('low').filter(({ judgement }) => judgement.fall !== null),
      isLowAfter,
    ),
    fallenBase: shareOf(
      living.filter((each) => each.figures.norm > 0),
      isLowAfter,
    ),
  };
}

type Judged = Readonly<{ figures: ChurnFigures }>;

function isLowAfter({ figures: { heldOutAmount, norm } }: Judged): boolean {
  return heldOutAmount <= ((1 - fallFrom) * norm * recentDays) / yearDays;
}

const yearDays = 365;

function calibrationOf(figures: readonly ChurnFigures[], { buying }: WarningModel): ScoreCard['calibration'] {
  const compared = comparedBy(figures, buying);
  return {
    customers: compared.length,
    predicted: sumOf(compared, 'predicted'),
    actual: sumOf(compared, 'actual'),
    groups: tenths(compared).map((group) => ({
      customers: group.length,
      predicted: sumOf(group, 'predicted') / group.length,
      actual: sumOf(group, 'actual') / group.length,
    })),
  };
}
