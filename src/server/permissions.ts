import { isPermissionName, type PermissionName } from '#features/permissions.ts';
import type { Viewer } from '#features/viewer.ts';

/**
 * What a route asks for in `config.permission`: a permission by name, or `public` (anyone), `let-in` (whoever the server knows,
 * the holder of a share link too), `signed-in` (any member or API key) or `operator` (people who run the installation).
 */
export type Permission = PermissionName | 'public' | 'let-in' | 'signed-in' | 'operator';

const special: readonly string[] = ['public', 'let-in', 'signed-in', 'operator'];

/** Whether a route's permission is one that exists. */
export function isPermission(name: unknown): name is Permission {
  return isPermissionName(name) || (typeof name === 'string' && special.includes(name));
}

/** Whether somebody may pass: by the permissions they hold now, whatever their role is called. */
export function mayDo(
  { permissions, sharedLink }: Pick<Viewer, 'permissions' | 'sharedLink'>,
  permission: Permission,
): boolean {
  if (permission === 'public' || permission === 'let-in') return true;
  if (permission === 'signed-in') return sharedLink === null;
  return permissions.includes(permission);
}
