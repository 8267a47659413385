import { z } from 'zod';
import { mbgNbd } from '#stats/mbg-nbd.ts';
import { wilson95 } from '#stats/wilson.ts';
import { type ChurnFigures, recentDays } from './churn-figures.ts';
import { historyOf, type WarningModel, weeks } from './churn-models.ts';
import { type ChurnLevel, fallFrom, judgeCustomer } from './judge-customer.ts';

const share = z.object({
  customers: z.number(),
  /** Of whom it came true in the 90 days after. */
  hits: z.number(),
  share: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

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
  /** Of those warned of then (high, medium), who did not order; beside it all who could have been warned of. */
  warned: share,
  base: share,
  byLevel: z.array(share.extend({ level: z.enum(['high', 'medium']) })).readonly(),
  /** Of those whose amount had fallen (low), who still brought less than half of the norm; beside it all who have a norm. */
  fallen: share,
  fallenBase: share,
});

export type ScoreCard = z.output<typeof scoreCard>;

/** Judges a model fitted at the split by what came in the 90 days after: `figures` are as of the split, with `heldOut` filled. */
export function scoreOf(
  figures: readonly ChurnFigures[],
  model: WarningModel | null,
  days: Readonly<{ split: string; until: string }>,
): ScoreCard {
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

function isSilentAfter({ figures }: Judged): boolean {
  return figures.heldOut === 0;
}

function isLowAfter({ figures: { heldOutAmount, norm } }: Judged): boolean {
  return heldOutAmount <= ((1 - fallFrom) * norm * recentDays) / yearDays;
}

function shareOf(customers: readonly Judged[], isHit: (customer: Judged) => boolean): z.output<typeof share> {
  const hits = customers.filter(isHit).length;
  const interval = wilson95(hits, customers.length);
  return {
    customers: customers.length,
    hits,
    share: customers.length === 0 ? null : hits / customers.length,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
}

const yearDays = 365;
const mostGroups = 10;
const fewestInGroup = 5;

function calibrationOf(figures: readonly ChurnFigures[], { buying }: WarningModel): ScoreCard['calibration'] {
  const compared = figures
    .map((each) => ({
      predicted: mbgNbd.expectedPurchases(buying, historyOf(each), weeks(recentDays)),
      actual: each.heldOut,
    }))
    .sort((left, right) => left.predicted - right.predicted);
  const count = Math.min(mostGroups, Math.floor(compared.length / fewestInGroup));
  const groups = Array.from({ length: count }, (_, index) =>
    compared.slice(Math.round((index * compared.length) / count), Math.round(((index + 1) * compared.length) / count)),
  );
  return {
    customers: compared.length,
    predicted: sumOf(compared, 'predicted'),
    actual: sumOf(compared, 'actual'),
    groups: groups.map((group) => ({
      customers: group.length,
      predicted: sumOf(group, 'predicted') / group.length,
      actual: sumOf(group, 'actual') / group.length,
    })),
  };
}

type Compared = Readonly<{ predicted: number; actual: number }>;

function sumOf(compared: readonly Compared[], side: keyof Compared): number {
  return compared.reduce((sum, each) => sum + each[side], 0);
}
