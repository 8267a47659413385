import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import { Refused } from '../refused.tsx';
import { ConnectionFields } from './connection-fields.tsx';
import { DefaultPlaceFields } from './default-place-fields.tsx';
import { GroupFields } from './group-fields.tsx';
import { type Draft, draftOf, writtenOf } from './provider-draft.ts';
import { type Checked, type ProviderKind, type SignOn, saveProvider, testProvider } from './sign-on-queries.ts';

type Props = Readonly<{ kind: ProviderKind; signOn: SignOn; onClose: () => void }>;

/** Sets a provider up; it can be tried before it is kept. */
export function ProviderDialog({ kind, signOn, onClose }: Props) {
  const { t } = useText();
  const stored = signOn.providers.find((each) => each.kind === kind);
  const [draft, setDraft] = useState<Draft>(() => draftOf(kind, signOn));
  const save = useMutation({ mutationFn: () => saveProvider(kind, writtenOf(draft)), onSuccess: onClose });
  const trial = useMutation({ mutationFn: () => testProvider(kind, writtenOf(draft)) });
  const change = (changed: Partial<Draft>) => {
    save.reset();
    trial.reset();
    setDraft({ ...draft, ...changed });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Dialog title={t(`sign_on.kind.${kind}`)} place="right" onClose={onClose}>
      <form className="settings-form sign-on-form" onSubmit={submit}>
        <ConnectionFields kind={kind} draft={draft} hasSecret={stored?.hasSecret ?? false} change={change} />
        {kind === 'oidc' && draft.groupsClaim !== null && (
          <GroupFields groups={draft.groups} change={(groups) => change({ groups })} />
        )}
        <DefaultPlaceFields kind={kind} draft={draft} change={change} />
        <label className="sign-on-check">
          <input
            type="checkbox"
            checked={draft.isEnabled}
            onChange={(event) => change({ isEnabled: event.target.checked })}
          />
          {t('sign_on.form.enabled')}
        </label>
        <Refused error={save.error ?? trial.error} />
        {trial.data && <Findings checked={trial.data} />}
        <div className="settings-actions">
          <button type="submit" className="button" disabled={save.isPending}>
            {t(save.isPending ? 'settings.saving' : 'settings.save')}
          </button>
          <button
            type="button"
            className="button button-plain"
            disabled={trial.isPending}
            onClick={(event) => {
              if (event.currentTarget.form?.reportValidity()) trial.mutate();
            }}
          >
            {t(trial.isPending ? 'sign_on.testing' : 'sign_on.test')}
          </button>
          <button type="button" className="button button-plain" onClick={onClose}>
            {t('settings.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Findings({ checked }: Readonly<{ checked: Checked }>) {
  const { t, say } = useText();
  return (
    <div role="status" className="sign-on-findings">
      <p>{t('sign_on.test.works')}</p>
      <ul>
        {checked.facts.map((fact) => (
          <li key={fact.en}>{say(fact)}</li>
        ))}
      </ul>
      {checked.warnings.map((warning) => (
        <p key={warning.en} className="settings-care">
          {say(warning)}
        </p>
      ))}
    </div>
  );
}
