import { useSearch } from '@tanstack/react-router';
import { useMe } from '#web/api/use-me.ts';

/** The sections of the page, each with what one must hold to see it; everyone has an account. */
const sections = {
  people: 'members.write',
  sign_on: 'single_sign_on.write',
  roles: 'roles.write',
  links: 'links.share',
  keys: 'api_keys.write',
  calendar: 'calendar.write',
  workspace: 'workspace.write',
  plan: 'workspace.export',
  account: null,
  audit: 'audit.read',
  backup: 'operator',
} as const;

export type SectionId = keyof typeof sections;

/** The sections one may see, and the one that the URL names (the first one when it names none of them). */
export function useSection(): Readonly<{ open: readonly SectionId[]; section: SectionId }> {
  const { section: named } = useSearch({ strict: false }) as { section?: unknown };
  const { permissions } = useMe().viewer;
  // as: Object.entries forgets that the names are those of the table.
  const open = (Object.entries(sections) as [SectionId, string | null][])
    .filter(([, permission]) => permission === null || permissions.includes(permission))
    .map(([id]) => id);
  return { open, section: open.find((id) => id === named) ?? open[0] ?? 'account' };
}
