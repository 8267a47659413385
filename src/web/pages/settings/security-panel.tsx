import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '#web/api/use-me.ts';
import { useMoment } from '#web/numbers/use-moment.ts';
import { askAgain, type Security, securityQuery, sendVerification } from '#web/password/factor-queries.ts';
import { SetUpFactor } from '#web/password/set-up-factor.tsx';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import { FactorOffDialog, NewCodesDialog } from './factor-dialogs.tsx';
import { Refused } from './refused.tsx';
import { AskedContent, SettingsPanel } from './settings-panel.tsx';

/** How one's own sign-in is guarded: second factor, recovery codes, whether the address is confirmed. */
export function SecurityPanel() {
  const { t } = useText();
  const security = useQuery(securityQuery);
  const title = security.data
    ? t(security.data.secondFactorSince ? 'factor.panel.on' : 'factor.panel.off')
    : t('factor.panel');
  return (
    <SettingsPanel id="security" title={title} subtitle={t('factor.panel.subtitle')} busy={security.isPending}>
      <AskedContent asked={security}>{(known) => <Guards security={known} />}</AskedContent>
    </SettingsPanel>
  );
}

function Guards({ security }: Readonly<{ security: Security }>) {
  const { t } = useText();
  if (!security.hasPassword) return <p className="settings-mine">{t('factor.by_provider')}</p>;
  return (
    <div className="settings-guards">
      <Factor security={security} />
      <Address security={security} />
    </div>
  );
}

type Doing = 'set-up' | 'off' | 'codes' | null;

function Factor({ security }: Readonly<{ security: Security }>) {
  const { t } = useText();
  const moment = useMoment();
  const email = useMe().viewer.email ?? '';
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  const closeSetUp = () => {
    close();
    void askAgain();
  };
  const { secondFactorSince: since, recoveryCodesLeft: left } = security;
  return (
    <>
      <p>
        {since === null
          ? t('factor.off.why')
          : t('factor.on.since', { when: moment(since), codes: t('factor.codes.left', { count: left }) })}
      </p>
      {since !== null && left < 3 && <p className="settings-care">{t('factor.codes.few')}</p>}
      <div className="settings-actions">
        {since === null ? (
          <button type="button" className="button" onClick={() => setDoing('set-up')}>
            {t('factor.set_up')}
          </button>
        ) : (
          <>
            <button type="button" className="button button-plain" onClick={() => setDoing('codes')}>
              {t('factor.codes.renew')}
            </button>
            <button type="button" className="button button-plain" onClick={() => setDoing('off')}>
              {t('factor.switch_off')}
            </button>
          </>
        )}
      </div>
      {doing === 'set-up' && (
        <Dialog title={t('factor.set_up')} place="middle" onClose={closeSetUp}>
          <SetUpFactor email={email} done={closeSetUp} cancel={closeSetUp} />
        </Dialog>
      )}
      {doing === 'off' && <FactorOffDialog onClose={close} />}
      {doing === 'codes' && <NewCodesDialog account={email} onClose={close} />}
    </>
  );
}

function Address({ security: { isEmailVerified, canSendMail } }: Readonly<{ security: Security }>) {
  const { t } = useText();
  const email = useMe().viewer.email ?? '';
  const send = useMutation({ mutationFn: sendVerification });
  return (
    <>
      <p className="settings-address">
        {t(isEmailVerified ? 'verify.is_verified' : 'verify.is_not', { email })}
        {!isEmailVerified && canSendMail && (
          <button
            type="button"
            className="link"
            disabled={send.isPending || send.isSuccess}
            onClick={() => send.mutate()}
          >
            {t(send.isSuccess ? 'verify.was_sent' : 'verify.send')}
          </button>
        )}
        {!isEmailVerified && !canSendMail && <span className="t3">{t('verify.no_mail')}</span>}
      </p>
      <Refused error={send.error} />
    </>
  );
}
