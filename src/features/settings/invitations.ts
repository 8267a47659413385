import { createHash } from 'node:crypto';
import type { Instant } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { newRowId } from '#store/row-id.ts';
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
export async function invite(tx: Querying, made: NewInvitation): Promise<{ id: string; token: string }> {
  const { workspaceId, email, name, role, dataScope, personId, invitedBy, expiresAt } = made;
  await tx.query(sql`
    update invitation set revoked_at = now()
     where workspace_id = ${workspaceId} and email = ${email} and accepted_at is null and revoked_at is null`);
  const [id, token] = [newRowId(), newSecret()];
  await tx.query(sql`
    insert into invitation (workspace_id, id, hash, email, name, role, data_scope, person_id, invited_by, expires_at)
    values (${workspaceId}, ${id}, ${hashOf(token)}, ${email}, ${name}, ${role}, ${dataScope}, ${personId}, ${invitedBy},
            ${expiresAt}::timestamptz)`);
  return { id, token };
}

/** Invitations of the workspace that still work, newest first; never their secrets. */
export function openInvitations(
  tx: Querying,
  at: { workspaceId: string; now: Instant },
): Promise<readonly Invitation[]> {
  return tx.query<Invitation>(sql`
    select id, email, name, role, data_scope as "dataScope", person_id as "personId", created_at as "createdAt",
           expires_at as "expiresAt"
      from invitation
     where workspace_id = ${at.workspaceId} and accepted_at is null and revoked_at is null
       and expires_at > ${at.now}::timestamptz
     order by created_at desc, id`);
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
    email: string;
    name: string;
    invitedBy: string;
    expiresAt: string;
  }>;

type Link = Readonly<{ token: string; now: Instant }>;

/** The invitation behind a link; null when it is unknown, used, revoked or over. */
export async function invitationOf(tx: Querying, { token, now }: Link): Promise<Invited | null> {
  const [found] = await tx.query<Invited>(sql`
    select i.id, i.workspace_id as "workspaceId", w.slug as "workspaceSlug", w.name as "workspaceName", i.email, i.name,
           i.role, i.data_scope as "dataScope", i.person_id as "personId", i.invited_by as "invitedBy",
           i.expires_at as "expiresAt"
      from invitation i
      join workspace w on w.id = i.workspace_id
     where i.hash = ${hashOf(token)} and i.accepted_at is null and i.revoked_at is null
       and i.expires_at > ${now}::timestamptz`);
  return found ?? null;
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
