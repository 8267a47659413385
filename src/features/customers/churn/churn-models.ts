import { z } from 'zod';
import type { BuyingParameters } from '#stats/beta-geometric.ts';
import type { BuyingHistory } from '#stats/buying-history.ts';
import type { ChurnFigures } from './churn-figures.ts';

const buying = z.object({ r: z.number(), alpha: z.number(), a: z.number(), b: z.number() });
const spending = z.object({ p: z.number(), q: z.number(), v: z.number() });
const fit = { logLikelihood: z.number(), customers: z.number(), atEdge: z.boolean() };

/** A fitted model of buying: parameters in weeks, and what they rest on. */
const fittedBuying = z.object({ kind: z.literal('fitted'), parameters: buying, ...fit });
const fittedSpending = z.object({ kind: z.literal('fitted'), parameters: spending, ...fit });

/** Why there is no model. */
const unfitted = z.union([
  z.object({ kind: z.literal('not_enough_data'), need: z.number(), have: z.number() }),
  z.object({ kind: z.literal('not_converged') }),
]);

/** The models of a workspace as of a day. */
export const churnModels = z.object({
  bgNbd: z.union([fittedBuying, unfitted]),
  mbgNbd: z.union([fittedBuying, unfitted]),
  gammaGamma: z.union([fittedSpending, unfitted]),
});

export type ChurnModels = z.output<typeof churnModels>;

/** What warnings are computed with; null: by the rule alone, because a model would rest on too little. */
export type WarningModel = Readonly<{
  buying: BuyingParameters;
  spending: Readonly<{ p: number; q: number; v: number }> | null;
}>;

/**
 * MBG/NBD, under which silence of a one-time buyer counts; the amounts by Gamma-Gamma where that could be fitted. Parameters at an
 * edge (all customers leave or buy alike) still predict; the score card says so.
 */
export function warningModel({ mbgNbd, gammaGamma }: Omit<ChurnModels, 'bgNbd'>): WarningModel | null {
  if (mbgNbd.kind !== 'fitted') return null;
  return { buying: mbgNbd.parameters, spending: gammaGamma.kind === 'fitted' ? gammaGamma.parameters : null };
}

const daysInWeek = 7;

/** The unit of the models: weeks. */
export function weeks(days: number): number {
  return days / daysInWeek;
}

/** What the models of buying know of a customer. */
export function historyOf({ orderDays, activeDays, knownDays }: ChurnFigures): BuyingHistory {
  return { repeats: orderDays - 1, recency: weeks(activeDays), observed: weeks(knownDays) };
}
