import type { Instant } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import type { Transaction } from '#store/store.ts';

/**
 * On what terms a workspace is there: for good, on trial, over, or read-only by an operator's hand. In the last two everything can
 * be read and taken along, nothing written, and nothing is deleted.
 */
export type Plan = Readonly<{
  kind: 'permanent' | 'trial' | 'expired' | 'read_only';
  /** When the trial ends or ended; null for one that is no trial. */
  endsAt: string | null;
  /** Begun days that are left of a trial; 0 when it is over, null without one. */
  daysLeft: number | null;
}>;

const dayMs = 86_400_000;

/** The plan of a workspace at a moment. */
export async function planOf(tx: Pick<Transaction, 'query'>, workspaceId: string, now: Instant): Promise<Plan> {
  const [found] = await tx.query<PlanColumns>(sql`
    select trial_ends_at as "trialEndsAt", read_only_since as "readOnlySince" from workspace where id = ${workspaceId}`);
  return planAt(found ?? { trialEndsAt: null, readOnlySince: null }, now);
}

export type PlanColumns = Readonly<{ trialEndsAt: string | null; readOnlySince: string | null }>;

/** What the columns of a workspace mean at a moment. */
export function planAt({ trialEndsAt, readOnlySince }: PlanColumns, now: Instant): Plan {
  const leftMs = trialEndsAt === null ? null : Date.parse(trialEndsAt) - Date.parse(now);
  const daysLeft = leftMs === null ? null : Math.max(0, Math.ceil(leftMs / dayMs));
  const running = leftMs === null ? 'permanent' : leftMs > 0 ? 'trial' : 'expired';
  return { kind: readOnlySince === null ? running : 'read_only', endsAt: trialEndsAt, daysLeft };
}

/** Whether nothing may be written under the plan. */
export function isReadOnly({ kind }: Plan): boolean {
  return kind === 'expired' || kind === 'read_only';
}
