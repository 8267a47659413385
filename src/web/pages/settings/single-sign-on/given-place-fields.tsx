import { useQuery } from '@tanstack/react-query';
import type { Bilingual } from '#shared/bilingual.ts';
import { useText } from '#web/text/use-text.ts';
import { rolesQuery } from '../settings-queries.ts';
import { usePlaceWords } from '../use-place-words.ts';
import type { GivenPlace, GivenScope } from './sign-on-queries.ts';

const scopes: readonly GivenScope[] = ['self', 'self_and_reports', 'team', 'team_and_below', 'all'];

type Props = Readonly<{ place: GivenPlace; choose: (place: GivenPlace) => void; of: string }>;

/** Role and data scope, without a colleague: another role brings its usual scope along. */
export function GivenPlaceFields({ place, choose, of }: Props) {
  const { t, say } = useText();
  const { roleName } = usePlaceWords();
  const table = useQuery(rolesQuery).data;
  // as: a workspace may have roles of its own, which older servers do not say.
  const custom = (table as { custom?: readonly Readonly<{ id: string; name: Bilingual; usualScope: string }>[] })
    ?.custom;
  const known = [
    ...(table?.roles ?? []).map(({ role, usualScope }) => ({ role: role as string, name: roleName(role), usualScope })),
    ...(custom ?? []).map(({ id, name, usualScope }) => ({ role: id, name: say(name), usualScope })),
  ];
  const chooseRole = (role: string) => {
    const usual = scopes.find((scope) => scope === known.find((each) => each.role === role)?.usualScope);
    choose({ role, dataScope: usual ?? place.dataScope });
  };
  return (
    <>
      <select
        aria-label={`${t('settings.role')} ${of}`}
        value={place.role}
        onChange={(event) => chooseRole(event.target.value)}
      >
        {known.map(({ role, name }) => (
          <option key={role} value={role}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label={`${t('settings.scope')} ${of}`}
        value={place.dataScope}
        onChange={(event) => choose({ ...place, dataScope: event.target.value as GivenScope })}
      >
        {scopes.map((scope) => (
          <option key={scope} value={scope}>
            {t(`settings.scope.${scope}`)}
          </option>
        ))}
      </select>
    </>
  );
}
