import { useQuery } from '@tanstack/react-query';
import { useText } from '#web/text/use-text.ts';
import { colleaguesQuery, rolesQuery } from './settings-queries.ts';
import { type DataScope, dataScopes, type Place, roles } from './settings-types.ts';
import { usePlaceWords } from './use-place-words.ts';

type Props = Readonly<{ place: Place; choose: (place: Place) => void }>;

/** Role, data scope and colleague; another role brings its usual scope along. */
export function PlaceFields({ place, choose }: Props) {
  const { t } = useText();
  const table = useQuery(rolesQuery).data;
  const colleagues = useQuery(colleaguesQuery).data ?? [];
  const { roleName } = usePlaceWords();
  const custom = table?.custom ?? [];
  const chooseRole = (role: string) => {
    const known = table?.roles.find((each) => each.role === role) ?? custom.find(({ id }) => id === role);
    const usual = dataScopes.find((scope) => scope === known?.usualScope);
    choose({ ...place, role, dataScope: usual ?? place.dataScope });
  };
  return (
    <>
      <div className="settings-pair">
        <label>
          {t('settings.role')}
          <select value={place.role} onChange={(event) => chooseRole(event.target.value)}>
            {[...roles, ...custom.map(({ id }) => id)].map((role) => (
              <option key={role} value={role}>
                {roleName(role)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('settings.scope')}
          <select
            value={place.dataScope}
            onChange={(event) => choose({ ...place, dataScope: event.target.value as DataScope })}
          >
            {dataScopes.map((scope) => (
              <option key={scope} value={scope}>
                {t(`settings.scope.${scope}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label>
        {t('settings.person')}
        <select
          required={place.dataScope !== 'all'}
          value={place.personId ?? ''}
          onChange={(event) => choose({ ...place, personId: event.target.value || null })}
        >
          <option value="">{t('settings.person.none')}</option>
          {colleagues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <span className="settings-note">
          {t(place.dataScope === 'all' ? 'settings.person.why' : 'settings.person.needed')}
        </span>
      </label>
    </>
  );
}
