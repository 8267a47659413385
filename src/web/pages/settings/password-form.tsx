import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useText } from '#web/text/use-text.ts';
import { Refused } from './refused.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { changePassword } from './settings-queries.ts';

const nothing = { current: '', next: '', again: '' };
const shortest = 10;
const longest = 128;

/** Another password: the current one is asked for, and all other sessions end. */
export function PasswordForm() {
  const { t } = useText();
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
  const field = (name: keyof typeof nothing, autoComplete: string, minLength?: number) => (
    <label>
      {t(`settings.password.${name}`)}
      <input
        type="password"
        required
        autoComplete={autoComplete}
        minLength={minLength}
        maxLength={longest}
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
        <div className="settings-pair">
          {field('next', 'new-password', shortest)}
          {field('again', 'new-password', shortest)}
        </div>
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
