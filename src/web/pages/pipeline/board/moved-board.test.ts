import { expect, test } from 'vitest';
import type { Board, BoardCard } from './board-api.ts';
import { movedBoard, patchedBoard } from './moved-board.ts';

const card = (id: string, more: Partial<BoardCard> = {}): BoardCard => ({
  id,
  version: 1,
  name: id,
  customer: null,
  owner: null,
  amount: '100.0000',
  expectedCloseOn: null,
  daysInStage: 20,
  ...more,
});

/** A column with more deals than it shows. */
const column = (stageId: string, cards: BoardCard[], more: Partial<Board['columns'][number]> = {}) => ({
  stageId,
  name: stageId,
  probability: null,
  dwellLimitDays: 14,
  count: 5,
  amount: '1000.0000',
  overLimit: 2,
  cards,
  ...more,
});

const board: Board = {
  pipelineId: 'sales',
  asOf: '2026-11-20',
  columns: [column('s1', [card('a'), card('b')]), column('s2', [card('c')])],
};

const heads = ({ columns }: Board) => columns.map(({ count, amount, overLimit }) => [count, amount, overLimit]);
const places = ({ columns }: Board) => columns.map(({ cards }) => cards.map(({ id }) => id));

test('a moved card takes its amount along and is fresh in its new stage', () => {
  const moved = movedBoard(board, card('a'), { kind: 'stage', stageId: 's2' });
  expect(places(moved)).toEqual([['b'], ['a', 'c']]);
  expect(heads(moved)).toEqual([
    [4, '900.0000', 1],
    [6, '1100.0000', 2],
  ]);
  expect(moved.columns[1]?.cards[0]?.daysInStage).toBe(0);
});

test('a closed deal leaves the board', () => {
  const moved = movedBoard(board, card('a'), { kind: 'won' });
  expect(places(moved)).toEqual([['b'], ['c']]);
  expect(heads(moved)[0]).toEqual([4, '900.0000', 1]);
});

test('a deal without an amount moves without one, and one within its limit does not count as late', () => {
  const early = card('a', { amount: null, daysInStage: 3 });
  const moved = movedBoard({ ...board, columns: [column('s1', [early])] }, early, { kind: 'lost' });
  expect(heads(moved)).toEqual([[4, '1000.0000', 2]]);
});

test('a card put where it stands changes nothing', () => {
  expect(movedBoard(board, card('a'), { kind: 'stage', stageId: 's1' })).toEqual(board);
});

test('what is newly known of a deal is put on its card alone', () => {
  const patched = patchedBoard(board, 'b', { version: 7 });
  expect(patched.columns.flatMap(({ cards }) => cards.map(({ version }) => version))).toEqual([1, 7, 1]);
});
