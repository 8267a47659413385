import { expect, test } from 'vitest';
import type { Day } from '#shared/day.ts';
import type { LoggedEvent } from './present-deal.ts';
import { stays } from './stays.ts';

const today = '2026-11-20' as Day;

let seq = 0;
function event(onDay: string | null, stageId: string, status: LoggedEvent['status'] = 'open'): LoggedEvent {
  seq += 1;
  const rest = { ownerId: null, amount: null, expectedCloseOn: null, lostReason: null, competitor: null };
  return { seq, kind: 'stage', onDay, minute: null, byName: null, status, stageId, ...rest };
}

const told = (events: readonly LoggedEvent[]) =>
  stays(events, today).map(({ stageId, enteredOn, leftOn, days }) => [stageId, enteredOn, leftOn, days]);

test('a stay lasts from its day to the next stage, the last one until today', () => {
  expect(told([event('2026-11-01', 'a'), event('2026-11-11', 'b')])).toEqual([
    ['a', '2026-11-01', '2026-11-11', 10],
    ['b', '2026-11-11', null, 9],
  ]);
});

test('a change of the amount does not end a stay, being closed does', () => {
  expect(told([event('2026-11-01', 'a'), event('2026-11-05', 'a'), event('2026-11-08', 'a', 'won')])).toEqual([
    ['a', '2026-11-01', '2026-11-08', 7],
  ]);
});

test('a stage that was left and entered again has two stays', () => {
  const there = told([event('2026-11-01', 'a'), event('2026-11-02', 'b'), event('2026-11-04', 'a')]);
  expect(there.map(([stageId, , , days]) => [stageId, days])).toEqual([
    ['a', 1],
    ['b', 2],
    ['a', 16],
  ]);
});

test('a step undone on the same day leaves the stay as it was', () => {
  expect(told([event('2026-11-01', 'a'), event('2026-11-09', 'b'), event('2026-11-09', 'a')])).toEqual([
    ['a', '2026-11-01', null, 19],
  ]);
});

test('a stay that began on an unknown day is not counted, and a deal dated ahead has not stayed yet', () => {
  expect(told([event(null, 'a'), event('2026-11-10', 'b')])).toEqual([['b', '2026-11-10', null, 10]]);
  expect(told([event('2026-12-01', 'a')])).toEqual([['a', '2026-12-01', null, 0]]);
});
