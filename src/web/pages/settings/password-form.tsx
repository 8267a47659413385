import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { maxPasswordLength } from '#shared/password-strength.ts';
import { useMe } from '#web/api/use-me.ts';
import { NewPasswordField } from '#web/password/new-password-field.tsx';
import { useText } from '#web/text/use-text.ts';
import { Refused } from './refused.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { changePassword } from './settings-queries.ts';

const nothing = { current: '', next: '', again: '' };

/** Another password: the current one is asked for, and all other sessions end. */
export function PasswordForm() {
  const { t } = useText();
  const { viewer } = useMe();
  const [typed, setTyped] = useState(nothing);
  const { current, next, again } = typed;
  const differs = again !== '' && next !== again;
  const change = useMutation({
    mutationFn: () => changePassword({ current, next }),
    onSuccess: () => setTyped(nothing),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (next === again) change.mutate();
  };
  const field = (name: keyof typeof nothing, autoComplete: string) => (
    <label>
      {t(`settings.password.${name}`)}
      <input
        type="password"
        required
        autoComplete={autoComplete}
        maxLength={maxPasswordLength}
        aria-invalid={name === 'again' && differs}
        value={typed[name]}
        onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
      />
    </label>
  );
  return (
    <SettingsPanel id="password" title={t('settings.password')} subtitle={t('settings.password.subtitle')}>
      <form className="settings-form settings-narrow" onSubmit={submit}>
        {field('current', 'current-password')}
        <NewPasswordField
          label={t('settings.password.next')}
          value={next}
          onChange={(typedNext) => setTyped({ ...typed, next: typedNext })}
          about={[viewer.email ?? '', viewer.name]}
        />
        {field('again', 'new-password')}
        {differs && <p className="settings-care">{t('settings.password.differs')}</p>}
        <Refused error={change.error} />
        <div className="settings-actions">
          <button type="submit" className="button" disabled={change.isPending || differs}>
            {t(change.isPending ? 'settings.saving' : 'settings.password.change')}
          </button>
          {change.isSuccess && <span role="status">{t('settings.password.done')}</span>}
        </div>
      </form>
    </SettingsPanel>
  );
}
