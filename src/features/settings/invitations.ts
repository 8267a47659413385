import { createHash } from 'node:crypto';
import type { Bilingual } from '#shared/bilingual.ts';
import type { Instant } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { newRowId } from '#store/row-id.ts';
import { type Keyring, sealedParts } from '#store/seal.ts';
import { newSecret } from '#store/secret.ts';
import type { Transaction } from '#store/store.ts';
import type { Place } from './members.ts';

type Querying = Pick<Transaction, 'query'>;

/** Somebody who was asked to join and has not yet come. */
export type Invitation = Place &
  Readonly<{ id: string; email: string; name: string; createdAt: string; expiresAt: string }>;

export type NewInvitation = Place &
  Readonly<{ workspaceId: string; email: string; name: string; invitedBy: string; expiresAt: Instant }>;

/**
 * Invites an address; an earlier invitation of it that is still open ends. The secret of the link is returned this once; only its
 * SHA-256 is kept.
 */
export async function invite(
  tx: Querying,
  keyring: Keyring,
  made: NewInvitation,
): Promise<{ id: string; token: string }> {
  const { workspaceId, role, dataScope, personId, invitedBy, expiresAt } = made;
  await revokeEarlier(tx, keyring, made);
  const [id, token] = [newRowId(), newSecret()];
  const sealed = (column: 'email' | 'name') =>
    keyring.seal(made[column], { workspaceId, entity: 'invitation', column, rowId: id });
  await tx.query(sql`
    insert into invitation (workspace_id, id, hash, email, name, role, data_scope, person_id, invited_by, expires_at)
    values (${workspaceId}, ${id}, ${hashOf(token)}, ${sealed('email')}, ${sealed('name')}, ${role}, ${dataScope}, ${personId}, ${invitedBy},
            ${expiresAt}::timestamptz)`);
  return { id, token };
}

/** Addresses are sealed, so they are compared in clear here. */
async function revokeEarlier(tx: Querying, keyring: Keyring, { workspaceId, email }: NewInvitation): Promise<void> {
  const standing = await tx.query<Pick<Invitation, 'id' | 'email' | 'name'>>(sql`
    select id, email, name from invitation
     where workspace_id = ${workspaceId} and accepted_at is null and revoked_at is null`);
  const ids = standing.filter((each) => opened(keyring, each).email === email).map(({ id }) => id);
  await tx.query(sql`
    update invitation set revoked_at = now()
     where workspace_id = ${workspaceId} and id = any(${ids}::text[]) and accepted_at is null and revoked_at is null`);
}

/** With address and name in clear; earlier versions wrote them so. */
function opened<T extends Pick<Invitation, 'email' | 'name'>>(keyring: Keyring, found: T): T {
  const clear = (text: string) => (sealedParts(text) ? keyring.open(text) : text);
  return { ...found, email: clear(found.email), name: clear(found.name) };
}

/** Invitations of the workspace that still work, newest first; never their secrets. */
export async function openInvitations(
  tx: Querying,
  keyring: Keyring,
  at: { workspaceId: string; now: Instant },
): Promise<readonly Invitation[]> {
  const found = await tx.query<Invitation>(sql`
    select id, email, name, role, data_scope as "dataScope", person_id as "personId", created_at as "createdAt",
           expires_at as "expiresAt"
      from invitation
     where workspace_id = ${at.workspaceId} and accepted_at is null and revoked_at is null
       and expires_at > ${at.now}::timestamptz
     order by created_at desc, id`);
  return found.map((each) => opened(keyring, each));
}

/** Ends an invitation; false when there is none that still works. */
export async function revokeInvitation(tx: Querying, key: { workspaceId: string; id: string }): Promise<boolean> {
  const revoked = await tx.query(sql`
    update invitation set revoked_at = now()
     where workspace_id = ${key.workspaceId} and id = ${key.id} and accepted_at is null and revoked_at is null
    returning id`);
  return revoked.length > 0;
}

/** What the holder of a link was invited to. */
export type Invited = Place &
  Readonly<{
    id: string;
    workspaceId: string;
    workspaceSlug: string;
    workspaceName: string;
    /** What a role of the workspace's own is called; null for the built-in ones. */
    roleName: Bilingual | null;
    email: string;
    name: string;
    invitedBy: string;
    expiresAt: string;
  }>;

type Link = Readonly<{ token: string; now: Instant }>;

/** The invitation behind a link; null when it is unknown, used, revoked or over. */
export async function invitationOf(tx: Querying, keyring: Keyring, { token, now }: Link): Promise<Invited | null> {
  const [found] = await tx.query<Invited>(sql`
    select i.id, i.workspace_id as "workspaceId", w.slug as "workspaceSlug", w.name as "workspaceName", i.email, i.name,
           i.role, i.data_scope as "dataScope", i.person_id as "personId", i.invited_by as "invitedBy",
           case when r.id is not null then jsonb_build_object('zh', r.name_zh, 'en', r.name_en) end as "roleName",
           i.expires_at as "expiresAt"
      from invitation i
      join workspace w on w.id = i.workspace_id
      left join custom_role r on r.workspace_id = i.workspace_id and r.id = i.role
     where i.hash = ${hashOf(token)} and i.accepted_at is null and i.revoked_at is null
       and i.expires_at > ${now}::timestamptz`);
  return found ? opened(keyring, found) : null;
}

/** The open invitation of an address; null when there is none. Addresses are sealed, so they are compared in clear here. */
export async function openInvitationOf(
  tx: Querying,
  keyring: Keyring,
  { email, ...at }: Readonly<{ workspaceId: string; email: string; now: Instant }>,
): Promise<(Place & Readonly<{ id: string }>) | null> {
  const standing = await openInvitations(tx, keyring, at);
  return standing.find((each) => each.email === email) ?? null;
}

/** Uses an invitation up; false when somebody was faster, or it ended meanwhile. */
export async function takeInvitation(
  tx: Querying,
  { id, workspaceId, now }: Pick<Invited, 'id' | 'workspaceId'> & { now: Instant },
) {
  const used = await tx.query(sql`
    update invitation set accepted_at = now()
     where workspace_id = ${workspaceId} and id = ${id} and accepted_at is null and revoked_at is null
       and expires_at > ${now}::timestamptz
    returning id`);
  return used.length > 0;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
