import type { Role } from './viewer.ts';

/** The roles that every workspace has. */
export const roles = ['admin', 'executive', 'manager', 'rep', 'finance', 'viewer'] as const satisfies readonly Role[];

/**
 * What may be permitted, and which of the built-in roles may do it; a workspace's own roles are lists of these names. Whose rows
 * are seen is not decided here but by the viewer's scope.
 */
export const permissions = {
  'data.read': ['admin', 'executive', 'manager', 'rep', 'finance', 'viewer'],
  'data.export': ['admin', 'executive', 'manager', 'rep', 'finance', 'viewer'],
  'margin.read': ['admin', 'executive', 'finance'],
  'commission.read': ['admin', 'executive', 'finance'],
  'links.share': ['admin', 'executive', 'manager'],
  'links.manage': ['admin'],
  'orders.write': ['admin', 'manager', 'rep'],
  'tasks.write': ['admin', 'manager', 'rep'],
  'pipeline.write': ['admin', 'manager', 'rep'],
  'pipeline.assign': ['admin', 'manager'],
  'pipeline.settings': ['admin'],
  'customers.pool': ['admin', 'executive', 'manager', 'rep'],
  'customers.write': ['admin', 'manager', 'rep'],
  'customers.release': ['admin', 'manager'],
  'customers.settings': ['admin'],
  'contacts.reveal': ['admin', 'manager', 'rep'],
  'audit.read': ['admin'],
  'imports.read': ['admin', 'executive'],
  'imports.write': ['admin'],
  'calendar.write': ['admin'],
  'workspace.write': ['admin'],
  'workspace.export': ['admin'],
  'members.write': ['admin'],
  'single_sign_on.write': ['admin'],
  'roles.write': ['admin'],
  'api_keys.write': ['admin'],
} as const satisfies Record<string, readonly Role[]>;

/** The name of something that may be permitted. */
export type PermissionName = keyof typeof permissions;

/** Guard no route but fields of the data, or what a page shows of them. */
export const fieldPermissions = [
  'margin.read',
  'commission.read',
  'customers.pool',
] as const satisfies readonly PermissionName[];

/** Whoever holds one of these decides what others may do: a role that grants one says so. */
export const powerfulPermissions = [
  'members.write',
  'single_sign_on.write',
  'roles.write',
  'api_keys.write',
] as const satisfies readonly PermissionName[];

/** Whether there is such a permission. */
export function isPermissionName(name: unknown): name is PermissionName {
  return typeof name === 'string' && Object.hasOwn(permissions, name);
}

/** Whether it is one of the roles that every workspace has. */
export function isBuiltIn(role: string): role is Role {
  return (roles as readonly string[]).includes(role);
}

/** Every permission a built-in role holds, by name. */
export function permissionsOf(role: Role): readonly PermissionName[] {
  // as: entries forgets that the names are those of the table.
  return (Object.entries(permissions) as [PermissionName, readonly Role[]][]).flatMap(([name, holders]) =>
    holders.includes(role) ? [name] : [],
  );
}
