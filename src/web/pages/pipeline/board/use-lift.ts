import { type KeyboardEvent, useCallback, useState } from 'react';
import type { BoardCard } from './board-api.ts';
import { type Place, placeName, placeOf } from './place.ts';

/** A card lifted by the keyboard, and the place it would go to. */
export type Lifted = Readonly<{ card: BoardCard; over: string }>;

type Keys = Readonly<{
  /** Every place a card can go to, as they stand from left to right. */
  places: readonly Place[];
  drop: (card: BoardCard, place: Place) => void;
  canMove: (card: BoardCard) => boolean;
}>;

/** Moving cards by keyboard: space lifts, arrows choose the place, space or enter drops, escape puts back. */
export function useLift({ places, drop, canMove }: Keys) {
  const [lifted, setLifted] = useState<Lifted | null>(null);

  const carry = (key: string): boolean => {
    if (!lifted || !isMeant(key)) return false;
    setLifted(carried(lifted, key, places.map(placeName)));
    const place = drops(key) ? placeOf(lifted.over) : null;
    if (place) drop(lifted.card, place);
    return key !== 'Tab';
  };
  const lift = (card: BoardCard, at: Place): boolean => {
    if (canMove(card)) setLifted({ card, over: placeName(at) });
    return true;
  };
  const press = (event: KeyboardEvent<HTMLElement>, card: BoardCard, at: Place) => {
    // Keys of a link or menu inside the card are its own.
    if (event.target !== event.currentTarget) return;
    const isOurs = lifted ? carry(event.key) : event.key === ' ' ? lift(card, at) : walk(event);
    if (isOurs) event.preventDefault();
  };

  return { lifted, press, putBack: useCallback(() => setLifted(null), []) };
}

function drops(key: string): boolean {
  return key === ' ' || key === 'Enter';
}

/** Whether a key means something while a card is lifted. */
function isMeant(key: string): boolean {
  return key in steps || drops(key) || key === 'Escape' || key === 'Tab';
}

/** The lifted card after a key: over the next place, or not lifted any more. */
function carried(lifted: Lifted, key: string, names: readonly string[]): Lifted | null {
  const step = steps[key];
  if (step === undefined) return null;
  const over = names[within(names.indexOf(lifted.over) + step, names.length)];
  return { ...lifted, over: over ?? lifted.over };
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

function within(index: number, length: number): number {
  return Math.max(0, Math.min(index, length - 1));
}

/** Arrows walk from card to card: up and down in a column, left and right to the same height of the next one. */
function walk({ key, currentTarget }: KeyboardEvent<HTMLElement>): boolean {
  const columns = [...document.querySelectorAll<HTMLElement>('.board-column')].map((column) => [
    ...column.querySelectorAll<HTMLElement>('.deal-card'),
  ]);
  const at = columns.findIndex((cards) => cards.includes(currentTarget));
  const row = columns[at]?.indexOf(currentTarget) ?? 0;
  const step = steps[key];
  if (step === undefined) return false;
  const isAcross = key === 'ArrowLeft' || key === 'ArrowRight';
  const beside = isAcross ? nextFilled(columns, at, step) : columns[at];
  const target = isAcross ? beside?.[within(row, beside.length)] : beside?.[row + step];
  target?.focus();
  return target !== undefined;
}

function nextFilled(columns: readonly HTMLElement[][], at: number, step: number): HTMLElement[] | undefined {
  for (let index = at + step; index >= 0 && index < columns.length; index += step) {
    if ((columns[index]?.length ?? 0) > 0) return columns[index];
  }
  return undefined;
}
