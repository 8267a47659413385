import { useQuery } from '@tanstack/react-query';
import { useRoleName } from '#web/shell/use-role-name.ts';
import { type TextKey, useText } from '#web/text/use-text.ts';
import { rolesQuery } from './settings-queries.ts';
import { dataScopes } from './settings-types.ts';

/** Roles and data scopes in words; a scope that a newer server knows is shown as it is written. */
export function usePlaceWords() {
  const { t } = useText();
  const named = useRoleName();
  const custom = useQuery(rolesQuery).data?.custom ?? [];
  return {
    roleName: (role: string) => named(role, custom.find(({ id }) => id === role)?.name ?? null),
    scopeName: (scope: string) =>
      dataScopes.some((each) => each === scope) ? t(`settings.scope.${scope}` as TextKey) : scope,
  };
}
