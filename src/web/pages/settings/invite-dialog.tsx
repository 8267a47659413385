import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useMoment } from '#web/numbers/use-moment.ts';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import { CopyField } from './copy-field.tsx';
import { PlaceFields } from './place-fields.tsx';
import { Refused } from './refused.tsx';
import { type Invited, invite } from './settings-queries.ts';
import type { Place } from './settings-types.ts';

/** Invites somebody by a link that works once and for a week; the admin sends it. */
export function InviteDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useText();
  const [invited, setInvited] = useState<(Invited & { email: string }) | null>(null);
  return (
    <Dialog
      title={invited ? t('settings.invited', { email: invited.email }) : t('settings.invite.title')}
      place="middle"
      onClose={onClose}
    >
      {invited ? (
        <InvitationLink invited={invited} onClose={onClose} />
      ) : (
        <InviteForm done={setInvited} onClose={onClose} />
      )}
    </Dialog>
  );
}

type FormProps = Readonly<{ done: (invited: Invited & { email: string }) => void; onClose: () => void }>;

function InviteForm({ done, onClose }: FormProps) {
  const { t } = useText();
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [place, setPlace] = useState<Place>({ role: 'rep', dataScope: 'self', personId: null });
  const send = useMutation({
    mutationFn: () => invite({ email, name, ...place }),
    onSuccess: (invited) => done({ ...invited, email }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form className="settings-form" onSubmit={submit}>
      <div className="settings-pair">
        <label>
          {t('settings.email')}
          <input
            type="email"
            required
            maxLength={254}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </label>
        <label>
          {t('settings.name')}
          <input maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
      </div>
      <PlaceFields place={place} choose={setPlace} />
      <p className="t2">{t('settings.invite.what')}</p>
      <Refused error={send.error} />
      <div className="settings-actions">
        <button type="submit" className="button" disabled={send.isPending}>
          {t(send.isPending ? 'settings.saving' : 'settings.invite.make')}
        </button>
        <button type="button" className="button button-plain" onClick={onClose}>
          {t('settings.cancel')}
        </button>
      </div>
    </form>
  );
}

function InvitationLink({ invited, onClose }: Readonly<{ invited: Invited; onClose: () => void }>) {
  const { t } = useText();
  const moment = useMoment();
  return (
    <>
      <CopyField
        label={t('settings.invited.link')}
        // After the # it never reaches a server's log.
        value={`${location.origin}/invitation#${invited.token}`}
        note={t('settings.invited.until', { when: moment(invited.expiresAt) })}
      />
      <p className="t2">{t(invited.isMailed ? 'settings.invited.mailed' : 'settings.invited.not_mailed')}</p>
      <div className="settings-actions">
        <button type="button" className="button button-plain" onClick={onClose}>
          {t('shell.close')}
        </button>
      </div>
    </>
  );
}
