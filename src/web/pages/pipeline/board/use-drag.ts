import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { BoardCard } from './board-api.ts';
import { type Place, placeOf } from './place.ts';

/** A card held by the mouse: where it is, how wide, and over what place. */
export type Held = Readonly<{ card: BoardCard; x: number; y: number; width: number; over: string | null }>;

type Start = Readonly<{ card: BoardCard; x: number; y: number; box: DOMRect }>;

const startsAfterPx = 5;
const edgePx = 56;

/**
 * Dragging by mouse or pen. A finger scrolls instead, and moves cards by their menu. A press becomes a drag after a few pixels, so
 * that links in a card stay links.
 */
export function useDrag(drop: (card: BoardCard, place: Place) => void) {
  const [held, setHeld] = useState<Held | null>(null);
  const start = useRef<Start | null>(null);
  const isHeld = held !== null;

  const press = useCallback((event: ReactPointerEvent<HTMLElement>, card: BoardCard) => {
    const isControl = event.target instanceof Element && event.target.closest('button, [popover]') !== null;
    if (event.button !== 0 || event.pointerType === 'touch' || isControl) return;
    start.current = { card, x: event.clientX, y: event.clientY, box: event.currentTarget.getBoundingClientRect() };
  }, []);

  useEffect(() => {
    const end = () => {
      start.current = null;
      setHeld(null);
    };
    const move = (event: PointerEvent) => {
      const from = start.current;
      if (!from) return;
      const dx = event.clientX - from.x;
      const dy = event.clientY - from.y;
      if (!isHeld && Math.hypot(dx, dy) < startsAfterPx) return;
      scrollNearEdge(event.clientX);
      const over = dropUnder(event.clientX, event.clientY);
      setHeld({ card: from.card, x: from.box.left + dx, y: from.box.top + dy, width: from.box.width, over });
    };
    const release = (event: PointerEvent) => {
      const from = start.current;
      if (from && isHeld) {
        swallowClick();
        const place = placeOf(dropUnder(event.clientX, event.clientY) ?? undefined);
        if (place) drop(from.card, place);
      }
      end();
    };
    const cancel = (event: KeyboardEvent) => {
      if (event.key === 'Escape') end();
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', release);
    addEventListener('pointercancel', end);
    addEventListener('keydown', cancel);
    return () => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', release);
      removeEventListener('pointercancel', end);
      removeEventListener('keydown', cancel);
    };
  }, [isHeld, drop]);

  return { held, press };
}

function dropUnder(x: number, y: number): string | null {
  const place = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop]');
  return place?.dataset.drop ?? null;
}

function scrollNearEdge(x: number): void {
  const strip = document.querySelector<HTMLElement>('.board-columns');
  const box = strip?.getBoundingClientRect();
  if (!strip || !box) return;
  if (x < box.left + edgePx) strip.scrollLeft -= 14;
  if (x > box.right - edgePx) strip.scrollLeft += 14;
}

/** TRAP: letting go over the link that was grabbed would follow it. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0);
}
