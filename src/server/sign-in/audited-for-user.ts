import type { AuditAction } from '#shared/audit-actions.ts';
import { sql } from '#shared/sql.ts';
import { type AuditDetails, audited } from '#store/audit.ts';
import type { Transaction } from '#store/store.ts';

type UserNote = Readonly<{
  userId: string;
  actor: string;
  address: string | null;
  action: AuditAction;
  details?: AuditDetails;
  /** The one workspace that their session opens: what they do by it is no other one's business. */
  only?: string | null;
}>;

/** Adds an entry about a user to the audit log of every workspace that they may enter: a sign-in belongs to no single one. */
export async function auditedForUser(tx: Pick<Transaction, 'query'>, note: UserNote): Promise<void> {
  const { userId, only = null, ...rest } = note;
  // In one order, so that two of them never wait for each other.
  const memberships = await tx.query<{ workspaceId: string }>(sql`
    select workspace_id as "workspaceId" from member
     where user_id = ${userId} and coalesce(workspace_id = ${only}, ${only}::text is null)
     order by workspace_id`);
  for (const { workspaceId } of memberships)
    await audited(tx, { ...rest, workspaceId, subject: { kind: 'user', id: userId } });
}
