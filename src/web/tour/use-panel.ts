import { useEffect, useState } from 'react';

const lookAgainMs = 300;

/**
 * Points at a panel of the page and reads its title, which is what the page itself says; null until the page has its figures. The
 * panel comes and goes with the page, so it is looked for again and again.
 */
export function usePanel(id: string | undefined): string | null {
  const [read, setRead] = useState<{ id: string; said: string | null } | null>(null);
  useEffect(() => {
    if (id === undefined) return;
    let pointedAt: HTMLElement | null = null;
    const look = () => {
      const panel = document.getElementById(id);
      const title =
        panel?.getAttribute('aria-busy') === 'true' ? '' : document.getElementById(`${id}-title`)?.textContent;
      setRead({ id, said: title?.trim() || null });
      if (!title || panel === pointedAt) return;
      unpoint(pointedAt);
      pointedAt = panel;
      panel?.setAttribute('data-tour', 'here');
      panel?.scrollIntoView({ block: 'start' });
    };
    look();
    const timer = setInterval(look, lookAgainMs);
    return () => {
      clearInterval(timer);
      unpoint(pointedAt);
    };
  }, [id]);
  // What was read at the step before is nothing of this one.
  return read?.id === id ? (read?.said ?? null) : null;
}

function unpoint(panel: HTMLElement | null): void {
  panel?.removeAttribute('data-tour');
}
