import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import { CopyField } from './copy-field.tsx';
import { PlaceFields } from './place-fields.tsx';
import { Refused } from './refused.tsx';
import { createKey } from './settings-queries.ts';
import type { Place } from './settings-types.ts';

/** Makes a key for a program and shows it this once. */
export function KeyDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useText();
  const [made, setMade] = useState<string | null>(null);
  return (
    <Dialog title={t(made ? 'settings.keys.made' : 'settings.keys.make')} place="middle" onClose={onClose}>
      {made ? (
        <>
          <CopyField label={t('settings.keys.key')} value={made} note={t('settings.keys.use')} />
          <div className="settings-actions">
            <button type="button" className="button button-plain" onClick={onClose}>
              {t('shell.close')}
            </button>
          </div>
        </>
      ) : (
        <KeyForm done={setMade} onClose={onClose} />
      )}
    </Dialog>
  );
}

function KeyForm({ done, onClose }: Readonly<{ done: (key: string) => void; onClose: () => void }>) {
  const { t } = useText();
  const [name, setName] = useState('');
  const [place, setPlace] = useState<Place>({ role: 'viewer', dataScope: 'all', personId: null });
  const make = useMutation({ mutationFn: () => createKey({ name, ...place }), onSuccess: ({ key }) => done(key) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <form className="settings-form" onSubmit={submit}>
      <label>
        {t('settings.keys.name')}
        <input required maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <PlaceFields place={place} choose={setPlace} />
      <Refused error={make.error} />
      <div className="settings-actions">
        <button type="submit" className="button" disabled={make.isPending}>
          {t(make.isPending ? 'settings.saving' : 'settings.keys.make')}
        </button>
        <button type="button" className="button button-plain" onClick={onClose}>
          {t('settings.cancel')}
        </button>
      </div>
    </form>
  );
}
