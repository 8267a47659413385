import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import type { Transaction } from '#store/store.ts';

/** What events change about a deal: each carries all of it. */
export type DealState = Readonly<{
  status: 'open' | 'won' | 'lost' | 'disqualified';
  stageId: string | null;
  ownerId: string | null;
  amount: string | null;
  expectedCloseOn: string | null;
  lostReason: string | null;
  competitor: string | null;
}>;

/** An event of a deal as the store has it. */
export type LoggedEvent = DealState &
  Readonly<{ seq: number; kind: string; onDay: string | null; minute: number | null; byName: string | null }>;

/** A deal as it stands now, locked for the rest of the transaction. */
export type PresentDeal = Readonly<{
  id: string;
  pipelineId: string;
  customerId: string | null;
  version: number;
  /** All events, oldest first; the last one is the present state. */
  events: readonly LoggedEvent[];
  last: LoggedEvent;
}>;

/** Whose deals may be touched; null when everyone's. */
export type Seen = ReadonlySet<string> | null;

/** Whether somebody with that sight sees a deal of that owner. */
export function isSeen(seen: Seen, ownerId: string | null): boolean {
  return seen === null || (ownerId !== null && seen.has(ownerId));
}

type Wanted = Readonly<{ workspaceId: string; id: string; seen: Seen }>;

/** The deal, locked. Throws `not_found` when there is none, and just so when its present owner is out of sight. */
export async function lockedDeal(tx: Transaction, { workspaceId, id, seen }: Wanted): Promise<PresentDeal> {
  const [deal] = await tx.query<Omit<PresentDeal, 'events' | 'last'>>(sql`
    select id, pipeline_id as "pipelineId", customer_id as "customerId", version
      from opportunity where workspace_id = ${workspaceId} and id = ${id} for update`);
  if (!deal) throw new Problem('not_found');
  const events = await eventsOf(tx, workspaceId, id);
  const last = events.at(-1);
  if (!last || !isSeen(seen, last.ownerId)) throw new Problem('not_found');
  return { ...deal, events, last };
}

/** A deal's log in the order in which it counts: by day, then as written. */
function eventsOf(tx: Pick<Transaction, 'query'>, workspaceId: string, dealId: string) {
  return tx.query<LoggedEvent>(sql`
    select seq, kind, on_day::text as "onDay", minute, by_name as "byName", status, stage_id as "stageId",
           owner_id as "ownerId", amount, expected_close_on::text as "expectedCloseOn",
           lost_reason as "lostReason", competitor
      from opportunity_event
     where workspace_id = ${workspaceId} and opportunity_id = ${dealId}
     order by on_day nulls first, seq`);
}
