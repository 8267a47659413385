import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answered, client } from '#web/api/client.ts';
import { FormRefused } from '#web/password/form-refused.tsx';
import { useText } from '#web/text/use-text.ts';
import { Door } from './door.tsx';

/** Where the link of a verification letter leads. A press confirms, for mail programs open links by themselves. */
export function VerifyPage() {
  const { t } = useText();
  // After the # it stays in this browser: no server's log has it.
  const [token] = useState(() => location.hash.slice(1));
  const verify = useMutation({
    mutationFn: () => answered<{ email: string }>(client.POST('/api/v1/email/verify', { body: { token } })),
  });
  return (
    <Door title={t('verify.title')}>
      {verify.data ? (
        <p className="sign-in-hint" role="status">
          {t('verify.done', { email: verify.data.email })}
        </p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            verify.mutate();
          }}
        >
          <p>{t(token === '' ? 'reset.no_link' : 'verify.what')}</p>
          <FormRefused error={verify.error} />
          {token !== '' && (
            <button type="submit" className="button" disabled={verify.isPending || verify.isError}>
              {t('verify.submit')}
            </button>
          )}
        </form>
      )}
      <p className="sign-in-other">
        <Link to="/">{t('verify.on')}</Link>
      </p>
    </Door>
  );
}
