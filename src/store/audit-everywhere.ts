import { sql } from '#shared/sql.ts';
import { type AuditActor, type AuditNote, audited } from './audit.ts';
import type { Transaction } from './store.ts';

/** Adds an entry about the whole installation to the log of every workspace, always in the same order. */
export async function auditedEverywhere(
  tx: Pick<Transaction, 'query'>,
  note: Omit<AuditActor, 'workspaceId'> & Pick<AuditNote, 'action' | 'details'>,
): Promise<void> {
  const workspaces = await tx.query<{ id: string }>(sql`select id from workspace order by id`);
  for (const { id } of workspaces) await audited(tx, { ...note, workspaceId: id });
}
