import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type Proof, renewCodes, switchFactorOff } from '#web/password/factor-queries.ts';
import { RecoveryCodes } from '#web/password/recovery-codes.tsx';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import { Refused } from './refused.tsx';

type Props = Readonly<{ onClose: () => void }>;

/** Switches one's own second factor off. */
export function FactorOffDialog({ onClose }: Props) {
  const { t } = useText();
  return (
    <Dialog title={t('factor.switch_off')} place="middle" onClose={onClose}>
      <ProofForm what={t('factor.off.what')} verb={t('factor.switch_off')} act={switchFactorOff} done={onClose}>
        <Cancel onClose={onClose} />
      </ProofForm>
    </Dialog>
  );
}

/** Makes other recovery codes; the earlier ones end. */
export function NewCodesDialog({ account, onClose }: Props & Readonly<{ account: string }>) {
  const { t } = useText();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <Dialog title={t('factor.codes.renew')} place="middle" onClose={onClose}>
      {codes ? (
        <>
          <RecoveryCodes codes={codes} account={account} />
          <div className="settings-actions">
            <button type="button" className="button" onClick={onClose}>
              {t('factor.done')}
            </button>
          </div>
        </>
      ) : (
        <ProofForm what={t('factor.codes.renew.what')} verb={t('factor.codes.make')} act={renewCodes} done={setCodes}>
          <Cancel onClose={onClose} />
        </ProofForm>
      )}
    </Dialog>
  );
}

type FormProps<Made> = Readonly<{
  what: string;
  verb: string;
  act: (proof: Proof) => Promise<Made>;
  done: (made: Made) => void;
  children: ReactNode;
}>;

function ProofForm<Made>({ what, verb, act, done, children }: FormProps<Made>) {
  const { t } = useText();
  const [typed, setTyped] = useState<Proof>({ password: '', code: '' });
  const send = useMutation({ mutationFn: () => act(typed), onSuccess: done });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form className="settings-form" onSubmit={submit}>
      <p>{what}</p>
      <label>
        {t('settings.password.current')}
        <input
          type="password"
          required
          maxLength={128}
          autoComplete="current-password"
          value={typed.password}
          onChange={(event) => setTyped({ ...typed, password: event.target.value })}
        />
      </label>
      <label>
        {t('factor.code_or_recovery')}
        <input
          required
          maxLength={40}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          value={typed.code}
          onChange={(event) => setTyped({ ...typed, code: event.target.value })}
        />
      </label>
      <Refused error={send.error} />
      <div className="settings-actions">
        <button type="submit" className="button" disabled={send.isPending}>
          {verb}
        </button>
        {children}
      </div>
    </form>
  );
}

function Cancel({ onClose }: Props) {
  const { t } = useText();
  return (
    <button type="button" className="button button-plain" onClick={onClose}>
      {t('settings.cancel')}
    </button>
  );
}
