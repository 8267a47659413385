import { useLayoutEffect } from 'react';

type Placing = Readonly<{
  anchor: () => Element | null;
  panel: () => HTMLElement | null;
  isOpen: boolean;
  /** Which edges are aligned. */
  align: 'start' | 'end';
}>;

const gap = 7;
const margin = 12;

/** Keeps an open popover under its anchor, above it where there is no room, and always inside the window. */
export function usePlace({ anchor, panel, isOpen, align }: Placing): void {
  // The anchor and the panel are read when the place is computed; a new function each time is no new place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useLayoutEffect(() => {
    if (!isOpen) return;
    const place = () => placePanel(anchor(), panel(), align);
    place();
    const sizes = new ResizeObserver(place);
    const observed = panel();
    if (observed) sizes.observe(observed);
    addEventListener('scroll', place, { capture: true, passive: true });
    addEventListener('resize', place);
    return () => {
      sizes.disconnect();
      removeEventListener('scroll', place, { capture: true });
      removeEventListener('resize', place);
    };
  }, [isOpen, align]);
}

function placePanel(anchor: Element | null, panel: HTMLElement | null, align: 'start' | 'end'): void {
  if (!anchor || !panel) return;
  const at = anchor.getBoundingClientRect();
  const { offsetWidth, offsetHeight, style } = panel;
  const left = within(align === 'end' ? at.right - offsetWidth : at.left, innerWidthOf() - offsetWidth);
  const below = at.bottom + gap;
  const isBelow = below + offsetHeight <= innerHeight - margin || at.top < offsetHeight + gap;
  style.setProperty('--left', `${left}px`);
  // With no room on either side it may cover its anchor, but it is never cut off.
  const lowest = Math.max(margin, innerHeight - margin - offsetHeight);
  style.setProperty('--top', `${isBelow ? Math.min(below, lowest) : at.top - gap - offsetHeight}px`);
  style.setProperty('--arrow-left', `${at.left + Math.min(at.width / 2, 32) - left}px`);
  panel.dataset.side = isBelow ? 'below' : 'above';
}

function within(wanted: number, most: number): number {
  return Math.max(margin, Math.min(wanted, most - margin));
}

function innerWidthOf(): number {
  return document.documentElement.clientWidth;
}
