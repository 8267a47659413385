import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useText } from '#web/text/use-text.ts';
import { Refused } from '../refused.tsx';
import { AskedContent, SettingsPanel } from '../settings-panel.tsx';
import { colleaguesQuery } from '../settings-queries.ts';
import { type ColleagueEmail, saveColleagues, signOnPeopleQuery } from './sign-on-queries.ts';
import { TextField } from './text-field.tsx';

/** E-mails of colleagues in the data: who signs in with one is that colleague. */
export function ColleaguesPanel() {
  const { t } = useText();
  const people = useQuery(signOnPeopleQuery);
  const written = people.data?.colleagues ?? [];
  const save = useMutation({ mutationFn: (colleagues: readonly ColleagueEmail[]) => saveColleagues(colleagues) });
  return (
    <SettingsPanel
      id="colleagues"
      title={t('sign_on.colleagues')}
      subtitle={t('sign_on.colleagues.subtitle')}
      busy={people.isPending}
    >
      <AskedContent asked={people} empty={written.length === 0 ? t('sign_on.colleagues.empty') : null}>
        {({ colleagues }) => (
          <ColleaguesTable
            colleagues={colleagues}
            remove={(email) => save.mutate(colleagues.filter((each) => each.email !== email))}
          />
        )}
      </AskedContent>
      {people.data && <ColleagueForm isSaving={save.isPending} add={(each) => save.mutateAsync([...written, each])} />}
      <Refused error={save.error} />
    </SettingsPanel>
  );
}

type TableProps = Readonly<{ colleagues: readonly ColleagueEmail[]; remove: (email: string) => void }>;

function ColleaguesTable({ colleagues, remove }: TableProps) {
  const { t } = useText();
  const known = useQuery(colleaguesQuery).data;
  return (
    <table className="table settings-stack settings-medium" aria-label={t('sign_on.colleagues')}>
      <thead>
        <tr>
          <th scope="col">{t('settings.email')}</th>
          <th scope="col">{t('sign_on.colleagues.person')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('settings.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {colleagues.map(({ email, personId }) => (
          <tr key={email}>
            <th scope="row">{email}</th>
            <td>{known && (known.find(({ id }) => id === personId)?.name ?? personId)}</td>
            <td className="settings-row-actions">
              <button
                type="button"
                className="link"
                aria-label={t('sign_on.colleagues.remove_named', { name: email })}
                onClick={() => remove(email)}
              >
                {t('sign_on.colleagues.remove')}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type FormProps = Readonly<{ isSaving: boolean; add: (colleague: ColleagueEmail) => Promise<void> }>;

function ColleagueForm({ isSaving, add }: FormProps) {
  const { t } = useText();
  const known = useQuery(colleaguesQuery).data ?? [];
  const [email, setEmail] = useState('');
  const [personId, setPersonId] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await add({ email: email.trim().toLowerCase(), personId });
      setEmail('');
      setPersonId('');
    } catch {
      // Said below the form; what was typed stays.
    }
  };
  return (
    <form className="settings-form sign-on-colleague" onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('settings.email')}
        type="email"
        required
        maxLength={254}
        value={email}
        change={(text) => setEmail(text ?? '')}
      />
      <label>
        {t('sign_on.colleagues.person')}
        <select required value={personId} onChange={(event) => setPersonId(event.target.value)}>
          <option value="">{t('sign_on.colleagues.choose')}</option>
          {known.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button button-plain" disabled={isSaving}>
        {t('sign_on.colleagues.add')}
      </button>
    </form>
  );
}
