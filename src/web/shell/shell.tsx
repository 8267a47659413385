import { Outlet } from '@tanstack/react-router';
import { Suspense, useCallback, useState } from 'react';
import { useLiveEvents } from '#web/api/live-events.ts';
import { DetailProvider } from '#web/panel/detail-provider.tsx';
import { useText } from '#web/text/use-text.ts';
import { TourCard } from '#web/tour/tour-card.tsx';
import { TrialBanner } from '#web/trial/trial-banner.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { Navigation } from './navigation.tsx';
import { TopBar } from './top-bar.tsx';
import { useCurrentPage, useDocumentTitle, useWorkspaceColours } from './use-current-page.ts';
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
