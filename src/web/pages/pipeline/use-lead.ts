import { useUrlChoice } from '#web/filters/use-url-choice.ts';
import type { Forecast, ForecastHistory } from './outlook-queries.ts';

/** How many days before the end the past is looked at, of those there are. */
export type LeadChoice = Readonly<{ leads: readonly number[]; chosen: number | null; choose: (lead: number) => void }>;

/** The lead that is chosen in the URL; unless told, the one that is nearest to what is left of the running period. */
export function useLead(forecast: Forecast | null, history: ForecastHistory | null): LeadChoice {
  const leads = history?.leads.map(({ lead }) => lead) ?? [];
  const left = forecast?.kind === 'outlook' ? forecast.daysLeft : 30;
  const nearest = leads.toSorted((a, b) => Math.abs(a - left) - Math.abs(b - left))[0];
  const [chosen, choose] = useUrlChoice('lead', leads.map(String), nearest === undefined ? '' : String(nearest));
  return { leads, chosen: chosen === '' ? null : Number(chosen), choose: (lead) => choose(String(lead)) };
}
