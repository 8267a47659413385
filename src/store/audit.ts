import { createHash } from 'node:crypto';
import type { AuditAction } from '#shared/audit-actions.ts';
import { sql } from '#shared/sql.ts';
import type { Transaction } from './store.ts';

type Querying = Pick<Transaction, 'query'>;

/** Plain values only: ids, roles, days. TRAP: never a secret, never the name of a customer or a contact. */
export type AuditDetails = Readonly<{ [name: string]: AuditValue }>;
type AuditValue = string | number | boolean | null | readonly AuditValue[] | AuditDetails;

/** Who does it, and from where. */
export type AuditActor = Readonly<{
  workspaceId: string;
  /** Id of a user, `key:<name>` of an API key, `link:<id>` of a share link, `command` or `nobody`. */
  actor: string;
  /** Network address; null when it did not come over the network. */
  address: string | null;
}>;

/** Somebody at the command line of the server. */
export function byCommand(workspaceId: string): AuditActor {
  return { workspaceId, actor: 'command', address: null };
}

export type AuditNote = AuditActor &
  Readonly<{ action: AuditAction; subject?: Readonly<{ kind: string; id: string }>; details?: AuditDetails }>;

/**
 * Adds an entry to the workspace's audit log, in the transaction of what it accounts for. Entries of one workspace wait for each
 * other until their transaction ends, so it is best written last.
 */
export async function audited(tx: Querying, note: AuditNote): Promise<void> {
  const { workspaceId, actor, address, action, subject, details } = note;
  await tx.query(sql`
    insert into audit_entry (workspace_id, actor, address, action, subject_kind, subject_id, details)
    values (${workspaceId}, ${actor}, ${address}, ${action}, ${subject?.kind ?? null}, ${subject?.id ?? null},
            ${JSON.stringify(details ?? {})}::jsonb)`);
}

/** The first entry that is not as it was written, and why; null while the chain is whole. */
export type BrokenEntry = Readonly<{ position: number; why: 'changed' | 'missing' | 'cut_off' }>;

/** How long the log is, and its first broken entry. */
export type AuditVerdict = Readonly<{ entries: number; broken: BrokenEntry | null }>;

const noHash = '0'.repeat(64);
const pageRows = 2000;

/** Reads the audit log of a workspace from its first entry and computes every hash anew. */
export async function verifyAudit(tx: Querying, workspaceId: string): Promise<AuditVerdict> {
  const end = await endOfChain(tx, workspaceId);
  let last = { position: 0, hash: noHash };
  for (;;) {
    const page = await pageAfter(tx, { workspaceId, position: last.position });
    for (const entry of page) {
      const why = faultOf(entry, last);
      if (why) return { entries: end.entries, broken: { position: last.position + 1, why } };
      last = { position: entry.position, hash: entry.hash };
    }
    if (page.length < pageRows) break;
  }
  const isWhole = last.position === end.entries && last.hash === end.hash;
  return { entries: end.entries, broken: isWhole ? null : { position: last.position + 1, why: 'cut_off' } };
}

type Linked = Readonly<{ position: number; previous_hash: string; hash: string; content: string }>;

function faultOf(entry: Linked, last: Readonly<{ position: number; hash: string }>): BrokenEntry['why'] | null {
  if (entry.position !== last.position + 1) return 'missing';
  const hash = createHash('sha256').update(entry.content).digest('hex');
  return entry.previous_hash === last.hash && entry.hash === hash ? null : 'changed';
}

async function endOfChain(tx: Querying, workspaceId: string): Promise<{ entries: number; hash: string }> {
  const [end] = await tx.query<{ entries: number; hash: string }>(
    sql`select entries, hash from audit_chain where workspace_id = ${workspaceId}`,
  );
  return end ?? { entries: 0, hash: noHash };
}

/** TRAP: `content` is written as the trigger `chain_audit_entry` writes it; a later migration must not change either alone. */
function pageAfter(tx: Querying, after: { workspaceId: string; position: number }): Promise<readonly Linked[]> {
  return tx.query<Linked>(sql`
    select position, previous_hash, hash,
           jsonb_build_array(
             workspace_id, position, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor, address, action,
             subject_kind, subject_id, details, previous_hash)::text as content
      from audit_entry
     where workspace_id = ${after.workspaceId} and position > ${after.position}
     order by position
     limit ${pageRows}`);
}
