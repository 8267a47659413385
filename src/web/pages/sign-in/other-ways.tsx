import { useMutation, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { failureOf, failureTitle } from '#web/api/failure.ts';
import { useText } from '#web/text/use-text.ts';
import { failedWay, leaveFor, mailWays, type ProviderKind, rememberedWorkspace, waysQuery } from './ways-in.ts';
import './other-ways.css';

type Search = Readonly<{ workspace?: unknown; failed?: unknown }>;

/** Why somebody came back from a provider without being signed in, and what to do. */
export function WayFailed() {
  const { t } = useText();
  const { failed } = useSearch({ strict: false }) as Search;
  const reason = failedWay(failed);
  if (!reason) return null;
  return (
    <div className="sign-in-way-failed" role="alert">
      <p>{t('sign_in.failed')}</p>
      <p>{t(`sign_in.failed.${reason}`)}</p>
    </div>
  );
}

/** The providers of the workspace as buttons; without one, a place to name it. */
export function OtherWays({ to }: Readonly<{ to: string }>) {
  const { t } = useText();
  const { workspace: named } = useSearch({ strict: false }) as Search;
  const [workspace, setWorkspace] = useState(() => (named ? String(named) : rememberedWorkspace()));
  const asked = useQuery(waysQuery(workspace));
  if (!asked.data) return null;
  const { ways, workspace: found, canMail } = asked.data;
  return (
    <section className="sign-in-ways" aria-label={t('sign_in.company')}>
      {found !== null &&
        ways.map(({ kind, label }) => (
          <WayButton key={kind} kind={kind} name={label ?? t(`sign_on.kind.${kind}`)} workspace={found} to={to} />
        ))}
      <NameWorkspace
        key={String(found)}
        hasWays={found !== null}
        isUnknown={workspace !== null && found === null}
        canMail={canMail}
        choose={setWorkspace}
      />
      <p className="sign-in-or">{t('sign_in.or')}</p>
    </section>
  );
}

type WayProps = Readonly<{ kind: ProviderKind; name: string; workspace: string; to: string }>;

function WayButton({ kind, name, workspace, to }: WayProps) {
  const { t, say } = useText();
  const leave = useMutation({ mutationFn: () => leaveFor(kind, { workspace, to }) });
  const isLeaving = leave.isPending || leave.isSuccess;
  const failure = leave.error ? failureOf(leave.error) : null;
  return (
    <>
      <button type="button" className="button sign-in-way" disabled={isLeaving} onClick={() => leave.mutate()}>
        {t(isLeaving ? 'sign_in.with.leaving' : 'sign_in.with', { name })}
      </button>
      {failure && (
        <p className="sign-in-failure" role="alert">
          {say(failureTitle(failure))}
          <span>{failure.details[0] ? say(failure.details[0].detail) : t('sign_in.failed.provider')}</span>
        </p>
      )}
    </>
  );
}

type NameProps = Readonly<{
  hasWays: boolean;
  isUnknown: boolean;
  canMail: boolean;
  choose: (workspace: string) => void;
}>;

/** For whom the page does not know the workspace of. */
function NameWorkspace({ hasWays, isUnknown, canMail, choose }: NameProps) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(isUnknown);
  const [name, setName] = useState('');
  if (!isOpen) {
    return (
      <button
        type="button"
        className={hasWays ? 'link' : 'button button-plain sign-in-way'}
        onClick={() => setOpen(true)}
      >
        {t(hasWays ? 'sign_in.company.other' : 'sign_in.company')}
      </button>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    choose(name.trim().toLowerCase());
  };
  return (
    <>
      {isUnknown && (
        <p className="sign-in-note" role="status">
          {t('sign_in.company.none')}
        </p>
      )}
      <form className="sign-in-workspace" onSubmit={submit}>
        <label>
          {t('sign_in.company.workspace')}
          <input
            required
            maxLength={100}
            autoComplete="organization"
            autoCapitalize="none"
            spellCheck={false}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <span>{t('sign_in.company.workspace.note')}</span>
        </label>
        <button type="submit" className="button button-plain">
          {t('sign_in.company.go')}
        </button>
      </form>
      {canMail && <ForgottenWorkspace />}
    </>
  );
}

function ForgottenWorkspace() {
  const { t, say } = useText();
  const [email, setEmail] = useState('');
  const mail = useMutation({ mutationFn: () => mailWays(email.trim()) });
  if (mail.isSuccess) return <p role="status">{t('sign_in.company.sent')}</p>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mail.mutate();
  };
  return (
    <form className="sign-in-workspace" onSubmit={submit}>
      <label>
        {t('sign_in.company.forgot')}
        <input
          type="email"
          required
          autoComplete="email"
          aria-label={t('sign_in.email')}
          placeholder={t('sign_in.email')}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </label>
      {mail.error && (
        <p className="sign-in-failure" role="alert">
          {say(failureTitle(failureOf(mail.error)))}
        </p>
      )}
      <button type="submit" className="button button-plain" disabled={mail.isPending}>
        {t('sign_in.company.letter')}
      </button>
    </form>
  );
}
