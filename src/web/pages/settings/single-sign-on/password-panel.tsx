import { useMutation } from '@tanstack/react-query';
import { useText } from '#web/text/use-text.ts';
import { Refused } from '../refused.tsx';
import { SettingsPanel } from '../settings-panel.tsx';
import { type PasswordFor, type SignOn, savePasswordFor } from './sign-on-queries.ts';

/** Who may still come in by a password; never nobody. */
export function PasswordPanel({ signOn }: Readonly<{ signOn: SignOn }>) {
  const { t } = useText();
  const save = useMutation({ mutationFn: (passwordFor: PasswordFor) => savePasswordFor(passwordFor) });
  return (
    <SettingsPanel id="password-for" title={t('sign_on.password')} subtitle={t('sign_on.password.subtitle')}>
      <div className="settings-form settings-medium">
        <fieldset className="settings-choice">
          <legend className="visually-hidden">{t('sign_on.password')}</legend>
          {(['everyone', 'admins'] as const).map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="password-for"
                checked={signOn.passwordFor === each}
                disabled={save.isPending}
                onChange={() => save.mutate(each)}
              />
              {t(`sign_on.password.${each}`)}
            </label>
          ))}
        </fieldset>
        <Refused error={save.error} />
        {save.isSuccess && <span role="status">{t('settings.saved')}</span>}
      </div>
    </SettingsPanel>
  );
}
