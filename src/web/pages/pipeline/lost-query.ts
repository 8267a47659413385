import { answered, client, sent } from '#web/api/client.ts';
import type { QuestionBase } from '#web/filters/filters.ts';

/** What lost deals are told apart by. */
export const lostSplits = ['stage', 'size', 'competitor'] as const;

export type LostSplit = (typeof lostSplits)[number];

/** What the shares are of. */
export const lostBys = ['deals', 'amount'] as const;

export type LostBy = (typeof lostBys)[number];

type Level = Readonly<{ deals: number; amount: string }>;

/** Deals lost for a reason; null: nobody wrote one down. */
export type LostReason = Readonly<{ reason: string | null } & Level>;

/** One part of a split with its own reasons. */
export type LostPart = Readonly<{ key: string | null; name: string | null; reasons: readonly LostReason[] } & Level>;

/** Lost deals by reason, and by reason within each split. */
export type LostReasons = Readonly<{
  total: Level;
  reasons: readonly LostReason[];
  splits: Readonly<Record<LostSplit, readonly LostPart[]>>;
  sizes: Readonly<{ medium: string; large: string }> | null;
}>;

/** Why deals were lost under the page's filters. */
export function fetchLost({ period, where }: QuestionBase, signal: AbortSignal): Promise<LostReasons> {
  const body = { period, ...(where ? { where } : {}) };
  return answered<LostReasons>(client.POST('/api/v1/pipeline/lost-reasons', { body: sent(body), signal }));
}
