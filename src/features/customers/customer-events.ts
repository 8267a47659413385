import type { RouteDeps } from '#features/route-deps.ts';
import type { Viewer } from '#features/viewer.ts';
import { localMoment } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import type { ValueTier } from '#stats/value-tiers.ts';
import { newRowId } from '#store/row-id.ts';
import { upsertRows } from '#store/rows.ts';
import type { Transaction } from '#store/store.ts';

/** Something that happened to a customer; the owner is the one after it. */
export type CustomerEvent = Readonly<{
  customerId: string;
  kind: 'owner' | 'claimed' | 'released' | 'tier' | 'tier_cleared';
  ownerId: string | null;
  tier?: ValueTier | null;
  reason: string | null;
}>;

/** Who writes, and with what. */
export type Writing = Readonly<{ deps: RouteDeps; viewer: Viewer }>;

/** Writes the event into the customer's log, by the viewer, now. */
export async function addCustomerEvent(
  tx: Transaction,
  { deps, viewer }: Writing,
  event: CustomerEvent,
): Promise<void> {
  const { keyring, clock } = deps;
  const { workspace, name } = viewer;
  const { day, minute } = localMoment(clock(), workspace.zone);
  const row = {
    id: await nextEventId(tx, workspace.id, { customerId: event.customerId, day, minute }),
    customer_id: event.customerId,
    kind: event.kind,
    on_day: day,
    minute,
    owner_id: event.ownerId,
    tier: event.tier ?? null,
    reason: event.reason,
    by_name: name,
  };
  await upsertRows(tx, keyring, { workspaceId: workspace.id, entity: 'customer_event', rows: [row] });
}

type Moment = Readonly<{ customerId: string; day: string; minute: number }>;

/** Ids of the events of one minute grow, so that the last one is known. */
async function nextEventId(tx: Transaction, workspaceId: string, { customerId, day, minute }: Moment): Promise<string> {
  // Two writers of one customer wait for each other here; the lock goes with the transaction.
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId} customer ${customerId}`}, 0))`);
  const [same] = await tx.query<{ count: number }>(sql`
    select count(*) as count from customer_event
     where workspace_id = ${workspaceId} and customer_id = ${customerId} and on_day = ${day}::date and minute = ${minute}`);
  return `${String(same?.count ?? 0).padStart(4, '0')}${newRowId()}`;
}
