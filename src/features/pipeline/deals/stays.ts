import { type Day, daysBetween } from '#shared/day.ts';
import type { DealState, LoggedEvent } from './present-deal.ts';

/** A stay of an open deal in a stage, `[enteredOn, leftOn)`; `leftOn` null: still there. */
export type Stay = Readonly<{ stageId: string; enteredOn: Day; leftOn: Day | null; days: number }>;

/**
 * The stays of a deal in its stages, oldest first. A day that ends where it began moved nowhere, so a step that was undone on the
 * same day does not begin the stay anew. A stay that began on an unknown day is left out.
 */
export function stays(events: readonly LoggedEvent[], today: Day): readonly Stay[] {
  const turns = turnsOf(events);
  return turns.flatMap((event, index) => {
    if (event.status !== 'open' || event.stageId === null || event.onDay === null) return [];
    // Days of the store are real days.
    const enteredOn = event.onDay as Day;
    const leftOn = (turns[index + 1]?.onDay ?? null) as Day | null;
    const before = leftOn ?? (today > enteredOn ? today : enteredOn);
    return [{ stageId: event.stageId, enteredOn, leftOn, days: daysBetween(enteredOn, before) }];
  });
}

/** The events that begin a stay or end one. */
function turnsOf(events: readonly LoggedEvent[]): readonly LoggedEvent[] {
  const days = [...Map.groupBy(events, ({ onDay }) => onDay).values()];
  const moving = days.filter((ofDay, index) => !isSamePlace(days[index - 1]?.at(-1), ofDay.at(-1))).flat();
  return moving.filter((event, index) => !isSamePlace(moving[index - 1], event));
}

function isSamePlace(left: DealState | undefined, right: DealState | undefined): boolean {
  return left?.status === right?.status && left?.stageId === right?.stageId;
}
