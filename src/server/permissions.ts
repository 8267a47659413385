import type { Role } from '#features/viewer.ts';

/** What a member may be in a workspace. */
export const roles = ['admin', 'executive', 'manager', 'rep', 'finance', 'viewer'] as const satisfies readonly Role[];

/**
 * Who may do what. A route names one of these in `config.permission`; besides them there are `public` (anyone) and
 * `signed-in` (any member or API key). Whose rows are seen is not decided here but by the viewer's scope.
 */
export const permissions = {
  'data.read': ['admin', 'executive', 'manager', 'rep', 'finance', 'viewer'],
  'orders.write': ['admin', 'manager', 'rep'],
  'tasks.write': ['admin', 'manager', 'rep'],
  'pipeline.write': ['admin', 'manager', 'rep'],
  'pipeline.assign': ['admin', 'manager'],
  'pipeline.settings': ['admin'],
  'customers.write': ['admin', 'manager', 'rep'],
  'customers.release': ['admin', 'manager'],
  'customers.settings': ['admin'],
  'contacts.reveal': ['admin', 'manager', 'rep'],
  'audit.read': ['admin'],
  'imports.read': ['admin', 'executive'],
  'imports.write': ['admin'],
  'calendar.write': ['admin'],
  'workspace.write': ['admin'],
  'members.write': ['admin'],
  'api_keys.write': ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions | 'public' | 'signed-in';

/** Whether a route's permission is one that exists. */
export function isPermission(name: unknown): name is Permission {
  return typeof name === 'string' && (name === 'public' || name === 'signed-in' || Object.hasOwn(permissions, name));
}

/** Whether a role holds a permission; `public` and `signed-in` are held by every role. */
export function mayDo(role: Role, permission: Permission): boolean {
  if (permission === 'public' || permission === 'signed-in') return true;
  return (permissions[permission] as readonly Role[]).includes(role);
}

/** Every permission a role holds, by name. */
export function permissionsOf(role: Role): readonly string[] {
  return Object.entries(permissions).flatMap(([name, holders]) =>
    (holders as readonly Role[]).includes(role) ? [name] : [],
  );
}
