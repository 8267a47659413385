import { z } from 'zod';
import type { BuyingParameters } from '#stats/beta-geometric.ts';
import type { BuyingHistory } from '#stats/buying-history.ts';
import type { ParetoParameters } from '#stats/pareto-nbd.ts';
import type { ChurnFigures } from './churn-figures.ts';

const buying = z.object({ r: z.number(), alpha: z.number(), a: z.number(), b: z.number() });
const pareto = z.object({ r: z.number(), alpha: z.number(), s: z.number(), beta: z.number() });
const spending = z.object({ p: z.number(), q: z.number(), v: z.number() });
const fit = { logLikelihood: z.number(), customers: z.number(), atEdge: z.boolean() };

/** A fitted model of buying: parameters in weeks, and what they rest on. */
const fittedBuying = z.object({ kind: z.literal('fitted'), parameters: buying, ...fit });
const fittedPareto = z.object({ kind: z.literal('fitted'), parameters: pareto, ...fit });
const fittedSpending = z.object({ kind: z.literal('fitted'), parameters: spending, ...fit });

/** Why there is no model. */
const unfitted = z.union([
  z.object({ kind: z.literal('not_enough_data'), need: z.number(), have: z.number() }),
  z.object({ kind: z.literal('not_converged') }),
]);

/** Models of buying that a warning may rest on: under BG/NBD silence of a one-time buyer never counts. */
export const warningKinds = ['mbgNbd', 'paretoNbd'] as const;

export type WarningKind = (typeof warningKinds)[number];

/** The models of a workspace as of a day; `chosen` is the one that warnings rest on, by the score card of the held-out quarter. */
export const churnModels = z.object({
  chosen: z.enum(warningKinds),
  bgNbd: z.union([fittedBuying, unfitted]),
  mbgNbd: z.union([fittedBuying, unfitted]),
  paretoNbd: z.union([fittedPareto, unfitted]),
  gammaGamma: z.union([fittedSpending, unfitted]),
});

export type ChurnModels = z.output<typeof churnModels>;

/** A model of buying with its parameters. */
export type Buying =
  | Readonly<{ model: 'bgNbd' | 'mbgNbd'; parameters: BuyingParameters }>
  | Readonly<{ model: 'paretoNbd'; parameters: ParetoParameters }>;

/** What warnings are computed with; null: by the rule alone, because a model would rest on too little. */
export type WarningModel = Readonly<{
  buying: Buying;
  spending: Readonly<{ p: number; q: number; v: number }> | null;
}>;

/**
 * The chosen model of buying; the amounts by Gamma-Gamma where that could be fitted. Parameters at an edge (all customers leave
 * or buy alike) still predict; the score card says so.
 */
export function warningModel(models: ChurnModels): WarningModel | null {
  const buying = buyingOf(models, models.chosen);
  const { gammaGamma } = models;
  return buying && { buying, spending: gammaGamma.kind === 'fitted' ? gammaGamma.parameters : null };
}

/** A fitted model of buying by its name; null where it could not be fitted. */
export function buyingOf(models: Omit<ChurnModels, 'chosen' | 'gammaGamma'>, model: Buying['model']): Buying | null {
  if (model === 'paretoNbd') {
    const { paretoNbd } = models;
    return paretoNbd.kind === 'fitted' ? { model, parameters: paretoNbd.parameters } : null;
  }
  const fitted = models[model];
  return fitted.kind === 'fitted' ? { model, parameters: fitted.parameters } : null;
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
