import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '#web/api/use-me.ts';
import { useText } from '#web/text/use-text.ts';
import { DeleteRoleDialog } from './delete-role-dialog.tsx';
import { RoleDialog } from './role-dialog.tsx';
import { RolesTable } from './roles-table.tsx';
import { AskedContent, SettingsPanel } from './settings-panel.tsx';
import { rolesQuery } from './settings-queries.ts';
import type { CustomRole } from './settings-types.ts';
import { usePlaceWords } from './use-place-words.ts';

type Doing = Readonly<{ what: 'make' } | { what: 'change' | 'delete'; role: CustomRole }>;

/** The workspace's own roles, and what every role may do. */
export function RolesSection() {
  const { t } = useText();
  const table = useQuery(rolesQuery);
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const custom = table.data?.custom;
  return (
    <>
      <SettingsPanel
        id="own-roles"
        title={custom && custom.length > 0 ? t('access.roles.count', { count: custom.length }) : t('access.roles')}
        subtitle={t('access.roles.subtitle')}
        busy={table.isPending}
        tools={
          <button type="button" className="button" onClick={() => setDoing({ what: 'make' })}>
            {t('access.role.make')}
          </button>
        }
      >
        <AskedContent asked={{ ...table, data: custom }} empty={custom?.length === 0 ? t('access.roles.empty') : null}>
          {(all) => <OwnRoles roles={all} act={(what, role) => setDoing({ what, role })} />}
        </AskedContent>
      </SettingsPanel>
      <RolesTable />
      {doing?.what === 'make' && <RoleDialog edited={null} onClose={close} />}
      {doing?.what === 'change' && <RoleDialog edited={doing.role} onClose={close} />}
      {doing?.what === 'delete' && <DeleteRoleDialog deleted={doing.role} onClose={close} />}
    </>
  );
}

type OwnProps = Readonly<{
  roles: readonly CustomRole[];
  act: (what: 'change' | 'delete', role: CustomRole) => void;
}>;

function OwnRoles({ roles, act }: OwnProps) {
  const { t, say } = useText();
  const { scopeName } = usePlaceWords();
  const mine = useMe().viewer.role;
  return (
    <table className="table settings-stack" aria-label={t('access.roles')}>
      <thead>
        <tr>
          <th scope="col">{t('settings.role')}</th>
          <th scope="col">{t('access.role.permissions')}</th>
          <th scope="col">{t('access.role.scope')}</th>
          <th scope="col">{t('access.role.holders')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('settings.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {roles.map((role) => (
          <tr key={role.id}>
            <th scope="row">{say(role.name)}</th>
            <td>{t('access.role.permissions.n', { count: role.permissions.length })}</td>
            <td>{scopeName(role.usualScope)}</td>
            <td>{t('access.role.holders.n', { count: role.holders })}</td>
            <td className="settings-row-actions">
              {role.id !== mine &&
                (['change', 'delete'] as const).map((what) => (
                  <button
                    key={what}
                    type="button"
                    className="link"
                    aria-label={t(`access.role.${what}_named`, { name: say(role.name) })}
                    onClick={() => act(what, role)}
                  >
                    {t(`access.role.${what}`)}
                  </button>
                ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
