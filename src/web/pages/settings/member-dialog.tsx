import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import { PlaceFields } from './place-fields.tsx';
import { Refused } from './refused.tsx';
import { changeMember } from './settings-queries.ts';
import type { Member, Place } from './settings-types.ts';

/** Another role, data scope or colleague for a member; it counts from their next click. */
export function MemberDialog({ member, onClose }: Readonly<{ member: Member; onClose: () => void }>) {
  const { t } = useText();
  const { role, dataScope, personId } = member;
  // as: the server writes only roles and scopes that it knows, the same ones.
  const [place, setPlace] = useState({ role, dataScope, personId } as Place);
  const save = useMutation({
    mutationFn: () => changeMember({ userId: member.userId, ...place }),
    onSuccess: onClose,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Dialog title={t('settings.change.title', { name: member.name })} place="middle" onClose={onClose}>
      <form className="settings-form" onSubmit={submit}>
        <PlaceFields place={place} choose={setPlace} />
        <p className="t2">{t('settings.change.what')}</p>
        <Refused error={save.error} />
        <div className="settings-actions">
          <button type="submit" className="button" disabled={save.isPending}>
            {t(save.isPending ? 'settings.saving' : 'settings.save')}
          </button>
          <button type="button" className="button button-plain" onClick={onClose}>
            {t('settings.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
