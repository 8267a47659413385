import type { DayRange } from '#shared/day.ts';
import { answered, client, sent } from '#web/api/client.ts';
import type { QuestionBase } from '#web/filters/filters.ts';

/** What a length of time is counted in. */
export const dwellUnits = ['calendar', 'workdays'] as const;

export type DwellUnit = (typeof dwellUnits)[number];

/** How far back stays are looked at. */
export const dwellMonths = ['6', '12'] as const;

/** Bands of the amount of a deal. */
export const sizeBands = ['small', 'medium', 'large'] as const;

type SizeBand = (typeof sizeBands)[number];

/** What the reader chose about dwell, beside the filters of the page. */
export type DwellChoice = Readonly<{
  unit: DwellUnit;
  months: (typeof dwellMonths)[number];
  sizeBand: SizeBand | null;
  pipeline: string | null;
}>;

/** How long stays last; null where the stays seen do not reach it. */
export type Stays = Readonly<{
  n: number;
  open: number;
  median: number | null;
  low: number | null;
  high: number | null;
  p75: number | null;
  p90: number | null;
}>;

type Pipeline = Readonly<{ id: string; name: string | null }>;

/** One stage: what stands there, how long deals stay and stayed a year before, and when one is stuck. */
export type DwellStage = Readonly<{
  stage: Readonly<{
    id: string;
    name: string;
    rank: number | null;
    pipeline: Pipeline;
    limitDays: number | null;
  }> | null;
  standing: Readonly<{
    count: number;
    amount: string;
    age: Readonly<{ n: number; p25: number; p50: number; p75: number }> | null;
  }>;
  dwell: Stays | null;
  base: Stays | null;
  line: Readonly<{
    days: number | null;
    n: number;
    basis: 'stage' | 'pipeline' | 'configured' | 'none';
  }> | null;
}>;

type Band = Readonly<{ from: number | null; before: number | null }>;

/** Where open deals stand and how long deals stay. */
export type DwellAnswer = Readonly<{
  asOf: string;
  unit: DwellUnit;
  window: DayRange;
  base: DayRange | null;
  bands: Readonly<Record<SizeBand, Band>> | null;
  stages: readonly DwellStage[];
  slowed: Readonly<{ stageId: string; days: number }> | null;
  pipelines: readonly Pipeline[];
  withoutHistory: Readonly<{ deals: number; of: number }>;
}>;

/** Dwell per stage under the page's filters. */
export function fetchDwell(base: QuestionBase, choice: DwellChoice, signal: AbortSignal): Promise<DwellAnswer> {
  const { period, where } = base;
  const { unit, months, sizeBand, pipeline } = choice;
  const body = {
    period,
    unit,
    months: Number(months),
    ...(where ? { where } : {}),
    ...(sizeBand ? { sizeBand } : {}),
    ...(pipeline === null ? {} : { pipeline }),
  };
  return answered<DwellAnswer>(client.POST('/api/v1/pipeline/dwell', { body: sent(body), signal }));
}
