import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { pages } from './pages.ts';

const sequenceMs = 1200;

/** The keys of the whole app: `g` and a page's letter, `/` to the filters, `?` for the list. Never while someone types. */
export function useKeys(showKeys: () => void): void {
  const navigate = useNavigate();
  useEffect(() => {
    let pressedG = 0;
    const actionOf = (key: string): (() => void) | undefined => {
      const page = Date.now() - pressedG < sequenceMs ? pages.find((each) => each.key === key) : undefined;
      pressedG = key === 'g' ? Date.now() : 0;
      if (page) return () => void navigate({ to: page.path, search: ((kept: object) => kept) as never });
      return { '?': showKeys, '/': goToFilters }[key];
    };
    const press = (event: KeyboardEvent) => {
      const action = isForUs(event) ? actionOf(event.key) : undefined;
      if (!action) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [navigate, showKeys]);
}

function goToFilters(): void {
  document.querySelector<HTMLElement>('.filter-bar button')?.focus();
}

function isForUs(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return false;
  return !event.target.isContentEditable && event.target.closest('input, textarea, select, dialog, [popover]') === null;
}
