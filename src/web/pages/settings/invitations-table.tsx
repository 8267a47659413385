import { useState } from 'react';
import { useMoment } from '#web/numbers/use-moment.ts';
import { useText } from '#web/text/use-text.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { revokeInvitation } from './settings-queries.ts';
import type { Invitation } from './settings-types.ts';
import { usePlaceWords } from './use-place-words.ts';

/** Invitations that nobody has used yet. */
export function InvitationsTable({ invitations }: Readonly<{ invitations: readonly Invitation[] }>) {
  const { t } = useText();
  const { roleName, scopeName } = usePlaceWords();
  const moment = useMoment();
  const [revoking, setRevoking] = useState<Invitation | null>(null);
  return (
    <>
      <table className="table settings-stack" aria-label={t('settings.invitations')}>
        <thead>
          <tr>
            <th scope="col">{t('settings.email')}</th>
            <th scope="col">{t('settings.role')}</th>
            <th scope="col">{t('settings.scope')}</th>
            <th scope="col">{t('settings.until')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('settings.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {invitations.map((each) => (
            <tr key={each.id}>
              <th scope="row">{each.email}</th>
              <td>{roleName(each.role)}</td>
              <td>{scopeName(each.dataScope)}</td>
              <td data-label={t('settings.until')}>{moment(each.expiresAt)}</td>
              <td className="settings-row-actions">
                <button
                  type="button"
                  className="link"
                  aria-label={t('settings.revoke_named', { name: each.email })}
                  onClick={() => setRevoking(each)}
                >
                  {t('settings.revoke')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {revoking && (
        <ConfirmDialog
          title={t('settings.revoke_invitation.title', { email: revoking.email })}
          what={t('settings.revoke_invitation.what')}
          verb={t('settings.revoke')}
          act={() => revokeInvitation(revoking.id)}
          onClose={() => setRevoking(null)}
        />
      )}
    </>
  );
}
