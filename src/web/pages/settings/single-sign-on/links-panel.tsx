import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { Refused } from '../refused.tsx';
import { AskedContent, SettingsPanel } from '../settings-panel.tsx';
import { membersQuery } from '../settings-queries.ts';
import { addLink, type Link, type ProviderKind, removeLink, signOnPeopleQuery } from './sign-on-queries.ts';
import { TextField } from './text-field.tsx';

/** Who is who at the providers. */
export function LinksPanel({ kinds }: Readonly<{ kinds: readonly ProviderKind[] }>) {
  const { t } = useText();
  const people = useQuery(signOnPeopleQuery);
  const [isAdding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Link | null>(null);
  const [first] = kinds;
  return (
    <>
      <SettingsPanel
        id="links"
        title={t('sign_on.links')}
        subtitle={t('sign_on.links.subtitle')}
        busy={people.isPending}
        tools={
          first && (
            <button type="button" className="button button-plain" onClick={() => setAdding(true)}>
              {t('sign_on.links.add')}
            </button>
          )
        }
      >
        <AskedContent asked={people} empty={people.data?.links.length === 0 ? t('sign_on.links.empty') : null}>
          {({ links }) => <LinksTable links={links} remove={setRemoving} />}
        </AskedContent>
      </SettingsPanel>
      {isAdding && first && <LinkDialog kinds={kinds} first={first} onClose={() => setAdding(false)} />}
      {removing && (
        <ConfirmDialog
          title={t('sign_on.links.remove.title', { name: removing.name })}
          what={t('sign_on.links.remove.what')}
          verb={t('sign_on.links.remove')}
          act={() => removeLink(removing)}
          onClose={() => setRemoving(null)}
        />
      )}
    </>
  );
}

function LinksTable({ links, remove }: Readonly<{ links: readonly Link[]; remove: (link: Link) => void }>) {
  const { t } = useText();
  return (
    <table className="table settings-stack" aria-label={t('sign_on.links')}>
      <thead>
        <tr>
          <th scope="col">{t('sign_on.links.member')}</th>
          <th scope="col">{t('settings.email')}</th>
          <th scope="col">{t('sign_on.links.provider')}</th>
          <th scope="col">{t('sign_on.links.subject')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('settings.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {links.map((link) => (
          <tr key={link.id}>
            <th scope="row">{link.name}</th>
            <td className="t2">{link.email}</td>
            <td>{t(`sign_on.kind.${link.kind}`)}</td>
            <td className="t2 sign-on-subject" title={link.subject}>
              {link.subject}
            </td>
            <td className="settings-row-actions">
              <button
                type="button"
                className="link"
                aria-label={t('sign_on.links.remove_named', { name: link.name })}
                onClick={() => remove(link)}
              >
                {t('sign_on.links.remove')}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type LinkProps = Readonly<{ kinds: readonly ProviderKind[]; first: ProviderKind; onClose: () => void }>;

function LinkDialog({ kinds, first, onClose }: LinkProps) {
  const { t } = useText();
  const members = useQuery(membersQuery).data ?? [];
  const [kind, setKind] = useState<ProviderKind>(first);
  const [userId, setUserId] = useState('');
  const [subject, setSubject] = useState('');
  const add = useMutation({ mutationFn: () => addLink({ kind, userId, subject }), onSuccess: onClose });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <Dialog title={t('sign_on.links.add')} place="middle" onClose={onClose}>
      <form className="settings-form" onSubmit={submit}>
        <label>
          {t('sign_on.links.member')}
          <select required value={userId} onChange={(event) => setUserId(event.target.value)}>
            <option value="">{t('sign_on.links.choose')}</option>
            {members.map((member) => (
              <option key={member.userId} value={member.userId}>
                {`${member.name} · ${member.email}`}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('sign_on.links.provider')}
          <select value={kind} onChange={(event) => setKind(event.target.value as ProviderKind)}>
            {kinds.map((each) => (
              <option key={each} value={each}>
                {t(`sign_on.kind.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <TextField
          label={t('sign_on.links.subject')}
          note={t('sign_on.links.add.what')}
          required
          maxLength={255}
          value={subject}
          change={(text) => setSubject(text ?? '')}
        />
        <Refused error={add.error} />
        <div className="settings-actions">
          <button type="submit" className="button" disabled={add.isPending}>
            {t(add.isPending ? 'settings.saving' : 'sign_on.links.add')}
          </button>
          <button type="button" className="button button-plain" onClick={onClose}>
            {t('settings.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
