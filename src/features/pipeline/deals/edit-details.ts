import { upsertRows } from '#store/rows.ts';
import type { Transaction } from '#store/store.ts';
import { refuseStale } from './conflict-words.ts';
import { refuseUnknown } from './deal-references.ts';
import type { DealDetails, WrittenDeal } from './deal-schema.ts';
import type { DealWriting } from './deal-writing.ts';
import { lockedDeal } from './present-deal.ts';

/** Writes what a deal is about: its name, customer, product, source. What is left out stays. Throws as `changeDeal` does. */
export async function editDetails(
  tx: Transaction,
  { id, ...wanted }: DealDetails & Readonly<{ id: string }>,
  writing: DealWriting,
): Promise<WrittenDeal> {
  const { workspaceId, keyring, seen } = writing;
  const deal = await lockedDeal(tx, { workspaceId, id, seen });
  await refuseStale(tx, { workspaceId, deal, version: wanted.version });
  const isOtherCustomer = wanted.customerId !== undefined && wanted.customerId !== deal.customerId;
  await refuseUnknown(tx, { ...wanted, customerId: isOtherCustomer ? wanted.customerId : null }, writing);
  const version = deal.version + 1;
  const columns = {
    name: wanted.name,
    customer_id: wanted.customerId,
    product_id: wanted.productId,
    source_id: wanted.sourceId,
  };
  const given = Object.entries(columns).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const row = { id, pipeline_id: deal.pipelineId, version, ...Object.fromEntries(given) };
  await upsertRows(tx, keyring, { workspaceId, entity: 'opportunity', rows: [row] });
  const { status, stageId, ownerId, amount, expectedCloseOn } = deal.last;
  return { id, version, status, stageId, ownerId, amount, expectedCloseOn };
}
