import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useCallback, useEffect, useState } from 'react';
import { useLiveEvents } from '#web/api/live-events.ts';
import { useMe } from '#web/api/use-me.ts';
import { DetailProvider } from '#web/panel/detail-provider.tsx';
import { useText } from '#web/text/use-text.ts';
import { useAppearance } from '#web/theme/appearance.tsx';
import { TourCard } from '#web/tour/tour-card.tsx';
import { TrialBanner } from '#web/trial/trial-banner.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { Navigation } from './navigation.tsx';
import { pages } from './pages.ts';
import { TopBar } from './top-bar.tsx';
import { useKeys } from './use-keys.ts';
import { useSessionGuard } from './use-session-guard.ts';
import './shell.css';

/** The frame of every page behind sign-in: navigation, top bar with the filters, content. */
export function Shell() {
  const { t } = useText();
  const page = useCurrentPage();
  const [keysShown, setKeysShown] = useState(false);
  const showKeys = useCallback(() => setKeysShown(true), []);
  useKeys(showKeys);
  useLiveEvents();
  useSessionGuard();
  useWorkspaceColours();
  useDocumentTitle();
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('shell.skip')}
      </a>
      <Navigation showKeys={showKeys} />
      <div className="shell-page">
        <TrialBanner />
        <TopBar page={page} />
        <main className="content" id="content" tabIndex={-1}>
          <Suspense fallback={<div className="page-loading" role="status" aria-label={t('panel.loading')} />}>
            <DetailProvider>
              <Outlet />
            </DetailProvider>
          </Suspense>
        </main>
      </div>
      <TourCard />
      {keysShown && <KeysDialog onClose={() => setKeysShown(false)} />}
    </div>
  );
}

/** The page of the navigation that is shown; null on an address that has none. */
function useCurrentPage() {
  const { pathname } = useLocation();
  return pages.find((page) => pathname === page.path || pathname.startsWith(`${page.path}/`)) ?? null;
}

function useWorkspaceColours(): void {
  const { colours } = useMe().workspace;
  const { setWorkspaceColours } = useAppearance();
  useEffect(() => setWorkspaceColours(colours === 'green_up' ? 'green_up' : 'red_up'), [colours, setWorkspaceColours]);
}

function useDocumentTitle(): void {
  const page = useCurrentPage();
  const { t } = useText();
  const title = page ? `${t(page.title)} · Salesboard` : 'Salesboard';
  useEffect(() => {
    document.title = title;
  }, [title]);
}
