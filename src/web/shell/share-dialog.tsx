import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useMe } from '#web/api/use-me.ts';
import { useMoment } from '#web/numbers/use-moment.ts';
import { CopyField } from '#web/pages/settings/copy-field.tsx';
import { Refused } from '#web/pages/settings/refused.tsx';
import { type MadeLink, shareView } from '#web/pages/settings/share-queries.ts';
import { useText } from '#web/text/use-text.ts';
import { Dialog } from './dialog.tsx';
import { useCurrentPage } from './use-current-page.ts';
import '#web/pages/settings/settings.css';
import '#web/pages/settings/phone.css';

/** Shares the present view: its address for colleagues, or a link that shows it without an account. */
export function ShareDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useText();
  const [made, setMade] = useState<MadeLink | null>(null);
  const isOfFigures = useCurrentPage()?.filtered === true;
  const mayShare = useMe().viewer.permissions.includes('links.share') && isOfFigures;
  return (
    <Dialog title={t('share.title')} place="middle" onClose={onClose}>
      {made ? (
        <Made link={made} />
      ) : (
        <>
          <CopyField label={t('share.address')} value={location.href} note={t('share.address.what')} isSecret={false} />
          {mayShare && <LinkForm done={setMade} />}
        </>
      )}
    </Dialog>
  );
}

function Made({ link }: Readonly<{ link: MadeLink }>) {
  const { t } = useText();
  const moment = useMoment();
  const address = `${location.origin}/shared#${link.token}`;
  return (
    <CopyField label={t('share.link')} value={address} note={t('share.until', { when: moment(link.expiresAt) })} />
  );
}

const days = [1, 7, 30] as const;

function LinkForm({ done }: Readonly<{ done: (link: MadeLink) => void }>) {
  const { t } = useText();
  const [chosen, setChosen] = useState<(typeof days)[number]>(7);
  const [note, setNote] = useState('');
  const share = useMutation({
    mutationFn: () => shareView({ path: `${location.pathname}${location.search}`, days: chosen, note }),
    onSuccess: done,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    share.mutate();
  };
  return (
    <form className="settings-form share-form" onSubmit={submit}>
      <h3>{t('share.outside')}</h3>
      <p className="t2">{t('share.what')}</p>
      <fieldset className="settings-choice">
        <legend>{t('share.days')}</legend>
        {days.map((each) => (
          <label key={each}>
            <input type="radio" name="days" checked={each === chosen} onChange={() => setChosen(each)} />
            {t('share.days.n', { count: each })}
          </label>
        ))}
      </fieldset>
      <label>
        {t('share.note')}
        <input maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      <Refused error={share.error} />
      <div className="settings-actions">
        <button type="submit" className="button" disabled={share.isPending}>
          {t(share.isPending ? 'settings.saving' : 'share.make')}
        </button>
      </div>
    </form>
  );
}
