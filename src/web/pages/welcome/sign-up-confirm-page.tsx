import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { request } from '#web/api/request.ts';
import { FormRefused } from '#web/password/form-refused.tsx';
import { useText } from '#web/text/use-text.ts';
import './outside-form.css';
import { OutsideFrame } from './outside-frame.tsx';

/** Where the link of a sign-up letter leads: the workspace is made and entered. */
export function SignUpConfirmPage() {
  const { t } = useText();
  const isSent = useRef(false);
  const { mutate, error } = useMutation({
    // After the # it stays in this browser: no server's log has it.
    mutationFn: () => request('/api/v1/sign-up/confirm', { body: { token: location.hash.slice(1) || 'none' } }),
    onSuccess: () => location.assign('/overview'),
  });
  useEffect(() => {
    if (isSent.current) return;
    isSent.current = true;
    mutate();
  }, [mutate]);
  return (
    <OutsideFrame title={t('sign_up.title')}>
      <main className="outside-form" id="content">
        <h1>{t(error ? 'sign_up.confirm_failed' : 'sign_up.confirming')}</h1>
        <FormRefused error={error} />
        {error && (
          <p className="outside-other">
            <Link to="/sign-up">{t('sign_up.again')}</Link>
          </p>
        )}
      </main>
    </OutsideFrame>
  );
}
