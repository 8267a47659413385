import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMoment } from '#web/numbers/use-moment.ts';
import { useText } from '#web/text/use-text.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { KeyDialog } from './key-dialog.tsx';
import { AskedContent, SettingsPanel } from './settings-panel.tsx';
import { apiKeysQuery, revokeKey } from './settings-queries.ts';
import type { ApiKey } from './settings-types.ts';
import { usePlaceWords } from './use-place-words.ts';

/** Keys for programs: each has a role and a data scope, as a member has. */
export function KeysSection() {
  const { t } = useText();
  const keys = useQuery(apiKeysQuery);
  const [isMaking, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const working = keys.data?.filter(({ revokedAt }) => revokedAt === null).length;
  return (
    <>
      <SettingsPanel
        id="keys"
        title={working === undefined ? t('settings.keys') : t('settings.keys.count', { count: working })}
        subtitle={t('settings.keys.subtitle')}
        busy={keys.isPending}
        tools={
          <button type="button" className="button" onClick={() => setMaking(true)}>
            {t('settings.keys.make')}
          </button>
        }
      >
        <AskedContent asked={keys} empty={keys.data?.length === 0 ? t('settings.keys.empty') : null}>
          {(all) => <KeysTable keys={all} revoke={setRevoking} />}
        </AskedContent>
      </SettingsPanel>
      {isMaking && <KeyDialog onClose={() => setMaking(false)} />}
      {revoking && (
        <ConfirmDialog
          title={t('settings.keys.revoke.title', { name: revoking.name })}
          what={t('settings.keys.revoke.what')}
          verb={t('settings.revoke')}
          act={() => revokeKey(revoking.id)}
          onClose={() => setRevoking(null)}
        />
      )}
    </>
  );
}

function KeysTable({ keys, revoke }: Readonly<{ keys: readonly ApiKey[]; revoke: (key: ApiKey) => void }>) {
  const { t } = useText();
  const { roleName, scopeName } = usePlaceWords();
  const moment = useMoment();
  return (
    <table className="table settings-stack" aria-label={t('settings.keys')}>
      <thead>
        <tr>
          <th scope="col">{t('settings.name')}</th>
          <th scope="col">{t('settings.role')}</th>
          <th scope="col">{t('settings.scope')}</th>
          <th scope="col">{t('settings.made')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('settings.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.id}>
            <th scope="row" className={key.revokedAt ? 't3' : undefined}>
              {key.name}
            </th>
            <td>{roleName(key.role)}</td>
            <td>{scopeName(key.dataScope)}</td>
            <td data-label={t('settings.made')}>{moment(key.createdAt)}</td>
            <td className="settings-row-actions">
              {key.revokedAt ? (
                <span className="t3">{t('settings.revoked', { when: moment(key.revokedAt) })}</span>
              ) : (
                <button
                  type="button"
                  className="link"
                  aria-label={t('settings.revoke_named', { name: key.name })}
                  onClick={() => revoke(key)}
                >
                  {t('settings.revoke')}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
