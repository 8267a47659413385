import { useQuery } from '@tanstack/react-query';
import { useText } from '#web/text/use-text.ts';
import { AskedContent, SettingsPanel } from './settings-panel.tsx';
import { rolesQuery } from './settings-queries.ts';
import { type RoleTable, roles } from './settings-types.ts';
import { usePlaceWords } from './use-place-words.ts';

/** What each role may do: the built-in ones and the workspace's own. */
export function RolesTable() {
  const { t } = useText();
  const table = useQuery(rolesQuery);
  return (
    <SettingsPanel
      id="roles"
      title={t('settings.roles')}
      subtitle={t('settings.roles.subtitle')}
      busy={table.isPending}
    >
      <AskedContent asked={table}>{(all) => <Permissions table={all} />}</AskedContent>
    </SettingsPanel>
  );
}

function Permissions({ table: { custom, permissions } }: Readonly<{ table: RoleTable }>) {
  const { t, say } = useText();
  const { roleName } = usePlaceWords();
  const columns = [...roles, ...custom.map(({ id }) => id)];
  const holds = (role: string, name: string, builtIn: readonly string[]) =>
    builtIn.includes(role) || custom.some((each) => each.id === role && each.permissions.includes(name));
  return (
    <div className="settings-roles-wide">
      <table className="table settings-roles" aria-label={t('settings.roles')}>
        <thead>
          <tr>
            <th scope="col">{t('settings.may')}</th>
            {columns.map((role) => (
              <th key={role} scope="col">
                {roleName(role)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissions.map(({ name, words, roles: builtIn }) => (
            <tr key={name}>
              <th scope="row" title={name}>
                {say(words)}
              </th>
              {columns.map((role) => (
                <Held key={role} holder={roleName(role)} isHeld={holds(role, name, builtIn)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Held({ holder, isHeld }: Readonly<{ holder: string; isHeld: boolean }>) {
  const { t } = useText();
  return (
    <td data-held={isHeld} data-label={holder}>
      {isHeld && <span aria-hidden="true">●</span>}
      <span className="visually-hidden">{t(isHeld ? 'settings.yes' : 'settings.no')}</span>
    </td>
  );
}
