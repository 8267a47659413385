import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { type Failure, failureOf, failureTitle } from '#web/api/failure.ts';
import { request } from '#web/api/request.ts';
import { useText } from '#web/text/use-text.ts';
import { demoQuery, demoRoles } from './demo.ts';
import { Door } from './door.tsx';
import { OtherWays, WayFailed } from './other-ways.tsx';
import { SecondStep } from './second-step.tsx';

/** The door: e-mail and password, then back to where one was. */
export function SignInPage() {
  const { t } = useText();
  const { to = '/', expired } = useSearch({ strict: false }) as { to?: string; expired?: string };
  const [email, setEmail] = useState('');
  const password = useRef<HTMLInputElement>(null);
  // The page is loaded anew, so that nothing of a session before this one stays in memory.
  const enter = () => location.assign(to);
  const { failure, isSending, signIn, asksCode, startOver } = useSignIn(enter);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void signIn({ email, password: password.current?.value ?? '' });
  };
  if (asksCode)
    return (
      <Door title={t('second_step.title')}>
        <SecondStep account={email} done={enter} back={startOver} />
      </Door>
    );
  return (
    <Door title={t('sign_in.title')}>
      {expired && <p className="sign-in-note">{t('sign_in.expired')}</p>}
      <WayFailed />
      <OtherWays to={to} />
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
      <p className="sign-in-other">
        <Link to="/forgot-password">{t('sign_in.forgot')}</Link>
      </p>
      <DemoHint
        choose={(address) => {
          setEmail(address);
          password.current?.focus();
        }}
      />
    </Door>
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

function useSignIn(enter: () => void) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSending, setSending] = useState(false);
  const [asksCode, setAsksCode] = useState(false);
  const signIn = async (login: Login) => {
    setSending(true);
    setFailure(null);
    try {
      const answer = await request<{ next: 'totp' } | undefined>('/api/v1/sign-in', { body: login });
      if (!answer) return enter();
      setAsksCode(true);
    } catch (error) {
      setFailure(failureOf(error));
    }
    setSending(false);
  };
  return { failure, isSending, signIn, asksCode, startOver: () => setAsksCode(false) };
}
