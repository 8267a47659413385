import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { answered, client } from '#web/api/client.ts';
import { FormRefused } from '#web/password/form-refused.tsx';
import { useText } from '#web/text/use-text.ts';
import { Door } from './door.tsx';

/** A forgotten password: asks for a letter with a link, or says who else can help. */
export function ForgotPage() {
  const { t } = useText();
  const [email, setEmail] = useState('');
  const canMail = useQuery({
    queryKey: ['forgotten'],
    queryFn: ({ signal }) => answered<{ byMail: boolean }>(client.GET('/api/v1/password/forgotten', { signal })),
    staleTime: 'static',
  }).data?.byMail;
  const ask = useMutation({
    mutationFn: () => answered(client.POST('/api/v1/password/forgotten', { body: { email } })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <Door title={t('forgot.title')}>
      {canMail === false && <p className="sign-in-hint">{t('forgot.no_mail')}</p>}
      {ask.isSuccess && (
        <p className="sign-in-hint" role="status">
          {t('forgot.sent', { email })}
        </p>
      )}
      {canMail === true && !ask.isSuccess && (
        <>
          <p className="sign-in-hint">{t('forgot.what')}</p>
          <form onSubmit={submit}>
            <label>
              {t('sign_in.email')}
              <input
                type="email"
                name="email"
                autoComplete="username"
                required
                maxLength={254}
                value={email}
                onChange={(event) => setEmail(event.target.value)}
              />
            </label>
            <FormRefused error={ask.error} />
            <button type="submit" className="button" disabled={ask.isPending}>
              {t('forgot.send')}
            </button>
          </form>
        </>
      )}
      <p className="sign-in-other">
        <Link to="/sign-in">{t('invitation.sign_in')}</Link>
      </p>
    </Door>
  );
}
