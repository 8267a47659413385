import type { Bilingual } from '#shared/bilingual.ts';
import { sql } from '#shared/sql.ts';
import { newRowId } from '#store/row-id.ts';
import type { Transaction } from '#store/store.ts';
import { isBuiltIn, isPermissionName, type PermissionName, permissionsOf } from '../permissions.ts';
import { type DataScope, usualScope } from './scope.ts';

type Querying = Pick<Transaction, 'query'>;

/** What a role is: its name (null for the built-in ones), what it may do, and the data scope its members usually get. */
export type RoleMeaning = Readonly<{
  name: Bilingual | null;
  permissions: readonly PermissionName[];
  usualScope: DataScope;
}>;

/** A role that the workspace made for itself. */
export type CustomRole = Readonly<{
  id: string;
  name: Bilingual;
  permissions: readonly PermissionName[];
  usualScope: DataScope;
  version: number;
}>;

type RoleKey = Readonly<{ workspaceId: string; role: string }>;

/** What a role means in the workspace; null when it has none of that name. */
export async function roleMeaning(tx: Querying, { workspaceId, role }: RoleKey): Promise<RoleMeaning | null> {
  if (isBuiltIn(role)) return { name: null, permissions: permissionsOf(role), usualScope: usualScope[role] };
  const [row] = await tx.query<RoleRow>(
    sql`select ${columns} from custom_role where workspace_id = ${workspaceId} and id = ${role}`,
  );
  return row ? customRole(row) : null;
}

/** The workspace's own roles by age, with how many hold each: members, open invitations and keys that work. */
export async function customRoles(
  tx: Querying,
  workspaceId: string,
): Promise<readonly (CustomRole & { holders: number })[]> {
  const rows = await tx.query<RoleRow & { holders: number }>(sql`
    select ${columns},
           ((select count(*) from member m where m.workspace_id = r.workspace_id and m.role = r.id)
            + (select count(*) from invitation i where i.workspace_id = r.workspace_id and i.role = r.id
                  and i.accepted_at is null and i.revoked_at is null and i.expires_at > now())
            + (select count(*) from api_key k where k.workspace_id = r.workspace_id and k.role = r.id
                  and k.revoked_at is null))::int as holders
      from custom_role r where workspace_id = ${workspaceId} order by created_at, id`);
  return rows.map((row) => ({ ...customRole(row), holders: row.holders }));
}

/** One of the workspace's own roles, locked until the transaction ends; null when there is none of that id. */
export async function lockedRole(tx: Querying, { workspaceId, role }: RoleKey): Promise<CustomRole | null> {
  const [row] = await tx.query<RoleRow>(
    sql`select ${columns} from custom_role where workspace_id = ${workspaceId} and id = ${role} for update`,
  );
  return row ? customRole(row) : null;
}

type Written = Readonly<{ name: Bilingual; permissions: readonly string[]; usualScope: DataScope }>;

/** Makes a role; returns its id. */
export async function addRole(tx: Querying, workspaceId: string, role: Written): Promise<string> {
  const id = newRowId();
  await tx.query(sql`
    insert into custom_role (workspace_id, id, name_zh, name_en, permissions, data_scope)
    values (${workspaceId}, ${id}, ${role.name.zh}, ${role.name.en}, ${JSON.stringify(role.permissions)}::jsonb,
            ${role.usualScope})`);
  return id;
}

/** Writes a role anew; who holds it is what it says from the next request on. */
export async function changeRole(tx: Querying, { workspaceId, role }: RoleKey, written: Written): Promise<void> {
  await tx.query(sql`
    update custom_role
       set name_zh = ${written.name.zh}, name_en = ${written.name.en}, data_scope = ${written.usualScope},
           permissions = ${JSON.stringify(written.permissions)}::jsonb, version = version + 1, updated_at = now()
     where workspace_id = ${workspaceId} and id = ${role}`);
}

/** Takes a role away. TRAP: whoever still holds it then may do nothing at all. */
export async function deleteRole(tx: Querying, { workspaceId, role }: RoleKey): Promise<void> {
  await tx.query(sql`delete from custom_role where workspace_id = ${workspaceId} and id = ${role}`);
}

/** Gives another role to everybody who holds one; how many members, invitations and keys that were. */
export async function moveHolders(
  tx: Querying,
  { workspaceId, role, to }: RoleKey & Readonly<{ to: string }>,
): Promise<number> {
  const members = sql`update member set role = ${to} where workspace_id = ${workspaceId} and role = ${role} returning 1`;
  const invitations = sql`update invitation set role = ${to} where workspace_id = ${workspaceId} and role = ${role} returning 1`;
  const keys = sql`update api_key set role = ${to} where workspace_id = ${workspaceId} and role = ${role} returning 1`;
  let moved = 0;
  for (const each of [members, invitations, keys]) moved += (await tx.query(each)).length;
  return moved;
}

type RoleRow = Readonly<{
  id: string;
  zh: string;
  en: string;
  permissions: unknown;
  usualScope: DataScope;
  version: number;
}>;

const columns = sql`id, name_zh as zh, name_en as en, permissions, data_scope as "usualScope", version`;

function customRole({ id, zh, en, permissions, usualScope: scope, version }: RoleRow): CustomRole {
  return { id, name: { zh, en }, permissions: knownPermissions(permissions), usualScope: scope, version };
}

/** The names that are permissions today: one that a version of the program has dropped grants nothing. */
export function knownPermissions(names: unknown): readonly PermissionName[] {
  return Array.isArray(names) ? names.filter(isPermissionName) : [];
}
