import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useText } from '#web/text/use-text.ts';
import { CodeField } from './code-field.tsx';
import { beginFactor, confirmFactor } from './factor-queries.ts';
import { FormRefused } from './form-refused.tsx';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import './set-up-factor.css';

type Props = Readonly<{
  email: string;
  /** When the recovery codes are put away. */
  done: () => void;
  /** Beside the buttons: a way out, where there is one. */
  cancel?: (() => void) | undefined;
}>;

type Step = Readonly<
  { at: 'password' } | { at: 'code'; secret: string; uri: string } | { at: 'codes'; codes: readonly string[] }
>;

/** Sets up an authenticator in three steps: password, a code from the app, recovery codes. */
export function SetUpFactor({ email, done, cancel }: Props) {
  const [step, setStep] = useState<Step>({ at: 'password' });
  if (step.at === 'password')
    return <AskPassword email={email} cancel={cancel} next={(made) => setStep({ at: 'code', ...made })} />;
  if (step.at === 'code')
    return (
      <Confirm secret={step.secret} uri={step.uri} cancel={cancel} next={(codes) => setStep({ at: 'codes', codes })} />
    );
  return <PutAway codes={step.codes} email={email} done={done} />;
}

type Cancel = Pick<Props, 'cancel'>;

function AskPassword({
  email,
  cancel,
  next,
}: Cancel & Readonly<{ email: string; next: (made: { secret: string; uri: string }) => void }>) {
  const { t } = useText();
  const [password, setPassword] = useState('');
  const begin = useMutation({ mutationFn: () => beginFactor(password), onSuccess: next });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate();
  };
  return (
    <form className="set-up-factor" onSubmit={submit}>
      <p>{t('factor.set_up.what')}</p>
      {/* Tells a password manager whose password it is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <label>
        {t('settings.password.current')}
        <input
          type="password"
          required
          maxLength={128}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      <FormRefused error={begin.error} />
      <Actions verb={t('factor.next')} isBusy={begin.isPending} cancel={cancel} />
    </form>
  );
}

function Confirm({
  secret,
  uri,
  cancel,
  next,
}: Cancel & Readonly<{ secret: string; uri: string; next: (codes: readonly string[]) => void }>) {
  const { t } = useText();
  const [code, setCode] = useState('');
  const confirm = useMutation({ mutationFn: () => confirmFactor(code), onSuccess: next });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <form className="set-up-factor" onSubmit={submit}>
      <p>{t('factor.scan')}</p>
      <QrCode text={uri} />
      <div className="set-up-factor-secret">
        <span>{t('factor.secret')}</span>
        <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </div>
      <CodeField label={t('factor.first_code')} value={code} onChange={setCode} />
      <FormRefused error={confirm.error} />
      <Actions verb={t('factor.switch_on')} isBusy={confirm.isPending} cancel={cancel} />
    </form>
  );
}

function PutAway({ codes, email, done }: Readonly<{ codes: readonly string[]; email: string; done: () => void }>) {
  const { t } = useText();
  const [isKept, setKept] = useState(false);
  return (
    <div className="set-up-factor">
      <p role="status">{t('factor.is_on')}</p>
      <RecoveryCodes codes={codes} account={email} />
      <label className="set-up-factor-kept">
        <input type="checkbox" checked={isKept} onChange={(event) => setKept(event.target.checked)} />
        {t('factor.codes.kept')}
      </label>
      <div className="set-up-factor-actions">
        <button type="button" className="button" disabled={!isKept} onClick={done}>
          {t('factor.done')}
        </button>
      </div>
    </div>
  );
}

function Actions({ verb, isBusy, cancel }: Cancel & Readonly<{ verb: string; isBusy: boolean }>) {
  const { t } = useText();
  return (
    <div className="set-up-factor-actions">
      <button type="submit" className="button" disabled={isBusy}>
        {verb}
      </button>
      {cancel && (
        <button type="button" className="button button-plain" onClick={cancel}>
          {t('settings.cancel')}
        </button>
      )}
    </div>
  );
}
