import type { KeyboardEvent, PointerEvent } from 'react';
import type { BoardCard, BoardColumn } from './board-api.ts';
import type { Place } from './place.ts';

/** How a card is moved, and what it looks like meanwhile. */
export type CardHandling = Readonly<{
  mayWrite: boolean;
  isPending: (card: BoardCard) => boolean;
  isHeld: (card: BoardCard) => boolean;
  isLifted: (card: BoardCard) => boolean;
  grab: (event: PointerEvent<HTMLElement>, card: BoardCard) => void;
  press: (event: KeyboardEvent<HTMLElement>, card: BoardCard, at: Place) => void;
  leave: () => void;
  move: (card: BoardCard, place: Place) => void;
  stages: readonly BoardColumn[];
}>;
