import type { Instant } from '#shared/day.ts';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import { type AuditActor, audited } from '#store/audit.ts';
import type { Transaction } from '#store/store.ts';
import { type Plan, type PlanColumns, planAt } from './plan.ts';

/** What an operator does to a workspace. */
export type PlanChange =
  | Readonly<{ change: 'extend'; days: number }>
  | Readonly<{ change: 'make_permanent' }>
  | Readonly<{ change: 'make_read_only' }>
  | Readonly<{ change: 'make_writable' }>;

const dayMs = 86_400_000;

/**
 * Changes the plan of a workspace and notes it in that workspace's audit log. A trial that is over is extended from now on. Throws
 * `not_found`.
 */
export async function changePlan(
  tx: Pick<Transaction, 'query'>,
  {
    slug,
    now,
    by,
    ...asked
  }: PlanChange & Readonly<{ slug: string; now: Instant; by: Omit<AuditActor, 'workspaceId'> }>,
): Promise<Plan> {
  const [found] = await tx.query<PlanColumns & { id: string }>(sql`
    select id, trial_ends_at as "trialEndsAt", read_only_since as "readOnlySince"
      from workspace where slug = ${slug} for update`);
  if (!found) throw new Problem('not_found');
  const { id: workspaceId, ...before } = found;
  const after = changed(before, asked, now);
  await tx.query(sql`
    update workspace
       set trial_ends_at = ${after.trialEndsAt}::timestamptz, read_only_since = ${after.readOnlySince}::timestamptz
     where id = ${workspaceId}`);
  const details = { change: asked.change, before, after };
  await audited(tx, { ...by, workspaceId, action: 'plan_changed', details });
  return planAt(after, now);
}

function changed(before: PlanColumns, asked: PlanChange, now: Instant): PlanColumns {
  switch (asked.change) {
    case 'extend': {
      const from = Math.max(Date.parse(now), Date.parse(before.trialEndsAt ?? now));
      return { ...before, trialEndsAt: new Date(from + asked.days * dayMs).toISOString() };
    }
    case 'make_permanent':
      return { ...before, trialEndsAt: null };
    case 'make_read_only':
      return { ...before, readOnlySince: before.readOnlySince ?? now };
    case 'make_writable':
      return { ...before, readOnlySince: null };
  }
}
