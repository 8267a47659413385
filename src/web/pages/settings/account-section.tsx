import { useMutation, useQuery } from '@tanstack/react-query';
import { useMe } from '#web/api/use-me.ts';
import { useMoment } from '#web/numbers/use-moment.ts';
import { useRoleName } from '#web/shell/use-role-name.ts';
import { useText } from '#web/text/use-text.ts';
import { browserName } from './browser-name.ts';
import { PasswordForm } from './password-form.tsx';
import { Refused } from './refused.tsx';
import { SecurityPanel } from './security-panel.tsx';
import { AskedContent, SettingsPanel } from './settings-panel.tsx';
import { endSession, rolesQuery, sessionsQuery } from './settings-queries.ts';
import type { Session } from './settings-types.ts';

/** One's own account: what one may do, the password, where one is signed in. */
export function AccountSection() {
  const { t, say } = useText();
  const { viewer } = useMe();
  const roleName = useRoleName();
  const table = useQuery(rolesQuery).data;
  const mine = table?.permissions.filter(({ name }) => viewer.permissions.includes(name)) ?? [];
  return (
    <>
      <SettingsPanel
        id="account"
        title={t('settings.account.title', { name: viewer.name, role: roleName(viewer.role, viewer.roleName) })}
        subtitle={[viewer.email, t(viewer.seesAll ? 'settings.account.all' : 'settings.account.some')]
          .filter(Boolean)
          .join(' · ')}
      >
        {mine.length > 0 && (
          <p className="settings-mine">
            {t('settings.account.may', { what: mine.map(({ words }) => say(words)).join(t('settings.and')) })}
          </p>
        )}
      </SettingsPanel>
      <SecurityPanel />
      <PasswordForm />
      <Sessions />
    </>
  );
}

function Sessions() {
  const { t } = useText();
  const sessions = useQuery(sessionsQuery);
  const end = useMutation({ mutationFn: endSession });
  return (
    <SettingsPanel
      id="sessions"
      title={sessions.data ? t('settings.sessions.count', { count: sessions.data.length }) : t('settings.sessions')}
      subtitle={t('settings.sessions.subtitle')}
      busy={sessions.isPending}
    >
      <AskedContent asked={sessions}>
        {(all) => <SessionsTable sessions={all} isEnding={end.isPending} end={(id) => end.mutate(id)} />}
      </AskedContent>
      <Refused error={end.error} />
    </SettingsPanel>
  );
}

type TableProps = Readonly<{ sessions: readonly Session[]; isEnding: boolean; end: (id: string) => void }>;

function SessionsTable({ sessions, isEnding, end }: TableProps) {
  const { t } = useText();
  const moment = useMoment();
  return (
    <table className="table settings-stack settings-medium" aria-label={t('settings.sessions')}>
      <thead>
        <tr>
          <th scope="col">{t('settings.browser')}</th>
          <th scope="col">{t('settings.since')}</th>
          <th scope="col">{t('settings.until')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('settings.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <tr key={session.id}>
            <th scope="row" title={session.userAgent ?? undefined}>
              {browserName(session.userAgent) ?? t('settings.browser.unknown')}
            </th>
            <td data-label={t('settings.since')}>{moment(session.createdAt)}</td>
            <td data-label={t('settings.until')}>{moment(session.expiresAt)}</td>
            <td className="settings-row-actions">
              {session.isCurrent ? (
                <span className="t3">{t('settings.here')}</span>
              ) : (
                <button type="button" className="link" disabled={isEnding} onClick={() => end(session.id)}>
                  {t('settings.end')}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
