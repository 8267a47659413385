import { money } from '#shared/money.ts';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import { newRowId } from '#store/row-id.ts';
import { upsertRows } from '#store/rows.ts';
import type { Transaction } from '#store/store.ts';
import { stateColumns } from './change-deal.ts';
import { refuseUnknown } from './deal-references.ts';
import type { NewDeal, WrittenDeal } from './deal-schema.ts';
import type { DealWriting } from './deal-writing.ts';
import { invalid, openStage, stagesOf } from './pipeline-stages.ts';
import type { DealState } from './present-deal.ts';

/** Writes a deal and its first event. Throws `invalid_request` naming every field that points nowhere or out of sight. */
export async function createDeal(tx: Transaction, wanted: NewDeal, writing: DealWriting): Promise<WrittenDeal> {
  const { workspaceId, keyring, now, byName } = writing;
  const ownerId = wanted.ownerId ?? writing.personId;
  refuseOtherOwner(ownerId, writing);
  await refuseUnknown(tx, { ...wanted, ownerId }, writing);
  const place = await firstPlace(tx, wanted, workspaceId);
  const id = newRowId();
  const state: DealState = {
    status: 'open',
    stageId: place.stageId,
    ownerId,
    amount: wanted.amount == null ? null : money(wanted.amount),
    expectedCloseOn: wanted.expectedCloseOn ?? null,
    lostReason: null,
    competitor: null,
  };
  const row = {
    id,
    name: wanted.name,
    customer_id: wanted.customerId ?? null,
    pipeline_id: place.pipelineId,
    product_id: wanted.productId ?? null,
    source_id: wanted.sourceId ?? null,
    region_id: await regionOf(tx, workspaceId, wanted.customerId ?? null),
    currency: writing.currency,
    created_on: now.day,
  };
  await upsertRows(tx, keyring, { workspaceId, entity: 'opportunity', rows: [row] });
  const created = { opportunity_id: id, seq: 1, kind: 'created', on_day: now.day, minute: now.minute, by_name: byName };
  const event = { id: newRowId(), ...created, ...stateColumns({ state }), note: wanted.note ?? null };
  await upsertRows(tx, keyring, { workspaceId, entity: 'opportunity_event', rows: [event] });
  const { status, stageId, amount, expectedCloseOn } = state;
  return { id, version: 1, status, stageId, ownerId, amount, expectedCloseOn };
}

/** Nobody writes a deal that they could not see afterwards. */
function refuseOtherOwner(ownerId: string | null, { seen }: DealWriting): void {
  if (ownerId !== null || seen === null) return;
  const detail = { zh: '商机要有负责人', en: 'The deal needs an owner' };
  throw new Problem('invalid_request', [{ detail, place: { field: 'ownerId' } }]);
}

async function firstPlace(tx: Transaction, { pipelineId, stageId }: NewDeal, workspaceId: string) {
  const [pipeline] = await tx.query<{ id: string }>(sql`
    select id from pipeline
     where workspace_id = ${workspaceId} and (${pipelineId ?? null}::text is null or id = ${pipelineId ?? null})
     order by name, id limit 1`);
  if (!pipeline) throw invalid('pipelineId', '没有这条销售流程', 'There is no such pipeline');
  const stages = await stagesOf(tx, workspaceId, pipeline.id);
  const first = stages.find(({ kind }) => kind === 'open');
  const stage = stageId === undefined ? first : openStage(stages, stageId);
  if (!stage) throw invalid('stageId', '这条销售流程还没有阶段', 'The pipeline has no stages yet');
  return { pipelineId: pipeline.id, stageId: stage.id };
}

async function regionOf(tx: Transaction, workspaceId: string, customerId: string | null): Promise<string | null> {
  if (customerId === null) return null;
  const [customer] = await tx.query<{ region_id: string | null }>(sql`
    select region_id from customer where workspace_id = ${workspaceId} and id = ${customerId}`);
  return customer?.region_id ?? null;
}
