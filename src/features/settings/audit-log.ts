import type { AuditAction } from '#shared/audit-actions.ts';
import type { Day } from '#shared/day.ts';
import { type Sql, sql } from '#shared/sql.ts';
import type { AuditDetails } from '#store/audit.ts';
import type { Transaction } from '#store/store.ts';

type Querying = Pick<Transaction, 'query'>;

/** An entry as it is read: ids come with the names that they have today. */
export type AuditEntry = Readonly<{
  position: number;
  at: string;
  actor: string;
  /** Null for a key, a command or nobody, and for users who are gone. */
  actorName: string | null;
  address: string | null;
  action: string;
  subjectKind: string | null;
  subjectId: string | null;
  /** Of users only; customers and contacts are never named here. */
  subjectName: string | null;
  details: AuditDetails;
  hash: string;
}>;

export type AuditPage = Readonly<{
  workspaceId: string;
  action: AuditAction | undefined;
  actor: string | undefined;
  /** Anything that stands in the entry: an id, a name, an address, a value. */
  text: string | undefined;
  /** Days of the workspace's zone, half-open. */
  days: Readonly<{ from: Day | undefined; before: Day | undefined; zone: string }>;
  /** Position of the last entry of the page before. */
  before: number | undefined;
  limit: number;
}>;

/** One page of the audit log, the latest first. */
export function auditEntries(tx: Querying, page: AuditPage): Promise<readonly AuditEntry[]> {
  return tx.query<AuditEntry>(sql`
    select e.position, e.at, e.actor, u.name as "actorName", e.address, e.action, e.subject_kind as "subjectKind",
           e.subject_id as "subjectId", s.name as "subjectName", e.details, e.hash
      from audit_entry e
      left join sign_in_user u on u.id = e.actor
      left join sign_in_user s on s.id = e.subject_id and e.subject_kind = 'user'
     where e.workspace_id = ${page.workspaceId} and ${chosen(page)}
     order by e.position desc
     limit ${page.limit}`);
}

/** Who stands in the log, for its filter. */
export function auditActors(tx: Querying, workspaceId: string) {
  return tx.query<{ actor: string; name: string | null }>(sql`
    select e.actor, u.name
      from (select distinct actor from audit_entry where workspace_id = ${workspaceId}) e
      left join sign_in_user u on u.id = e.actor
     order by u.name nulls last, e.actor
     limit 500`);
}

function chosen({ action, actor, before, text, days }: AuditPage): Sql {
  const day = sql`(e.at at time zone ${days.zone})::date`;
  return sql`coalesce(e.action = ${action ?? null}, true) and coalesce(e.actor = ${actor ?? null}, true)
    and coalesce(e.position < ${before ?? null}::bigint, true)
    and coalesce(${day} >= ${days.from ?? null}::date, true) and coalesce(${day} < ${days.before ?? null}::date, true)
    and ${text ? holds(text) : sql`true`}`;
}

function holds(text: string): Sql {
  const wanted = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql`concat_ws(' ', e.action, e.actor, u.name, e.address, e.subject_kind, e.subject_id, s.name, e.details::text)
      ilike ${wanted}`;
}
