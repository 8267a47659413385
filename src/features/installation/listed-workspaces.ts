import type { Instant } from '#shared/day.ts';
import { raw, sql } from '#shared/sql.ts';
import { entities } from '#store/entities.ts';
import type { Transaction } from '#store/store.ts';
import { type Plan, type PlanColumns, planAt } from './plan.ts';

type Querying = Pick<Transaction, 'query'>;

/** What an operator sees of a workspace: how large and how used it is, none of its numbers and none of its customers. */
export type ListedWorkspace = Readonly<{
  slug: string;
  name: string;
  members: number;
  rows: number;
  plan: Plan;
  createdAt: string;
  /** When a member last looked at it; null: nobody yet. */
  lastUsedAt: string | null;
}>;

/** Every workspace, the one used last leading. */
export async function listedWorkspaces(tx: Querying, now: Instant): Promise<readonly ListedWorkspace[]> {
  const found = await tx.query<Omit<ListedWorkspace, 'rows' | 'plan'> & PlanColumns & { id: string }>(sql`
    select w.id, w.slug, w.name, w.created_at as "createdAt", w.trial_ends_at as "trialEndsAt",
           w.read_only_since as "readOnlySince", count(m.user_id)::int as members, max(m.last_used_at) as "lastUsedAt"
      from workspace w
      left join member m on m.workspace_id = w.id
     group by w.id
     order by max(m.last_used_at) desc nulls last, w.created_at desc`);
  const rows = await rowCounts(tx);
  return found.map(({ id, trialEndsAt, readOnlySince, ...rest }) => ({
    ...rest,
    rows: rows.get(id) ?? 0,
    plan: planAt({ trialEndsAt, readOnlySince }, now),
  }));
}

/** Rows of every kind, by workspace. */
async function rowCounts(tx: Querying): Promise<ReadonlyMap<string, number>> {
  const each = entities.map((entity) => `select workspace_id, count(*) as rows from ${entity} group by workspace_id`);
  const counts = await tx.query<{ id: string; rows: number }>(sql`
    select workspace_id as id, sum(rows)::bigint as rows from (${raw(each.join(' union all '))}) as counted
     group by workspace_id`);
  return new Map(counts.map(({ id, rows }) => [id, Number(rows)]));
}
