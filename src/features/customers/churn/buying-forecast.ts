import { bgNbd } from '#stats/bg-nbd.ts';
import type { BuyingHistory } from '#stats/buying-history.ts';
import { type BuyingModel, cohortPurchases } from '#stats/buying-model.ts';
import { mbgNbd } from '#stats/mbg-nbd.ts';
import { paretoNbd } from '#stats/pareto-nbd.ts';
import type { Buying } from './churn-models.ts';

/** What a fitted model of buying foresees, whichever model it is. */
type BuyingForecast = Readonly<{
  /** P(alive). */
  alive: (history: BuyingHistory) => number;
  /** Purchases of a customer in the next weeks, by its own history. */
  purchases: (history: BuyingHistory, weeks: number) => number;
  /** Purchases of all in the next weeks, by the time since each one's first. */
  ofCohort: (histories: readonly BuyingHistory[], weeks: number) => number;
}>;

/** What the model foresees with its parameters. */
export function buyingForecast(buying: Buying): BuyingForecast {
  if (buying.model === 'paretoNbd') return forecastOf(paretoNbd, buying.parameters);
  return forecastOf(buying.model === 'bgNbd' ? bgNbd : mbgNbd, buying.parameters);
}

function forecastOf<Parameters>(model: BuyingModel<Parameters>, parameters: Parameters): BuyingForecast {
  return {
    alive: (history) => model.aliveProbability(parameters, history),
    purchases: (history, weeks) => model.expectedPurchases(parameters, history, weeks),
    ofCohort: (histories, weeks) => cohortPurchases(model, parameters, histories, weeks),
  };
}
