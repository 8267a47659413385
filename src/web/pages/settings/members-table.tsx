import { useState } from 'react';
import { useMe } from '#web/api/use-me.ts';
import { useText } from '#web/text/use-text.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { MemberFactor } from './factors-of-members.tsx';
import { MemberDialog } from './member-dialog.tsx';
import { removeMember } from './settings-queries.ts';
import type { Member } from './settings-types.ts';
import { usePlaceWords } from './use-place-words.ts';

type Doing = Readonly<{ what: 'change' | 'remove'; member: Member }>;

/** The members, one row each; one's own place is changed by another admin. */
export function MembersTable({ members }: Readonly<{ members: readonly Member[] }>) {
  const { t } = useText();
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  return (
    <>
      <table className="table settings-stack" aria-label={t('settings.members')}>
        <thead>
          <tr>
            <th scope="col">{t('settings.name')}</th>
            <th scope="col">{t('settings.email')}</th>
            <th scope="col">{t('settings.role')}</th>
            <th scope="col">{t('settings.scope')}</th>
            <th scope="col">{t('settings.person')}</th>
            <th scope="col">{t('factor.members')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('settings.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <MemberRow key={member.userId} member={member} act={(what) => setDoing({ what, member })} />
          ))}
        </tbody>
      </table>
      {doing?.what === 'change' && <MemberDialog member={doing.member} onClose={close} />}
      {doing?.what === 'remove' && (
        <ConfirmDialog
          title={t('settings.remove.title', { name: doing.member.name })}
          what={t('settings.remove.what')}
          verb={t('settings.remove')}
          act={() => removeMember(doing.member.userId)}
          onClose={close}
        />
      )}
    </>
  );
}

function MemberRow({ member, act }: Readonly<{ member: Member; act: (what: Doing['what']) => void }>) {
  const { t } = useText();
  const { roleName, scopeName } = usePlaceWords();
  const isOneself = useMe().viewer.email === member.email;
  return (
    <tr>
      <th scope="row">
        {member.name}
        {isOneself && <span className="badge">{t('settings.you')}</span>}
      </th>
      <td className="t2">{member.email}</td>
      <td>{roleName(member.role)}</td>
      <td>{scopeName(member.dataScope)}</td>
      <td>{member.personName ?? <span className="t3">—</span>}</td>
      <td data-label={t('factor.members')}>
        <MemberFactor member={member} />
      </td>
      <td className="settings-row-actions">
        {!isOneself && (
          <>
            <button
              type="button"
              className="link"
              aria-label={t('settings.change_named', { name: member.name })}
              onClick={() => act('change')}
            >
              {t('settings.change')}
            </button>
            <button
              type="button"
              className="link"
              aria-label={t('settings.remove_named', { name: member.name })}
              onClick={() => act('remove')}
            >
              {t('settings.remove')}
            </button>
          </>
        )}
      </td>
    </tr>
  );
}
