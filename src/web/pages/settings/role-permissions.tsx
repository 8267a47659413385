import { useQuery } from '@tanstack/react-query';
import { useMe } from '#web/api/use-me.ts';
import { useText } from '#web/text/use-text.ts';
import { rolesQuery } from './settings-queries.ts';

type Props = Readonly<{ held: readonly string[]; choose: (held: readonly string[]) => void }>;

/** Every permission with a box; one that the reader does not hold cannot be handed on. */
export function RolePermissions({ held, choose }: Props) {
  const { t, say } = useText();
  const mine = useMe().viewer.permissions;
  const permissions = useQuery(rolesQuery).data?.permissions ?? [];
  const toggle = (name: string) => choose(held.includes(name) ? held.filter((each) => each !== name) : [...held, name]);
  return (
    <fieldset className="settings-permissions">
      <legend>{t('access.role.permissions')}</legend>
      {permissions.map(({ name, words, isPowerful }) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={held.includes(name)}
            disabled={!mine.includes(name)}
            onChange={() => toggle(name)}
          />
          <span>
            {say(words)}
            {isPowerful && <em>{t('access.role.powerful')}</em>}
            {!mine.includes(name) && <em>{t('access.role.not_yours')}</em>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
