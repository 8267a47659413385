import { useId, useState } from 'react';
import { maxPasswordLength, minPasswordLength, weaknessWords } from '#shared/password-strength.ts';
import { useText } from '#web/text/use-text.ts';
import { usePasswordStrength } from './use-password-strength.ts';
import './password.css';

type Props = Readonly<{
  label: string;
  value: string;
  onChange: (typed: string) => void;
  /** E-mail and name of whose password it is: they are no part of a good one. */
  about: readonly string[];
}>;

const levels = [0, 1, 2, 3] as const;

/** A field for a password that is being chosen, with how strong it is and why it would be refused; the server has the last word. */
export function NewPasswordField({ label, value, onChange, about }: Props) {
  const { t, say } = useText();
  const id = useId();
  const [isShown, setShown] = useState(false);
  const strength = usePasswordStrength(value, about);
  const level = strength?.weakness ? Math.min(strength.score, 2) : (strength?.score ?? 0);
  const words =
    strength && (strength.weakness ? say(weaknessWords[strength.weakness]) : t(strengthWord(strength.score)));
  return (
    <div className="new-password">
      <label htmlFor={id}>{label}</label>
      <div className="new-password-box">
        <input
          id={id}
          type={isShown ? 'text' : 'password'}
          name="new-password"
          required
          autoComplete="new-password"
          autoCapitalize="none"
          spellCheck={false}
          minLength={minPasswordLength}
          maxLength={maxPasswordLength}
          aria-describedby={`${id}-strength`}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        <button type="button" className="link" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {t(isShown ? 'password.hide' : 'password.show')}
        </button>
      </div>
      <div className="new-password-meter" data-level={value === '' ? 0 : level} aria-hidden="true">
        {levels.map((each) => (
          <span key={each} data-on={value !== '' && each < level} />
        ))}
      </div>
      <p id={`${id}-strength`} className={strength?.weakness ? 'new-password-weak' : undefined} aria-live="polite">
        {value === '' ? t('password.hint') : words}
      </p>
    </div>
  );
}

function strengthWord(score: number) {
  return score >= 4 ? 'password.strong' : 'password.good';
}
