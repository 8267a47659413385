import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { pages } from './pages.ts';

const sequenceMs = 1200;

/** The keys of the whole app: `g` and a page's letter, `/` to the filters, `?` for the list. Never while someone types. */
export function useKeys(showKeys: () => void): void {
  const navigate = useNavigate();
  const pressedG = useRef(0);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const page =
        Date.now() - pressedG.current < sequenceMs ? pages.find((each) => each.key === event.key) : undefined;
      pressedG.current = event.key === 'g' ? Date.now() : 0;
      if (page) void navigate({ to: page.path, search: ((kept: object) => kept) as never });
      else if (event.key === '?') showKeys();
      else if (event.key === '/') document.querySelector<HTMLElement>('.filter-bar button')?.focus();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [navigate, showKeys]);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName) || target.closest('dialog') !== null
  );
}
