import type { DayRange } from '#shared/day.ts';
import { answered, client, sent } from '#web/api/client.ts';
import type { Filter, PeriodInput } from '#web/api/types.ts';

/** What a waterfall is asked for: days, what "closing" means if it matters, and the page's filters. */
export type WalkQuestion = Readonly<{
  between?: DayRange | undefined;
  closing?: PeriodInput | undefined;
  where?: readonly Filter[] | undefined;
}>;

export type WalkStep =
  | 'new'
  | 'pulled_in'
  | 'reopened'
  | 'transferred_in'
  | 'increased'
  | 'decreased'
  | 'won'
  | 'lost'
  | 'disqualified'
  | 'pushed_out'
  | 'transferred_out';

export type WalkRow = WalkStep | 'start' | 'end';

type WalkLevel = Readonly<{ amount: string; deals: number }>;

/** The two levels and every step between them. */
export type Walk = Readonly<{
  between: DayRange;
  closing: DayRange | null;
  start: WalkLevel;
  steps: readonly Readonly<{ step: WalkStep } & WalkLevel>[];
  end: WalkLevel;
  residual: WalkLevel;
}>;

/** A deal behind a step. */
export type WalkDeal = Readonly<{
  step: WalkRow;
  id: string;
  name: string | null;
  customerId: string | null;
  customer: string | null;
  rep: string | null;
  stage: string | null;
  value: string;
  amountBefore: string | null;
  amountAfter: string | null;
  closeBefore: string | null;
  closeAfter: string | null;
}>;

export type WalkDeals = Readonly<{ deals: readonly WalkDeal[]; total: number; sum: string; next: number | null }>;

/** The way from one day's pipeline to another's. */
export function fetchWalk(question: WalkQuestion, signal: AbortSignal): Promise<Walk> {
  return answered<Walk>(client.POST('/api/v1/pipeline/waterfall', { body: sent(question), signal }));
}

type DealsPage = Readonly<{ steps: readonly WalkRow[]; offset: number; signal?: AbortSignal | undefined }>;

/** A page of the deals behind steps, largest first. */
export function fetchWalkDeals(question: WalkQuestion, { signal, ...page }: DealsPage): Promise<WalkDeals> {
  const body = sent({ ...question, ...page, limit: 100 });
  return answered<WalkDeals>(client.POST('/api/v1/pipeline/waterfall/deals', { body, signal: signal ?? null }));
}
