import type { KeyboardEvent } from 'react';

/** Arrow keys walk through the `data-item`s of a list or menu, Home and End go to its ends. */
export function walkWithArrows(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-item]:not([disabled])')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const target = targetOf(event, items, at);
  if (!target) return;
  event.preventDefault();
  target.focus();
}

function targetOf(
  { key, target }: KeyboardEvent<HTMLElement>,
  items: readonly HTMLElement[],
  at: number,
): HTMLElement | undefined {
  if (target instanceof HTMLInputElement && (key === 'Home' || key === 'End' || target.type === 'date'))
    return undefined;
  const next: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? -1 : at - 1,
    Home: 0,
    End: -1,
  };
  const index = next[key];
  return index === undefined ? undefined : items.at(index % Math.max(items.length, 1));
}
