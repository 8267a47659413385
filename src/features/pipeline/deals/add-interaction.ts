import { newRowId } from '#store/row-id.ts';
import { upsertRows } from '#store/rows.ts';
import type { Transaction } from '#store/store.ts';
import type { NewInteraction } from './deal-schema.ts';
import type { DealWriting } from './deal-writing.ts';
import { lockedDeal } from './present-deal.ts';

/** Notes a call, a visit or a reply about a deal; by the writer, or by its owner when the writer is no colleague in the data. */
export async function addInteraction(
  tx: Transaction,
  { dealId, ...wanted }: NewInteraction & Readonly<{ dealId: string }>,
  { workspaceId, keyring, seen, now, personId }: DealWriting,
): Promise<{ id: string }> {
  const deal = await lockedDeal(tx, { workspaceId, id: dealId, seen });
  const row = {
    id: newRowId(),
    customer_id: deal.customerId,
    opportunity_id: deal.id,
    rep_id: personId ?? deal.last.ownerId,
    type: wanted.type,
    initiator: wanted.initiator,
    on_day: wanted.onDay ?? now.day,
    minute: wanted.onDay === undefined || wanted.onDay === now.day ? now.minute : null,
    note: wanted.note || null,
  };
  await upsertRows(tx, keyring, { workspaceId, entity: 'interaction', rows: [row] });
  return { id: row.id };
}
