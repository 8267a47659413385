import type { Day, DayRange } from '#shared/day.ts';
import { answered, client, sent } from '#web/api/client.ts';
import type { Filter, Grain, PeriodInput } from '#web/api/types.ts';

type Asked = Readonly<{ period: PeriodInput; where?: readonly Filter[] | undefined }>;

/** How a running period closes. */
type Outlook = Readonly<{
  period: DayRange;
  kind: 'outlook';
  asOf: Day;
  daysLeft: number;
  wonSoFar: number;
  wonDeals: number;
  p10: number;
  p50: number;
  p90: number;
  expected: number;
  fresh: number;
  openDeals: number;
  outlived: number;
  learnt: Readonly<{ deals: number; won: number; followDays: number }>;
}>;

/** What can be said about the page's period. */
export type Forecast =
  | Outlook
  | Readonly<{ period: DayRange; kind: 'not_enough_data'; need: number; have: number }>
  | Readonly<{ period: DayRange; kind: 'not_running' }>;

/** A forecast of the past against what came. */
export type PastForecast = Readonly<{
  period: DayRange;
  lead: number;
  actual: number;
  seen: Readonly<{ asOf: Day; wonSoFar: number; p10: number; p50: number; p90: number }>;
}>;

/** How good forecasts were, that many days before the end. */
export type LeadAccuracy = Readonly<{
  lead: number;
  n: number;
  bias: number | null;
  wape: number | null;
  coverage: number;
}>;

export type ForecastHistory = Readonly<{
  unit: Grain;
  points: readonly PastForecast[];
  leads: readonly LeadAccuracy[];
}>;

/** The forecast of the page's period. */
export function fetchForecast(question: Asked, signal: AbortSignal): Promise<Forecast> {
  return answered<Forecast>(client.POST('/api/v1/pipeline/forecast', { body: sent(question), signal }));
}

/** What it would have said in past periods. */
export function fetchForecastHistory(question: Asked, signal: AbortSignal): Promise<ForecastHistory> {
  return answered<ForecastHistory>(client.POST('/api/v1/pipeline/forecast/history', { body: sent(question), signal }));
}

/** A stage's open deals with both weights. */
export type StageWeight = Readonly<{
  stage: Readonly<{ id: string; name: string; pipeline: Readonly<{ id: string; name: string | null }> }>;
  deals: number;
  amount: string;
  configured: number | null;
  n: number;
  won: number;
  stillOpen: number;
  rate: number | null;
  interval: Readonly<{ low: number; high: number }> | null;
  learnt: number | null;
  weighted: Readonly<{ configured: string | null; learnt: string | null }>;
}>;

export type StageWeights = Readonly<{
  asOf: Day;
  horizonDays: number;
  stages: readonly StageWeight[];
  total: Readonly<{ amount: string; configured: string; learnt: string }>;
  unweighted: Readonly<{ deals: number; amount: string }>;
}>;

/** Open deals by stage, weighted as configured and as history says. */
export function fetchWeights(question: Asked, signal: AbortSignal): Promise<StageWeights> {
  return answered<StageWeights>(client.POST('/api/v1/pipeline/weights', { body: sent(question), signal }));
}

/** What a segment brings a day, and of what that is made. */
type SegmentVelocity = Readonly<{
  key: string | null;
  name: string | null;
  open: number;
  winRate: number | null;
  averageValue: number | null;
  cycleDays: number | null;
  perDay: number | null;
}>;

type Velocity = Readonly<{ perDay: number | null; segments: readonly SegmentVelocity[]; unknown: number }>;

/** Sales velocity by product line. */
export function fetchVelocity(question: Asked, signal: AbortSignal): Promise<Velocity> {
  return answered<Velocity>(client.POST('/api/v1/pipeline/velocity', { body: sent(question), signal }));
}
