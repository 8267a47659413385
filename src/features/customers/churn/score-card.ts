import { z } from 'zod';
import { mbgNbd } from '#stats/mbg-nbd.ts';
import { wilson95 } from '#stats/wilson.ts';
import { type ChurnFigures, recentDays } from './churn-figures.ts';
import { historyOf, type WarningModel, weeks } from './churn-models.ts';
import { churnLevels, judgeCustomer } from './judge-customer.ts';

const share = z.object({
  customers: z.number(),
  /** Without an order in the 90 days after. */
  silent: z.number(),
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
  /** Of the customers warned of then, those who did not order, beside all customers who could have been warned of. */
  warned: share,
  base: share,
  byLevel: z.array(share.extend({ level: z.enum(churnLevels) })).readonly(),
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
  const warned = living.filter(({ judgement }) => judgement.level !== null);
  return {
    ...days,
    days: recentDays,
    calibration: model && calibrationOf(figures, model),
    warned: silentOf(warned),
    base: silentOf(living),
    byLevel: churnLevels.map((level) => ({
      level,
      ...silentOf(warned.filter(({ judgement }) => judgement.level === level)),
    })),
  };
}

type Judged = Readonly<{ figures: ChurnFigures }>;

function silentOf(customers: readonly Judged[]): z.output<typeof share> {
  const silent = customers.filter(({ figures }) => figures.heldOut === 0).length;
  const interval = wilson95(silent, customers.length);
  return {
    customers: customers.length,
    silent,
    share: customers.length === 0 ? null : silent / customers.length,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
}

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
