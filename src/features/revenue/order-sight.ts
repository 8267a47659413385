import { sql } from '#shared/sql.ts';
import type { Transaction } from '#store/store.ts';
import type { NewOrder } from './new-order.ts';

/** What of the company the writer of an order sees: whose customers and deals (null: everybody's), and the pool. */
export type OrderSight = Readonly<{
  seen: ReadonlySet<string> | null;
  personId: string | null;
  seesPool: boolean;
}>;

type Looking = Readonly<{ workspaceId: string; sight: OrderSight }>;

/**
 * Fields of an order that point to a customer or a deal out of the writer's sight; they read like those that point nowhere. TRAP: with
 * an order of theirs on a guessed customer a rep would see that customer.
 */
export async function unseenSubjects(
  tx: Pick<Transaction, 'query'>,
  { customerId, opportunityId }: NewOrder,
  { workspaceId, sight }: Looking,
): Promise<ReadonlySet<string>> {
  if (sight.seen === null) return new Set();
  const seen = sql`${[...sight.seen]}::text[]`;
  const [row] = await tx.query<{ customer: boolean; deal: boolean }>(sql`
    select exists (
             select 1 from customer c
              where c.workspace_id = ${workspaceId} and c.id = ${customerId ?? null}
                and (c.owner_id = any(${seen}) or (c.owner_id is null and ${sight.seesPool}) or exists (
                      select 1 from sales_order o
                       where o.workspace_id = c.workspace_id and o.customer_id = c.id and o.rep_id = ${sight.personId}))) as customer,
           coalesce((
             select coalesce(e.owner_id = any(${seen}), false) from opportunity_event e
              where e.workspace_id = ${workspaceId} and e.opportunity_id = ${opportunityId ?? null}
              order by e.on_day desc nulls last, e.seq desc limit 1), false) as deal`);
  const unseen: string[] = [];
  if (customerId && !row?.customer) unseen.push('customerId');
  if (opportunityId && !row?.deal) unseen.push('opportunityId');
  return new Set(unseen);
}
