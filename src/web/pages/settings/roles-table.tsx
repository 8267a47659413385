import { useQuery } from '@tanstack/react-query';
import { useText } from '#web/text/use-text.ts';
import { AskedContent, SettingsPanel } from './settings-panel.tsx';
import { rolesQuery } from './settings-queries.ts';
import { type RoleTable, roles } from './settings-types.ts';

/** What each role may do, from the server's one table. */
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
      <AskedContent asked={table}>{({ permissions }) => <Permissions permissions={permissions} />}</AskedContent>
    </SettingsPanel>
  );
}

function Permissions({ permissions }: Readonly<{ permissions: RoleTable['permissions'] }>) {
  const { t, say } = useText();
  return (
    <table className="table settings-roles" aria-label={t('settings.roles')}>
      <thead>
        <tr>
          <th scope="col">{t('settings.may')}</th>
          {roles.map((role) => (
            <th key={role} scope="col">
              {t(`shell.role.${role}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {permissions.map(({ name, words, roles: holders }) => (
          <tr key={name}>
            <th scope="row" title={name}>
              {say(words)}
            </th>
            {roles.map((role) => (
              <td key={role} data-held={holders.includes(role)} data-label={t(`shell.role.${role}`)}>
                {holders.includes(role) ? (
                  <>
                    <span aria-hidden="true">●</span>
                    <span className="visually-hidden">{t('settings.yes')}</span>
                  </>
                ) : (
                  <span className="visually-hidden">{t('settings.no')}</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
