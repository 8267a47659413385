import { useText } from '#web/text/use-text.ts';
import type { Draft } from './provider-draft.ts';
import type { ProviderKind } from './sign-on-queries.ts';
import { TextField } from './text-field.tsx';

type Props = Readonly<{
  kind: ProviderKind;
  draft: Draft;
  hasSecret: boolean;
  change: (changed: Partial<Draft>) => void;
}>;

/** How the provider is reached, in the words that each of them uses. */
export function ConnectionFields({ kind, draft, hasSecret, change }: Props) {
  const { t } = useText();
  const secretNote = t(hasSecret ? 'sign_on.form.secret.kept' : 'sign_on.form.secret.new');
  return (
    <>
      {kind === 'oidc' ? (
        <TextField
          label={t('sign_on.form.issuer')}
          note={t('sign_on.form.issuer.note')}
          type="url"
          required
          value={draft.address}
          change={(address) => change({ address })}
        />
      ) : (
        <CompanyFields kind={kind} draft={draft} change={change} />
      )}
      <div className="settings-pair">
        {kind !== 'wecom' && (
          <TextField
            label={t(`sign_on.form.client.${kind}`)}
            required
            value={draft.client}
            change={(client) => change({ client: client ?? '' })}
          />
        )}
        <TextField
          label={t(`sign_on.form.secret.${kind}`)}
          note={secretNote}
          type="password"
          required={!hasSecret && kind !== 'oidc'}
          value={draft.secret}
          change={(secret) => change({ secret: secret ?? '' })}
        />
      </div>
      {kind === 'oidc' && <ScopeFields draft={draft} change={change} />}
      <TextField
        label={t('sign_on.form.label')}
        note={t('sign_on.form.label.note', { name: t(`sign_on.kind.${kind}`) })}
        maxLength={40}
        value={draft.label}
        change={(label) => change({ label })}
      />
      {kind !== 'oidc' && (
        <TextField
          label={t('sign_on.form.address')}
          note={t('sign_on.form.address.note')}
          type="url"
          value={draft.address}
          change={(address) => change({ address })}
        />
      )}
    </>
  );
}

type CompanyProps = Pick<Props, 'draft' | 'change'> & Readonly<{ kind: Exclude<ProviderKind, 'oidc'> }>;

function CompanyFields({ kind, draft, change }: CompanyProps) {
  const { t } = useText();
  return (
    <div className="settings-pair">
      <TextField
        label={t(`sign_on.form.corp.${kind}`)}
        note={t('sign_on.form.corp.note')}
        required
        value={draft.corp}
        change={(corp) => change({ corp })}
      />
      {kind === 'wecom' && (
        <TextField label={t('sign_on.form.agent')} required value={draft.agent} change={(agent) => change({ agent })} />
      )}
    </div>
  );
}

function ScopeFields({ draft, change }: Pick<Props, 'draft' | 'change'>) {
  const { t } = useText();
  return (
    <div className="settings-pair">
      <TextField
        label={t('sign_on.form.scopes')}
        note={t('sign_on.form.scopes.note')}
        value={draft.scopes}
        change={(scopes) => change({ scopes: scopes ?? '' })}
      />
      <TextField
        label={t('sign_on.form.groups_claim')}
        note={t('sign_on.form.groups_claim.note')}
        value={draft.groupsClaim}
        change={(groupsClaim) => change({ groupsClaim })}
      />
    </div>
  );
}
