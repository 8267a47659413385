import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { answered, client } from '#web/api/client.ts';
import { FormRefused } from '#web/password/form-refused.tsx';
import { NewPasswordField } from '#web/password/new-password-field.tsx';
import { useText } from '#web/text/use-text.ts';
import { Door } from './door.tsx';

/** Where the link of a reset letter leads: another password, then signing in with it. */
export function ResetPage() {
  const { t } = useText();
  // After the # it stays in this browser: no server's log has it.
  const [token] = useState(() => location.hash.slice(1));
  const [password, setPassword] = useState('');
  const whose = useQuery({
    queryKey: ['reset', token],
    queryFn: ({ signal }) =>
      answered<{ email: string }>(client.POST('/api/v1/password/reset/look', { body: { token }, signal })),
    enabled: token !== '',
    staleTime: 'static',
    retry: false,
  });
  const reset = useMutation({
    mutationFn: () => answered(client.POST('/api/v1/password/reset', { body: { token, password } })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reset.mutate();
  };
  const email = whose.data?.email;
  return (
    <Door title={t('reset.title')}>
      {reset.isSuccess && (
        <p className="sign-in-hint" role="status">
          {t('reset.done')}
        </p>
      )}
      {email && !reset.isSuccess && (
        <>
          <p className="sign-in-hint">{t('reset.what', { email })}</p>
          <form onSubmit={submit}>
            {/* Tells a password manager whose password it is. */}
            <input type="email" autoComplete="username" value={email} readOnly hidden />
            <NewPasswordField label={t('reset.new')} value={password} onChange={setPassword} about={[email]} />
            <FormRefused error={reset.error} />
            <button type="submit" className="button" disabled={reset.isPending}>
              {t('reset.submit')}
            </button>
          </form>
        </>
      )}
      {token === '' ? <p role="alert">{t('reset.no_link')}</p> : <FormRefused error={whose.error} />}
      {whose.isLoading && <p role="status">{t('invitation.looking')}</p>}
      <p className="sign-in-other">
        <Link to="/sign-in">{t('invitation.sign_in')}</Link>
        {(token === '' || whose.isError) && <Link to="/forgot-password">{t('reset.again')}</Link>}
      </p>
    </Door>
  );
}
