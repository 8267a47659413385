import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type Failure, failureOf, failureTitle } from '#web/api/failure.ts';
import { request } from '#web/api/request.ts';
import { Brand } from '#web/shell/brand.tsx';
import { useText } from '#web/text/use-text.ts';
import { demoQuery, demoRoles } from './demo.ts';
import { LanguageSwitch } from './language-switch.tsx';
import './sign-in.css';

/** The door: e-mail and password, then back to where one was. */
export function SignInPage() {
  const { t } = useText();
  const { to = '/', expired } = useSearch({ strict: false }) as { to?: string; expired?: string };
  const [email, setEmail] = useState('');
  const password = useRef<HTMLInputElement>(null);
  const { failure, isSending, signIn } = useSignIn(to);
  useEffect(() => {
    document.title = `${t('sign_in.title')} · Salesboard`;
  }, [t]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void signIn({ email, password: password.current?.value ?? '' });
  };
  return (
    <div className="sign-in">
      <header>
        <Brand />
        <LanguageSwitch />
      </header>
      <main>
        <h1>{t('sign_in.title')}</h1>
        {expired && <p className="sign-in-note">{t('sign_in.expired')}</p>}
        <form onSubmit={submit}>
          <label>
            {t('sign_in.email')}
            <input
              type="email"
              name="email"
              autoComplete="username"
              required
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          </label>
          <label>
            {t('sign_in.password')}
            <input ref={password} type="password" name="password" autoComplete="current-password" required />
          </label>
          {failure && <FailureNote failure={failure} />}
          <button type="submit" className="button" disabled={isSending}>
            {t(isSending ? 'sign_in.submitting' : 'sign_in.submit')}
          </button>
        </form>
        <DemoHint
          choose={(address) => {
            setEmail(address);
            password.current?.focus();
          }}
        />
      </main>
    </div>
  );
}

function FailureNote({ failure }: Readonly<{ failure: Failure }>) {
  const { say } = useText();
  const detail = failure.details[0]?.detail;
  return (
    <p className="sign-in-failure" role="alert">
      {say(failureTitle(failure))}
      {detail && <span>{say(detail)}</span>}
    </p>
  );
}

function DemoHint({ choose }: Readonly<{ choose: (email: string) => void }>) {
  const { t } = useText();
  const demo = useQuery(demoQuery).data;
  if (!demo) return null;
  return (
    <aside className="sign-in-demo">
      <h2>{t('sign_in.demo')}</h2>
      <p>{t('sign_in.demo.why')}</p>
      <ul>
        {demoRoles.map(({ role, email }) => (
          <li key={role}>
            <button
              type="button"
              className="link"
              title={email}
              aria-label={t('sign_in.demo.fill', { role: t(`shell.role.${role}`) })}
              onClick={() => choose(email)}
            >
              {t(`shell.role.${role}`)}
            </button>
          </li>
        ))}
      </ul>
    </aside>
  );
}

type Login = Readonly<{ email: string; password: string }>;

function useSignIn(to: string) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSending, setSending] = useState(false);
  const signIn = async (login: Login) => {
    setSending(true);
    setFailure(null);
    try {
      await request('/api/v1/sign-in', { body: login });
      // The page is loaded anew, so that nothing of a session before this one stays in memory.
      location.assign(to);
    } catch (error) {
      setFailure(failureOf(error));
      setSending(false);
    }
  };
  return { failure, isSending, signIn };
}
