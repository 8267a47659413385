import type { Day } from '#shared/day.ts';
import { answered, client, sent } from '#web/api/client.ts';
import type { QuestionBase } from '#web/filters/filters.ts';

/** Why a deal counts as stuck. */
export const stuckRules = ['over_stay', 'silent', 'overdue', 'pushed'] as const;

export type StuckRule = (typeof stuckRules)[number];

/** What may hold a deal up. */
type StuckCause = 'price' | 'competitor' | 'silence' | 'terms' | 'no_decision_maker' | 'other' | 'unknown';

type Level = Readonly<{ deals: number; amount: string }>;

/** An open deal that does not move. */
export type StuckDeal = Readonly<{
  id: string;
  name: string | null;
  customerId: string | null;
  customer: string | null;
  repId: string | null;
  rep: string | null;
  stageId: string | null;
  stage: string | null;
  amount: string | null;
  expectedCloseOn: Day | null;
  rules: readonly StuckRule[];
  ageDays: number | null;
  lineDays: number | null;
  quietWorkdays: number | null;
  overdueDays: number | null;
  pushes: number;
  cause: StuckCause;
  basis: 'cuts' | 'recorded' | 'silence' | 'similar' | 'none';
  evidence: Readonly<{
    cuts: number;
    cutShare: number | null;
    competitor: string | null;
    similar: Readonly<{ reason: string; hits: number; of: number }> | null;
  }>;
}>;

type StageLine = Readonly<{
  stageId: string;
  stage: string;
  pipelineId: string;
  days: number | null;
  n: number;
  basis: 'stage' | 'pipeline' | 'configured' | 'none';
}>;

/** Stuck deals, as many as are loaded, and what all of them add up to. */
export type StuckDeals = Readonly<{
  asOf: Day;
  rules: Readonly<{ share: number; minWon: number; quietWorkdays: number; pushes: number }>;
  knowsContacts: boolean;
  lines: readonly StageLine[];
  open: Level;
  stuck: Level;
  byRule: readonly Readonly<{ rule: StuckRule } & Level>[];
  byStage: readonly Readonly<{ stageId: string | null; stage: string | null } & Level>[];
  byCause: readonly Readonly<{ cause: StuckCause } & Level>[];
  byStageAndCause: readonly Readonly<{ stageId: string | null; cause: StuckCause } & Level>[];
  topTen: string;
  listed: Level;
  deals: readonly StuckDeal[];
  next: string | null;
}>;

type Fate = Readonly<{
  deals: number;
  won: number;
  lost: number;
  disqualified: number;
  open: number;
  lostRate: number | null;
  interval: Readonly<{ low: number; high: number }> | null;
}>;

/** What the rules would have flagged a quarter ago, and what became of it. */
export type StuckBacktest = Readonly<{
  judgedOn: Day;
  seenOn: Day;
  flagged: Fate;
  unflagged: Fate;
  sameStageLostRate: number | null;
  byRule: readonly Readonly<{ rule: StuckRule } & Fate>[];
}>;

const pageSize = 50;

/** A page of stuck deals under the page's filters. */
export function fetchStuck(
  { period, where }: QuestionBase,
  { rule, cursor }: Readonly<{ rule: StuckRule | null; cursor: string | null }>,
  signal: AbortSignal,
): Promise<StuckDeals> {
  const body = {
    period,
    limit: pageSize,
    ...(where ? { where } : {}),
    ...(rule ? { rule } : {}),
    ...(cursor === null ? {} : { cursor }),
  };
  return answered<StuckDeals>(client.POST('/api/v1/pipeline/stuck', { body: sent(body), signal }));
}

/** Whether the rules find what is lost. */
export function fetchBacktest({ period, where }: QuestionBase, signal: AbortSignal): Promise<StuckBacktest> {
  const body = { period, ...(where ? { where } : {}) };
  return answered<StuckBacktest>(client.POST('/api/v1/pipeline/stuck/backtest', { body: sent(body), signal }));
}
