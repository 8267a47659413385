import { sql } from '#shared/sql.ts';
import type { Transaction } from '#store/store.ts';
import type { Viewer } from './viewer.ts';

/** Something that must be accounted for: who looked at or changed what. `details` hold ids, never the words themselves. */
export type AuditedAct = Readonly<{
  action: 'contact_revealed';
  subjectKind: string;
  subjectId: string;
  details: Readonly<Record<string, string>>;
}>;

/** Writes the act into the audit log, in the transaction that does it. */
export async function noteAudit(tx: Transaction, viewer: Viewer, act: AuditedAct): Promise<void> {
  await tx.query(sql`
    insert into audit_entry (workspace_id, actor, action, subject_kind, subject_id, details)
    values (${viewer.workspace.id}, ${viewer.email ?? viewer.name}, ${act.action}, ${act.subjectKind}, ${act.subjectId},
      ${JSON.stringify(act.details)}::jsonb)`);
}
