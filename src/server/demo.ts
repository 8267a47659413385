import type { RouteDeps } from '#features/route-deps.ts';
import type { Role } from '#features/viewer.ts';

/** Slug of the demo workspace. */
export const demoSlug = 'demo';

/** The password of every demo sign-in; it is public. */
export const demoPassword = 'demo-salesboard';

const demoRoles = ['admin', 'executive', 'manager', 'rep', 'finance', 'viewer'] as const satisfies readonly Role[];

/** One sign-in a role, the admin's first. */
export const demoEmails: readonly string[] = demoRoles.map((role) => `${role}@demo.local`);

/** Makes the demo workspace with its data and one sign-in a role. */
export async function makeDemo(deps: RouteDeps): Promise<void> {
  void deps;
}
