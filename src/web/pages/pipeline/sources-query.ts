import type { DayRange } from '#shared/day.ts';
import { answered, client, sent } from '#web/api/client.ts';
import type { QuestionBase } from '#web/filters/filters.ts';

type Interval = Readonly<{ low: number; high: number }>;

/** How good the leads of a source are. */
export type SourceQuality = Readonly<{
  sourceId: string | null;
  name: string | null;
  rank: number | null;
  leads: number;
  valid: number;
  validRate: number | null;
  won: number;
  winRate: number | null;
  interval: Interval | null;
  shrunk: Readonly<{ rate: number } & Interval> | null;
  wonAmount: string;
  valuePerLead: string | null;
  buyers: number;
  buyersAgain: number;
  repeatRate: number | null;
  cost: Readonly<{ amount: string; months: number; perWin: string | null; perLead: string | null }> | null;
}>;

/** All sources of mature leads, best first. */
export type SourceQualities = Readonly<{
  asOf: string;
  window: DayRange;
  horizonDays: number;
  fewestLeads: number;
  pooled: Readonly<{ leads: number; valid: number; won: number; rate: number | null }>;
  sources: readonly SourceQuality[];
  best: Readonly<{ sourceId: string | null; sureness: 'sure' | 'likely' | 'unsure' }> | null;
  worst: Readonly<{ sourceId: string | null; leadShare: number; wonShare: number }> | null;
}>;

/** Source quality under the page's filters. */
export function fetchSources({ period, where }: QuestionBase, signal: AbortSignal): Promise<SourceQualities> {
  const body = { period, ...(where ? { where } : {}) };
  return answered<SourceQualities>(client.POST('/api/v1/pipeline/sources', { body: sent(body), signal }));
}
