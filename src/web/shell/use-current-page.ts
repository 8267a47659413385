import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useMe } from '#web/api/use-me.ts';
import { useText } from '#web/text/use-text.ts';
import { useAppearance } from '#web/theme/appearance.tsx';
import { pages } from './pages.ts';

/** The page of the navigation that is shown; null on an address that has none. */
export function useCurrentPage() {
  const { pathname } = useLocation();
  return pages.find((page) => pathname === page.path || pathname.startsWith(`${page.path}/`)) ?? null;
}

/** Rises and falls in the colours that the workspace chose. */
export function useWorkspaceColours(): void {
  const { colours } = useMe().workspace;
  const { setWorkspaceColours } = useAppearance();
  useEffect(() => setWorkspaceColours(colours === 'green_up' ? 'green_up' : 'red_up'), [colours, setWorkspaceColours]);
}

/** The tab of the browser says which page it is. */
export function useDocumentTitle(): void {
  const page = useCurrentPage();
  const { t } = useText();
  const title = page ? `${t(page.title)} · Salesboard` : 'Salesboard';
  useEffect(() => {
    document.title = title;
  }, [title]);
}
