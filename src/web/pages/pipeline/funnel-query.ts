import type { DayRange } from '#shared/day.ts';
import { answered, client, sent } from '#web/api/client.ts';
import type { QuestionBase } from '#web/filters/filters.ts';

/** Which way of coming further counts: by any way, or stage by stage. */
export const funnelWays = ['any', 'strict'] as const;

type FunnelWay = (typeof funnelWays)[number];

/** What became of those that came to a step. */
export type FunnelTally = Readonly<{
  n: number;
  reached: number;
  skipped: number;
  open: number;
  lost: number;
  disqualified: number;
}>;

type Difference = Readonly<{ difference: number; low: number; high: number }>;

/** A step in the cohort and in the two that it is compared with. */
export type FunnelStep = Readonly<{
  now: FunnelTally;
  previous: FunnelTally;
  yearAgo: FunnelTally;
  sincePrevious: Difference | null;
  sinceYearAgo: Difference | null;
}>;

type Cohort = Readonly<{ range: DayRange; seenBefore: string }>;
type Pipeline = Readonly<{ id: string; name: string | null }>;

/** What a region or a team adds to a fall. */
export type FunnelPart = Readonly<{ id: string | null; name: string | null; change: number; share: number }>;

/** What became of those that came in together. */
export type FunnelAnswer = Readonly<{
  way: FunnelWay;
  matureDays: number;
  periodsBack: number;
  now: Cohort;
  previous: Cohort;
  yearAgo: Cohort;
  pipeline: Pipeline | null;
  pipelines: readonly Pipeline[];
  deals: FunnelStep;
  steps: readonly Readonly<
    {
      stage: Readonly<{
        id: string;
        name: string;
        rank: number | null;
        pipeline: Pipeline;
        limitDays: number | null;
      }>;
      next: string | null;
    } & FunnelStep
  >[];
  withoutHistory: number;
  leads: readonly FunnelStep[] | null;
  weakest: Readonly<{
    against: 'previous' | 'year_ago';
    stageId: string;
    from: number;
    to: number;
    difference: Difference;
    regions: readonly FunnelPart[];
    teams: readonly FunnelPart[];
  }> | null;
  /** Where the chosen reps or teams are furthest behind the rest of the cohort. */
  behindOthers: Readonly<{ stageId: string; own: number; others: number; difference: Difference }> | null;
}>;

/** What the reader chose about the funnel, beside the filters of the page. */
export type FunnelChoice = Readonly<{ way: FunnelWay; pipeline: string | null }>;

/** The cohort funnel under the page's filters. */
export function fetchFunnel(base: QuestionBase, choice: FunnelChoice, signal: AbortSignal): Promise<FunnelAnswer> {
  const { period, where } = base;
  const { way, pipeline } = choice;
  const body = { period, way, ...(where ? { where } : {}), ...(pipeline === null ? {} : { pipeline }) };
  return answered<FunnelAnswer>(client.POST('/api/v1/pipeline/funnel', { body: sent(body), signal }));
}

/** The win rate with what it rests on. */
export type WinRate = Readonly<{
  won: number;
  lost: number;
  rate: number | null;
  interval: Readonly<{ low: number; high: number }> | null;
}>;

/** The win rate of the period under the page's filters. */
export function fetchWinRate({ period, where }: QuestionBase, signal: AbortSignal): Promise<WinRate> {
  const body = sent({ period, ...(where ? { where } : {}) });
  return answered<WinRate>(client.POST('/api/v1/pipeline/win-rate', { body, signal }));
}
