import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { request } from '#web/api/request.ts';
import { CodeField } from '#web/password/code-field.tsx';
import { FormRefused } from '#web/password/form-refused.tsx';
import { useText } from '#web/text/use-text.ts';

type Props = Readonly<{ account: string; done: () => void; back: () => void }>;

/** The second step of signing in: a code from the authenticator, or a recovery code. */
export function SecondStep({ account, done, back }: Props) {
  const { t } = useText();
  const [byRecovery, setByRecovery] = useState(false);
  const [typed, setTyped] = useState('');
  const send = useMutation({
    mutationFn: () =>
      request('/api/v1/sign-in/second-step', { body: byRecovery ? { recoveryCode: typed } : { code: typed } }),
    onSuccess: done,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  const change = () => {
    setByRecovery(!byRecovery);
    setTyped('');
    send.reset();
  };
  return (
    <>
      <p className="sign-in-hint">{t(byRecovery ? 'second_step.recovery.what' : 'second_step.what', { account })}</p>
      <form onSubmit={submit}>
        {byRecovery ? (
          <label>
            {t('second_step.recovery')}
            <input
              name="recovery-code"
              required
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={40}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </label>
        ) : (
          <CodeField label={t('second_step.code')} value={typed} onChange={setTyped} />
        )}
        <FormRefused error={send.error} />
        <button type="submit" className="button" disabled={send.isPending}>
          {t(send.isPending ? 'sign_in.submitting' : 'sign_in.submit')}
        </button>
      </form>
      <p className="sign-in-other">
        <button type="button" className="link" onClick={change}>
          {t(byRecovery ? 'second_step.by_code' : 'second_step.by_recovery')}
        </button>
        <button type="button" className="link" onClick={back}>
          {t('second_step.back')}
        </button>
      </p>
    </>
  );
}
