import { compareMoney, money } from '#shared/money.ts';
import type { DealChange } from './deal-schema.ts';
import { invalid, openStage, type Stage } from './pipeline-stages.ts';
import type { DealState, LoggedEvent } from './present-deal.ts';

/** An event to be written: its kind and the whole state after it. */
export type NextEvent = Readonly<{ kind: string; state: DealState }>;

type Owned = DealChange | Readonly<{ kind: 'owner'; ownerId: string }>;

type Given = Readonly<{ events: readonly LoggedEvent[]; stages: readonly Stage[] }>;

/** What a change makes of a deal; null when it is so already. Throws `invalid_request` for what cannot happen to it now. */
export function nextEvent(change: Owned, given: Given): NextEvent | null {
  const state = presentState(given.events);
  const next = change.kind === 'undo' ? stateBefore(given.events) : changed(change, state, given);
  const kind = kindOfStep(state, next);
  return kind === null ? null : { kind, state: next };
}

/** The kind of event that leads from one state to the other; null when nothing differs. */
function kindOfStep(from: DealState, to: DealState): string | null {
  if (from.status !== to.status) return to.status === 'open' ? 'reopened' : to.status;
  if (from.stageId !== to.stageId) return 'stage';
  if (from.ownerId !== to.ownerId) return 'owner';
  if (!isSameAmount(from.amount, to.amount)) return 'amount';
  if (from.expectedCloseOn !== to.expectedCloseOn) return 'expected_close';
  return null;
}

function isSameAmount(left: string | null, right: string | null): boolean {
  return left === null || right === null ? left === right : compareMoney(left, right) === 0;
}

function changed(change: Exclude<Owned, { kind: 'undo' }>, state: DealState, given: Given): DealState {
  if (change.kind === 'owner') return { ...state, ownerId: change.ownerId };
  if (change.kind === 'reopened') return reopened(change.stageId, state, given);
  if (state.status !== 'open') throw invalid('change.kind', '商机已经结束，请先重开', 'The deal is closed; reopen it');
  switch (change.kind) {
    case 'stage':
      return { ...state, stageId: openStage(given.stages, change.stageId).id };
    case 'amount':
      return { ...state, amount: change.amount === null ? null : money(change.amount) };
    case 'expected_close':
      return { ...state, expectedCloseOn: change.on };
    case 'won':
      return {
        ...closed('won', state, given),
        amount: change.amount === undefined ? state.amount : money(change.amount),
      };
    case 'lost':
      return {
        ...closed('lost', state, given),
        lostReason: change.reason,
        competitor: change.competitor ?? state.competitor,
      };
    case 'disqualified':
      return closed('disqualified', state, given);
  }
}

/** A closed deal stands in its pipeline's stage for that outcome, when it has one. */
function closed(status: Exclude<DealState['status'], 'open'>, state: DealState, { stages }: Given): DealState {
  const end = stages.find(({ kind }) => kind === status);
  return { ...state, status, stageId: end?.id ?? state.stageId };
}

function reopened(stageId: string | undefined, state: DealState, { events, stages }: Given): DealState {
  if (state.status === 'open') throw invalid('change.kind', '商机没有结束，不用重开', 'The deal is open already');
  const lastOpen = events.findLast(({ status }) => status === 'open')?.stageId;
  const first = stages.find(({ kind }) => kind === 'open')?.id ?? null;
  const stage = stageId === undefined ? (lastOpen ?? first) : openStage(stages, stageId).id;
  return { ...state, status: 'open', stageId: stage, lostReason: null };
}

function presentState(events: readonly LoggedEvent[]): DealState {
  const last = events.at(-1);
  if (!last) throw new RangeError('a deal without events');
  return stateOf(last);
}

function stateBefore(events: readonly LoggedEvent[]): DealState {
  const before = events.at(-2);
  if (!before) throw invalid('change.kind', '没有可以撤销的一步', 'There is no step to undo');
  return stateOf(before);
}

/** The state alone. */
export function stateOf(event: DealState): DealState {
  const { status, stageId, ownerId, amount, expectedCloseOn, lostReason, competitor } = event;
  return { status, stageId, ownerId, amount, expectedCloseOn, lostReason, competitor };
}
