import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useMe } from '#web/api/use-me.ts';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import { Refused } from './refused.tsx';
import { RolePermissions } from './role-permissions.tsx';
import { rolesQuery, saveRole } from './settings-queries.ts';
import { type CustomRole, type DataScope, dataScopes, roles, type WrittenRole } from './settings-types.ts';
import { usePlaceWords } from './use-place-words.ts';

type Props = Readonly<{ edited: CustomRole | null; onClose: () => void }>;

/** Makes a role from the list of permissions, or changes one; it counts from the next click of whoever holds it. */
export function RoleDialog({ edited: role, onClose }: Props) {
  const { t, say } = useText();
  const title = role ? t('access.role.change.title', { name: say(role.name) }) : t('access.role.make');
  return (
    <Dialog title={title} place="right" onClose={onClose}>
      <RoleForm edited={role} onClose={onClose} />
    </Dialog>
  );
}

const nothing: WrittenRole = { name: { zh: '', en: '' }, permissions: ['data.read'], usualScope: 'self' };

function RoleForm({ edited: role, onClose }: Props) {
  const { t } = useText();
  const [written, setWritten] = useState<WrittenRole>(role ?? nothing);
  const [confirmsPower, setConfirmed] = useState(false);
  const { name, permissions } = written;
  const isPowerful = useQuery(rolesQuery).data?.permissions.some(
    (each) => each.isPowerful && permissions.includes(each.name),
  );
  const save = useMutation({
    mutationFn: () => saveRole({ ...written, confirmsPower }, role),
    onSuccess: onClose,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const call = (locale: 'zh' | 'en', text: string) => setWritten({ ...written, name: { ...name, [locale]: text } });
  return (
    <form className="settings-form" onSubmit={submit}>
      <div className="settings-pair">
        {(['zh', 'en'] as const).map((locale) => (
          <label key={locale}>
            {t(`access.role.name.${locale}`)}
            <input
              required
              maxLength={40}
              value={name[locale]}
              onChange={(event) => call(locale, event.target.value)}
            />
          </label>
        ))}
      </div>
      <div className="settings-pair">
        <ScopeField scope={written.usualScope} choose={(usualScope) => setWritten({ ...written, usualScope })} />
        {role === null && <StartFrom choose={(held) => setWritten({ ...written, permissions: held })} />}
      </div>
      <RolePermissions held={permissions} choose={(held) => setWritten({ ...written, permissions: held })} />
      {isPowerful && (
        <label className="settings-rule settings-care">
          <input type="checkbox" checked={confirmsPower} onChange={(event) => setConfirmed(event.target.checked)} />
          {t('access.role.confirm')}
        </label>
      )}
      {role && <p className="t2">{t('access.role.change.what', { count: role.holders })}</p>}
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
  );
}

function ScopeField({ scope, choose }: Readonly<{ scope: DataScope; choose: (scope: DataScope) => void }>) {
  const { t } = useText();
  const { scopeName } = usePlaceWords();
  return (
    <label>
      {t('access.role.scope')}
      <select value={scope} onChange={(event) => choose(event.target.value as DataScope)}>
        {dataScopes.map((each) => (
          <option key={each} value={each}>
            {scopeName(each)}
          </option>
        ))}
      </select>
    </label>
  );
}

function StartFrom({ choose }: Readonly<{ choose: (held: readonly string[]) => void }>) {
  const { t } = useText();
  const { roleName } = usePlaceWords();
  const mine = useMe().viewer.permissions;
  const table = useQuery(rolesQuery).data?.permissions ?? [];
  const start = (role: string) => {
    const held = table.filter((each) => each.roles.some((holder) => holder === role) && mine.includes(each.name));
    if (role !== '') choose(held.map(({ name }) => name));
  };
  return (
    <label>
      {t('access.role.from')}
      <select defaultValue="" onChange={(event) => start(event.target.value)}>
        <option value="">{t('access.role.from.none')}</option>
        {roles.map((role) => (
          <option key={role} value={role}>
            {roleName(role)}
          </option>
        ))}
      </select>
    </label>
  );
}
