import { answered, client, sent } from '#web/api/client.ts';
import type { QuestionBase } from '#web/filters/filters.ts';

type Line = Readonly<{ median: number; mean: number; line: number }>;

/** What to do for a rep far below the team, and which figure speaks for it. */
export type RepAdvice = Readonly<{
  action: 'leads' | 'training' | 'marketing' | 'observe';
  because: 'new_hire' | 'few_created' | 'few_leads' | 'low_win_rate' | 'small_deals' | 'none';
}>;

/** A rep's open deals beside the team's. */
export type RepLoad = Readonly<{
  id: string;
  name: string;
  deals: number;
  amount: string;
  isBelowDeals: boolean;
  isBelowAmount: boolean;
  daysInService: number | null;
  created: number;
  leads: number | null;
  won: number;
  lost: number;
  winRate: number | null;
  winInterval: Readonly<{ low: number; high: number }> | null;
  lostStage: Readonly<{ name: string; deals: number; of: number }> | null;
  advice: readonly RepAdvice[];
}>;

/** Open deals of all reps in service. */
export type RepLoads = Readonly<{
  asOf: string;
  threshold: number;
  reps: readonly RepLoad[];
  team: Readonly<{
    deals: Line;
    amount: Line;
    created: number | null;
    leads: number | null;
    winRate: number | null;
  }> | null;
  others: Readonly<{ deals: number; amount: string }>;
  total: Readonly<{ deals: number; amount: string }>;
}>;

/** Reps against the team under the page's filters. */
export function fetchReps({ period, where }: QuestionBase, signal: AbortSignal): Promise<RepLoads> {
  const body = { period, ...(where ? { where } : {}) };
  return answered<RepLoads>(client.POST('/api/v1/pipeline/reps', { body: sent(body), signal }));
}
