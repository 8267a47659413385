import { type TextKey, useText } from '#web/text/use-text.ts';
import { dataScopes, roles } from './settings-types.ts';

/** Roles and data scopes in words; one that a newer server knows is shown as it is written. */
export function usePlaceWords() {
  const { t } = useText();
  const words = (known: readonly string[], name: string, key: (name: string) => TextKey) =>
    known.includes(name) ? t(key(name)) : name;
  return {
    roleName: (role: string) => words(roles, role, (name) => `shell.role.${name}` as TextKey),
    scopeName: (scope: string) => words(dataScopes, scope, (name) => `settings.scope.${name}` as TextKey),
  };
}
