import type { Bilingual } from '#shared/bilingual.ts';
import { type TextKey, useText } from '#web/text/use-text.ts';

const builtIn: readonly string[] = ['admin', 'executive', 'manager', 'rep', 'finance', 'viewer'];

/** What a role is called: a built-in one in our words, one of the workspace's own as it was named. */
export function useRoleName(): (role: string, own: Bilingual | null) => string {
  const { t, say } = useText();
  return (role, own) => {
    if (own) return say(own);
    return builtIn.includes(role) ? t(`shell.role.${role}` as TextKey) : t('shell.role_gone');
  };
}
