import { subtractMoney, sumOfMoney } from '#shared/money.ts';
import type { Board, BoardCard, BoardColumn } from './board-api.ts';
import type { Place } from './place.ts';

/** The board as it will be once the card is where it goes: shown at once, before the server has answered. */
export function movedBoard(board: Board, card: BoardCard, place: Place): Board {
  const to = place.kind === 'stage' ? place.stageId : null;
  return {
    ...board,
    columns: board.columns.map((column) => {
      if (column.cards.some(({ id }) => id === card.id)) return column.stageId === to ? column : without(column, card);
      return column.stageId !== null && column.stageId === to ? withCard(column, card) : column;
    }),
  };
}

/** The board with what is now known of a deal. */
export function patchedBoard(board: Board, id: string, known: Partial<BoardCard>): Board {
  const patched = (card: BoardCard) => (card.id === id ? { ...card, ...known } : card);
  return { ...board, columns: board.columns.map((column) => ({ ...column, cards: column.cards.map(patched) })) };
}

function without(column: BoardColumn, card: BoardCard): BoardColumn {
  return {
    ...column,
    count: column.count - 1,
    amount: subtractMoney(column.amount, card.amount ?? '0'),
    overLimit: column.overLimit - (isOver(column, card) ? 1 : 0),
    cards: column.cards.filter(({ id }) => id !== card.id),
  };
}

function withCard(column: BoardColumn, card: BoardCard): BoardColumn {
  return {
    ...column,
    count: column.count + 1,
    amount: sumOfMoney([column.amount, card.amount ?? '0']),
    cards: [{ ...card, daysInStage: 0 }, ...column.cards],
  };
}

/** Whether a deal has been in its stage for longer than the stage may take. */
export function isOver({ dwellLimitDays }: Pick<BoardColumn, 'dwellLimitDays'>, { daysInStage }: BoardCard): boolean {
  return dwellLimitDays !== null && daysInStage !== null && daysInStage > dwellLimitDays;
}
