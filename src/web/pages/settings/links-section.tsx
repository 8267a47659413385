import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMoment } from '#web/numbers/use-moment.ts';
import { pages } from '#web/shell/pages.ts';
import { useText } from '#web/text/use-text.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { AskedContent, SettingsPanel } from './settings-panel.tsx';
import { linksQuery, revokeLink, type ShareLink } from './share-queries.ts';

/** Links to views that work now: one's own, or everybody's. */
export function LinksSection() {
  const { t } = useText();
  const links = useQuery(linksQuery);
  const [revoking, setRevoking] = useState<ShareLink | null>(null);
  return (
    <>
      <SettingsPanel
        id="links"
        title={links.data ? t('share.links.count', { count: links.data.length }) : t('share.links')}
        subtitle={t('share.links.subtitle')}
        busy={links.isPending}
      >
        <AskedContent asked={links} empty={links.data?.length === 0 ? t('share.links.empty') : null}>
          {(all) => <LinksTable links={all} revoke={setRevoking} />}
        </AskedContent>
      </SettingsPanel>
      {revoking && (
        <ConfirmDialog
          title={t('share.revoke.title')}
          what={t('share.revoke.what')}
          verb={t('share.revoke')}
          act={() => revokeLink(revoking.id)}
          onClose={() => setRevoking(null)}
        />
      )}
    </>
  );
}

function LinksTable({ links, revoke }: Readonly<{ links: readonly ShareLink[]; revoke: (link: ShareLink) => void }>) {
  const { t } = useText();
  const moment = useMoment();
  const pageName = usePageName();
  return (
    <table className="table settings-stack" aria-label={t('share.links')}>
      <thead>
        <tr>
          <th scope="col">{t('share.page')}</th>
          <th scope="col">{t('share.note.short')}</th>
          <th scope="col">{t('share.who')}</th>
          <th scope="col">{t('settings.until')}</th>
          <th scope="col">{t('share.views')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('settings.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {links.map((link) => (
          <tr key={link.id}>
            <th scope="row">
              <a href={link.path}>{pageName(link.path)}</a>
            </th>
            <td className="t2">{link.note}</td>
            <td>{link.by}</td>
            <td data-label={t('settings.until')}>{moment(link.expiresAt)}</td>
            <td data-label={t('share.views')}>
              {t('share.views.n', { count: link.views })}
              {link.lastViewedAt && <span className="t3"> · {moment(link.lastViewedAt)}</span>}
            </td>
            <td className="settings-row-actions">
              <button
                type="button"
                className="link"
                aria-label={t('share.revoke_named', { name: pageName(link.path) })}
                onClick={() => revoke(link)}
              >
                {t('share.revoke')}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function usePageName(): (path: string) => string {
  const { t } = useText();
  return (path) => {
    const page = pages.find(
      (each) => path === each.path || path.startsWith(`${each.path}/`) || path.startsWith(`${each.path}?`),
    );
    return page ? t(page.title) : path;
  };
}
