import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { failureOf } from '#web/api/failure.ts';
import { request } from '#web/api/request.ts';
import { FormRefused } from '#web/password/form-refused.tsx';
import { NewPasswordField } from '#web/password/new-password-field.tsx';
import { useText } from '#web/text/use-text.ts';
import { Trap, typedIn } from './form-parts.tsx';
import { notTooQuick, signUpQuery } from './form-stamp.ts';
import { OutsideFrame } from './outside-frame.tsx';

/** A trial: a form, and a workspace of one's own. */
export function SignUpPage() {
  const { t } = useText();
  const { data: door, dataUpdatedAt } = useQuery(signUpQuery);
  const [mailedTo, setMailedTo] = useState<string | null>(null);
  return (
    <OutsideFrame title={t('sign_up.title')}>
      <main className="outside-form" id="content">
        {mailedTo !== null && <Mailed email={mailedTo} />}
        {mailedTo === null && door?.isOpen === false && <Closed />}
        {mailedTo === null && door?.isOpen !== false && (
          <>
            <h1>{t('sign_up.title')}</h1>
            <p>{door && t('sign_up.what', { days: door.days })}</p>
            <SignUpForm stamp={door?.stamp ?? null} openedAtMs={dataUpdatedAt} mailed={setMailedTo} />
            <p className="outside-other">
              {t('sign_up.have_account')} <Link to="/sign-in">{t('welcome.sign_in')}</Link>
            </p>
          </>
        )}
      </main>
    </OutsideFrame>
  );
}

function Mailed({ email }: Readonly<{ email: string }>) {
  const { t } = useText();
  return (
    <div role="status">
      <h1>{t('sign_up.mail')}</h1>
      <p className="t2">{t('sign_up.mail.why', { email })}</p>
    </div>
  );
}

function Closed() {
  const { t } = useText();
  return (
    <>
      <h1>{t('sign_up.closed')}</h1>
      <p>{t('sign_up.closed.why')}</p>
      <p className="outside-other">
        <Link to="/book-demo">{t('welcome.demo')}</Link>
      </p>
    </>
  );
}

type FormProps = Readonly<{ stamp: string | null; openedAtMs: number; mailed: (email: string) => void }>;

function SignUpForm({ stamp, openedAtMs, mailed }: FormProps) {
  const { t } = useText();
  const [password, setPassword] = useState('');
  const [about, setAbout] = useState<readonly string[]>([]);
  const send = useMutation({
    mutationFn: async (form: HTMLFormElement) => {
      await notTooQuick(openedAtMs);
      return signUp(typedIn(form), { password, stamp: stamp ?? '' });
    },
    onSuccess: (email) => email && mailed(email),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send.mutate(event.currentTarget);
  };
  return (
    <form
      onSubmit={submit}
      onBlur={(event) => setAbout(['email', 'name', 'company'].map(typedIn(event.currentTarget)))}
    >
      <label>
        {t('sign_up.company')}
        <input name="company" autoComplete="organization" required maxLength={100} />
      </label>
      <label>
        {t('sign_up.name')}
        <input name="name" autoComplete="name" required maxLength={100} />
      </label>
      <label>
        {t('sign_up.email')}
        <input name="email" type="email" autoComplete="username" required maxLength={254} />
      </label>
      <NewPasswordField label={t('sign_up.password')} value={password} onChange={setPassword} about={about} />
      <DataChoice />
      <Trap />
      <label className="outside-agree">
        <input name="agrees" type="checkbox" required />
        <span>{t('sign_up.agrees')}</span>
      </label>
      <SignUpFailure error={send.error} />
      <button type="submit" className="button" disabled={send.isPending || stamp === null}>
        {t(send.isPending ? 'sign_up.submitting' : 'sign_up.submit')}
      </button>
    </form>
  );
}

/** TRAP: the server does not say whether the address has an account; that signing in did not work is all that is known. */
function SignUpFailure({ error }: Readonly<{ error: unknown }>) {
  const { t } = useText();
  if (!error || failureOf(error).code !== 'wrong_credentials') return <FormRefused error={error} />;
  return (
    <p className="form-refused" role="alert">
      {t('sign_up.known')}
    </p>
  );
}

function DataChoice() {
  const { t } = useText();
  return (
    <fieldset>
      <legend>{t('sign_up.data')}</legend>
      {(['demo', 'empty'] as const).map((data) => (
        <label key={data} className="outside-choice">
          <input type="radio" name="data" value={data} defaultChecked={data === 'demo'} />
          <span>
            <b>{t(`sign_up.data.${data}`)}</b>
            {t(`sign_up.data.${data}.text`)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Sends the form; the address a letter went to, or null when the browser is on its way into the workspace. */
async function signUp(
  typed: (name: string) => string,
  { password, stamp }: Readonly<{ password: string; stamp: string }>,
): Promise<string | null> {
  const email = typed('email').trim();
  const { next } = await request<{ next: 'mail' | 'sign-in' }>('/api/v1/sign-up', {
    body: {
      company: typed('company'),
      name: typed('name'),
      email,
      password,
      data: typed('data'),
      agrees: typed('agrees') === 'on',
      website: typed('website'),
      stamp,
    },
  });
  if (next === 'mail') return email;
  const step = await request<{ next?: string } | undefined>('/api/v1/sign-in', { body: { email, password } });
  // The page is loaded anew, so that nothing of a session before this one stays in memory.
  location.assign(step?.next === 'totp' ? '/sign-in' : '/overview');
  return null;
}
