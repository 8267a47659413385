import { Problem } from '#shared/problem.ts';
import { newRowId } from '#store/row-id.ts';
import { upsertRows } from '#store/rows.ts';
import type { Transaction } from '#store/store.ts';
import { refuseStale } from './conflict-words.ts';
import { refuseUnknown } from './deal-references.ts';
import type { DealChange, WrittenDeal } from './deal-schema.ts';
import type { DealWriting } from './deal-writing.ts';
import { type NextEvent, nextEvent, stateOf } from './next-state.ts';
import { stagesOf } from './pipeline-stages.ts';
import { lockedDeal, type PresentDeal } from './present-deal.ts';

type Change = Readonly<{
  id: string;
  version: number;
  change: DealChange | Readonly<{ kind: 'owner'; ownerId: string }>;
  note: string | null | undefined;
}>;

/**
 * Writes one step of a deal as an event with the whole state after it. Throws `not_found` out of the viewer's sight, `conflict` when
 * somebody was faster, `invalid_request` for what cannot happen. What is so already writes nothing.
 */
export async function changeDeal(tx: Transaction, wanted: Change, writing: DealWriting): Promise<WrittenDeal> {
  const { workspaceId, seen } = writing;
  const deal = await lockedDeal(tx, { workspaceId, id: wanted.id, seen });
  await refuseStale(tx, { workspaceId, deal, version: wanted.version });
  const stages = await stagesOf(tx, workspaceId, deal.pipelineId);
  const next = nextEvent(wanted.change, { events: deal.events, stages });
  if (!next) return { id: deal.id, version: deal.version, ...shownState(deal.last) };
  await refuseHandOver(tx, { deal, next }, writing);
  const version = deal.version + 1;
  const row = { id: deal.id, pipeline_id: deal.pipelineId, version };
  await upsertRows(tx, writing.keyring, { workspaceId, entity: 'opportunity', rows: [row] });
  await writeEvent(tx, { deal, next, note: wanted.note ?? null }, writing);
  return { id: deal.id, version, ...shownState(next.state) };
}

/** Giving a deal to somebody, also by undoing, needs the permission; and who gets it must be in sight. */
async function refuseHandOver(tx: Transaction, { deal, next }: Pick<Step, 'deal' | 'next'>, writing: DealWriting) {
  const { ownerId } = next.state;
  if (ownerId === deal.last.ownerId) return;
  if (!writing.mayAssign) throw new Problem('not_allowed');
  await refuseUnknown(tx, { ownerId }, writing);
}

type Step = Readonly<{ deal: PresentDeal; next: NextEvent; note: string | null }>;

async function writeEvent(tx: Transaction, { deal, next, note }: Step, writing: DealWriting): Promise<void> {
  const { workspaceId, keyring, now, byName } = writing;
  const seq = Math.max(...deal.events.map((event) => event.seq)) + 1;
  // A log that already reaches beyond today (another zone, an import) goes on from its own end.
  const isAhead = deal.last.onDay !== null && deal.last.onDay > now.day;
  const row = {
    id: newRowId(),
    opportunity_id: deal.id,
    seq,
    kind: next.kind,
    on_day: isAhead ? deal.last.onDay : now.day,
    minute: isAhead ? deal.last.minute : now.minute,
    ...stateColumns(next),
    note,
    by_name: byName,
  };
  await upsertRows(tx, keyring, { workspaceId, entity: 'opportunity_event', rows: [row] });
}

/** The state of an event as columns of its row. */
export function stateColumns({ state }: Pick<NextEvent, 'state'>) {
  return {
    status: state.status,
    stage_id: state.stageId,
    owner_id: state.ownerId,
    amount: state.amount,
    expected_close_on: state.expectedCloseOn,
    lost_reason: state.lostReason,
    competitor: state.competitor,
  };
}

function shownState(state: NextEvent['state']): Omit<WrittenDeal, 'id' | 'version'> {
  const { lostReason: _reason, competitor: _competitor, ...shown } = stateOf(state);
  return shown;
}
