import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useLiveEvents } from '#web/api/live-events.ts';
import { DetailProvider } from '#web/panel/detail-provider.tsx';
import { useText } from '#web/text/use-text.ts';
import { FreshnessNote } from './freshness-note.tsx';
import { SharedBanner } from './shared-banner.tsx';
import { useCurrentPage, useDocumentTitle, useWorkspaceColours } from './use-current-page.ts';
import { useSessionGuard } from './use-session-guard.ts';
import './shell.css';
import './top-bar.css';

/** The frame of a view that was shared: the page and nothing to go to or to change. */
export function SharedShell() {
  const { t } = useText();
  const page = useCurrentPage();
  useLiveEvents();
  useSessionGuard();
  useWorkspaceColours();
  useDocumentTitle();
  return (
    <div className="shell shell-shared">
      <div className="shell-page">
        <SharedBanner />
        <header className="top-bar">
          <h1>{page ? t(page.title) : ''}</h1>
          <div className="top-bar-end">
            <FreshnessNote />
          </div>
        </header>
        <main className="content" id="content" tabIndex={-1}>
          <Suspense fallback={<div className="page-loading" role="status" aria-label={t('panel.loading')} />}>
            <DetailProvider>
              <Outlet />
            </DetailProvider>
          </Suspense>
        </main>
      </div>
    </div>
  );
}
