import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#web/text/use-text.ts';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { CopyField } from '../copy-field.tsx';
import { AskedContent, SettingsPanel } from '../settings-panel.tsx';
import { ColleaguesPanel } from './colleagues-panel.tsx';
import { LinksPanel } from './links-panel.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { ProviderDialog } from './provider-dialog.tsx';
import { type ProviderKind, providerKinds, removeProvider, type SignOn, signOnQuery } from './sign-on-queries.ts';
import './sign-on.css';

type Doing = Readonly<{ what: 'change' | 'remove'; kind: ProviderKind }>;

/** Signing in by other providers: which ones, who may still use a password, who is who. */
export function SignOnSection() {
  const { t } = useText();
  const asked = useQuery(signOnQuery);
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  return (
    <>
      <SettingsPanel
        id="providers"
        title={t('sign_on.providers')}
        subtitle={t('sign_on.providers.subtitle')}
        busy={asked.isPending}
      >
        <AskedContent asked={asked}>
          {(signOn) => (
            <>
              <ProvidersTable signOn={signOn} act={setDoing} />
              <div className="sign-on-addresses">
                <CopyField
                  label={t('sign_on.return')}
                  note={t('sign_on.return.note')}
                  value={signOn.redirectUri}
                  isSecret={false}
                />
                <CopyField
                  label={t('sign_on.page')}
                  note={t('sign_on.page.note')}
                  value={signOn.signInUrl}
                  isSecret={false}
                />
              </div>
            </>
          )}
        </AskedContent>
      </SettingsPanel>
      {asked.data && <PasswordPanel signOn={asked.data} />}
      {asked.data && <LinksPanel kinds={asked.data.providers.map(({ kind }) => kind)} />}
      <ColleaguesPanel />
      {doing?.what === 'change' && asked.data && (
        <ProviderDialog kind={doing.kind} signOn={asked.data} onClose={close} />
      )}
      {doing?.what === 'remove' && (
        <ConfirmDialog
          title={t('sign_on.remove.title', { name: t(`sign_on.kind.${doing.kind}`) })}
          what={t('sign_on.remove.what')}
          verb={t('sign_on.colleagues.remove')}
          act={() => removeProvider(doing.kind)}
          onClose={close}
        />
      )}
    </>
  );
}

function ProvidersTable({ signOn, act }: Readonly<{ signOn: SignOn; act: (doing: Doing) => void }>) {
  const { t } = useText();
  return (
    <table className="table settings-stack settings-medium" aria-label={t('sign_on.providers')}>
      <thead>
        <tr>
          <th scope="col">{t('sign_on.links.provider')}</th>
          <th scope="col">{t('sign_on.state')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('settings.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {providerKinds.map((kind) => (
          <ProviderRow key={kind} kind={kind} signOn={signOn} act={(what) => act({ what, kind })} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = Readonly<{ kind: ProviderKind; signOn: SignOn; act: (what: Doing['what']) => void }>;

function ProviderRow({ kind, signOn, act }: RowProps) {
  const { t } = useText();
  const provider = signOn.providers.find((each) => each.kind === kind);
  const name = t(`sign_on.kind.${kind}`);
  return (
    <tr>
      <th scope="row">
        {name} <span className="sign-on-what">{t(`sign_on.kind.${kind}.what`)}</span>
      </th>
      <td className={provider?.isEnabled ? undefined : 't3'}>
        {t(provider ? (provider.isEnabled ? 'sign_on.on' : 'sign_on.off') : 'sign_on.unset')}
      </td>
      <td className="settings-row-actions">
        <button
          type="button"
          className="link"
          aria-label={t(provider ? 'settings.change_named' : 'sign_on.set_up_named', { name })}
          onClick={() => act('change')}
        >
          {t(provider ? 'settings.change' : 'sign_on.set_up')}
        </button>
        {provider && (
          <button
            type="button"
            className="link"
            aria-label={t('sign_on.colleagues.remove_named', { name })}
            onClick={() => act('remove')}
          >
            {t('sign_on.colleagues.remove')}
          </button>
        )}
      </td>
    </tr>
  );
}
