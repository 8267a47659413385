import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import type { Bilingual } from '#shared/bilingual.ts';
import { answered, client } from '#web/api/client.ts';
import { failureOf, failureTitle } from '#web/api/failure.ts';
import { NewPasswordField } from '#web/password/new-password-field.tsx';
import { Brand } from '#web/shell/brand.tsx';
import { useRoleName } from '#web/shell/use-role-name.ts';
import { useText } from '#web/text/use-text.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { SecondStep } from './second-step.tsx';
import './sign-in.css';

type Invited = Readonly<{
  workspace: string;
  email: string;
  name: string;
  role: string;
  roleName: Bilingual | null;
  invitedBy: string;
  expiresAt: string;
  hasAccount: boolean;
}>;

/** Where an invitation link leads: what it invites to, and a password to come in with. */
export function InvitationPage() {
  const { t } = useText();
  // After the # it stays in this browser: no server's log has it.
  const token = location.hash.slice(1);
  const invited = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => answered<Invited>(client.POST('/api/v1/invitations/look', { body: { token }, signal })),
    enabled: token !== '',
    staleTime: 'static',
    retry: false,
  });
  return (
    <div className="sign-in">
      <header>
        <Brand />
        <LanguageSwitch />
      </header>
      <main>
        {invited.data && <Accept token={token} invited={invited.data} />}
        {(invited.isError || token === '') && <Unusable error={invited.error} />}
        {invited.isLoading && <p role="status">{t('invitation.looking')}</p>}
      </main>
    </div>
  );
}

function Unusable({ error }: Readonly<{ error: unknown }>) {
  const { t, say } = useText();
  const failure = error ? failureOf(error) : null;
  const why = failure && (failure.details[0]?.detail ?? failureTitle(failure));
  return (
    <>
      <h1>{t('invitation.bad')}</h1>
      <p role="alert">{why && say(why)}</p>
      <p className="sign-in-other">
        <Link to="/sign-in">{t('invitation.sign_in')}</Link>
      </p>
    </>
  );
}

function Accept({ token, invited }: Readonly<{ token: string; invited: Invited }>) {
  const { t, say } = useText();
  const roleName = useRoleName();
  const { workspace, email, role, invitedBy, hasAccount } = invited;
  const [name, setName] = useState(invited.name);
  const [password, setPassword] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  // The page is loaded anew, so that nothing of a session before this one stays in memory.
  const enter = () => location.assign('/');
  const title = t('invitation.title', { workspace });
  useEffect(() => {
    document.title = `${title} · Salesboard`;
  }, [title]);
  const accept = useMutation({
    mutationFn: () =>
      answered<{ next: 'totp' } | undefined>(
        client.POST('/api/v1/invitations/accept', { body: { token, name, password } }),
      ),
    onSuccess: (next) => (next ? setAsksCode(true) : enter()),
  });
  if (asksCode)
    return (
      <>
        <h1>{t('second_step.title')}</h1>
        <SecondStep account={email} done={enter} back={() => location.assign('/sign-in')} />
      </>
    );
  const failure = accept.error && failureOf(accept.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept.mutate();
  };
  return (
    <>
      <h1>{title}</h1>
      <p>{t('invitation.what', { by: invitedBy, email, role: roleName(role, invited.roleName) })}</p>
      <p className="sign-in-hint">{t(hasAccount ? 'invitation.known' : 'invitation.new')}</p>
      <form onSubmit={submit}>
        {/* Tells a password manager whose password it is. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        {!hasAccount && (
          <label>
            {t('invitation.name')}
            <input autoComplete="name" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
          </label>
        )}
        {hasAccount ? (
          <label>
            {t('invitation.password')}
            <input
              type="password"
              required
              maxLength={128}
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </label>
        ) : (
          <NewPasswordField
            label={t('invitation.password')}
            value={password}
            onChange={setPassword}
            about={[email, name]}
          />
        )}
        {failure && (
          <p className="sign-in-failure" role="alert">
            {say(failure.details[0]?.detail ?? failureTitle(failure))}
          </p>
        )}
        <button type="submit" className="button" disabled={accept.isPending}>
          {t(accept.isPending ? 'invitation.accepting' : 'invitation.accept')}
        </button>
      </form>
    </>
  );
}
