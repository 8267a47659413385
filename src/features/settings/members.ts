import type { Bilingual } from '#shared/bilingual.ts';
import { sql } from '#shared/sql.ts';
import type { Transaction } from '#store/store.ts';
import type { Workspace } from '#store/workspaces.ts';
import { isBuiltIn, permissionsOf } from '../permissions.ts';
import { knownPermissions } from './roles.ts';
import type { DataScope } from './scope.ts';

type Querying = Pick<Transaction, 'query'>;

/** Someone's place in a workspace, with the workspace. */
export type Membership = Readonly<{
  workspace: Workspace;
  /** A built-in role or the id of one of the workspace's own. */
  role: string;
  roleName: Bilingual | null;
  /** What the role may do now. */
  permissions: readonly string[];
  dataScope: DataScope;
  personId: string | null;
  personName: string | null;
  /** Who may come in by a password: `everyone`, or `admins`. Of users only. */
  passwordFor?: string | undefined;
}>;

/** The workspaces a user may enter, the one used last leading, then the one joined first. */
export async function membershipsOf(tx: Querying, userId: string): Promise<readonly Membership[]> {
  const rows = await tx.query<MembershipRow>(sql`
    select w.id, w.slug, w.name, w.zone, w.currency, w.fiscal_start_month, w.week_start, w.colours, w.password_for,
           m.role, r.permissions, r.name_zh, r.name_en, m.data_scope, m.person_id, p.name as person_name
      from member m
      join workspace w on w.id = m.workspace_id
      left join custom_role r on r.workspace_id = m.workspace_id and r.id = m.role
      left join person p on p.workspace_id = m.workspace_id and p.id = m.person_id
     where m.user_id = ${userId}
     order by m.last_used_at desc nulls last, m.created_at, w.slug`);
  return rows.map(membershipOfRow);
}

/** A row that joins a workspace with somebody's place in it. */
export type MembershipRow = Readonly<{
  id: string;
  slug: string;
  name: string;
  zone: string;
  currency: string;
  fiscal_start_month: number;
  week_start: number;
  colours: Workspace['colours'];
  password_for?: string | undefined;
  role: string;
  /** Of a role of the workspace's own; null else. */
  permissions: unknown;
  name_zh: string | null;
  name_en: string | null;
  data_scope: DataScope;
  person_id: string | null;
  person_name: string | null;
}>;

/** The membership that a joined row says. */
export function membershipOfRow(row: MembershipRow): Membership {
  return {
    workspace: {
      id: row.id,
      slug: row.slug,
      name: row.name,
      zone: row.zone,
      currency: row.currency,
      fiscalStartMonth: row.fiscal_start_month,
      weekStart: row.week_start,
      colours: row.colours,
    },
    role: row.role,
    roleName: row.name_zh === null ? null : { zh: row.name_zh, en: row.name_en ?? row.name_zh },
    permissions: isBuiltIn(row.role) ? permissionsOf(row.role) : knownPermissions(row.permissions),
    dataScope: row.data_scope,
    personId: row.person_id,
    personName: row.person_name,
    passwordFor: row.password_for,
  };
}

export type NewMember = Readonly<{
  workspaceId: string;
  userId: string;
  role: string;
  dataScope: DataScope;
  personId: string | null;
}>;

/** Lets a user into a workspace, or changes their place there. */
export async function putMember(tx: Querying, member: NewMember): Promise<void> {
  await tx.query(sql`
    insert into member (workspace_id, user_id, role, data_scope, person_id)
    values (${member.workspaceId}, ${member.userId}, ${member.role}, ${member.dataScope}, ${member.personId})
    on conflict (workspace_id, user_id)
    do update set role = excluded.role, data_scope = excluded.data_scope, person_id = excluded.person_id`);
}

/** The person of that name or id, for `--person`; more than one when the name is not unique. */
export function peopleCalled(tx: Querying, asked: { workspaceId: string; name: string }) {
  return tx.query<{ id: string; name: string }>(sql`
    select id, name from person
     where workspace_id = ${asked.workspaceId} and (id = ${asked.name} or name = ${asked.name})
     order by id limit 5`);
}

export type Member = Readonly<{
  userId: string;
  name: string;
  email: string;
  role: string;
  dataScope: DataScope;
  personId: string | null;
  personName: string | null;
}>;

/** The workspace's members by name. */
export function membersOf(tx: Querying, workspaceId: string): Promise<readonly Member[]> {
  return tx.query<Member>(sql`
    select m.user_id as "userId", u.name, u.email, m.role, m.data_scope as "dataScope", m.person_id as "personId",
           p.name as "personName"
      from member m
      join sign_in_user u on u.id = m.user_id
      left join person p on p.workspace_id = m.workspace_id and p.id = m.person_id
     where m.workspace_id = ${workspaceId}
     order by u.name, m.user_id`);
}

type MemberKey = Readonly<{ workspaceId: string; userId: string }>;

/** A member's place: what they are, whose data they see, which colleague they are. */
export type Place = Readonly<{ role: string; dataScope: DataScope; personId: string | null }>;

/** The user's place in the workspace, locked until the transaction ends; null when they may not enter it. */
export async function lockedPlace(tx: Querying, { workspaceId, userId }: MemberKey): Promise<Place | null> {
  const [found] = await tx.query<Place>(sql`
    select role, data_scope as "dataScope", person_id as "personId"
      from member where workspace_id = ${workspaceId} and user_id = ${userId} for update`);
  return found ?? null;
}

/** Takes a user out of the workspace; what they were, or null when they were not in it. */
export async function removeMember(tx: Querying, { workspaceId, userId }: MemberKey): Promise<Place | null> {
  const [gone] = await tx.query<Place>(sql`
    delete from member where workspace_id = ${workspaceId} and user_id = ${userId}
    returning role, data_scope as "dataScope", person_id as "personId"`);
  return gone ?? null;
}

/** The colleagues in the data, whom members can be, by name. */
export function colleaguesOf(tx: Querying, workspaceId: string): Promise<readonly { id: string; name: string }[]> {
  return tx.query<{ id: string; name: string }>(
    sql`select id, name from person where workspace_id = ${workspaceId} order by name, id limit 10000`,
  );
}
