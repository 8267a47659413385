import type { Instant } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import type { Transaction } from '#store/store.ts';

type Querying = Pick<Transaction, 'query'>;

/** What becomes of a tour. */
export const tourStates = ['open', 'dismissed', 'done'] as const;

/** How far somebody is in the guided tour of a workspace. */
export type Tour = Readonly<{ step: number; status: (typeof tourStates)[number] }>;

type Whose = Readonly<{ workspaceId: string; userId: string }>;

/** The tour of a person in a workspace; null when none was begun. */
export async function tourOf(tx: Querying, { workspaceId, userId }: Whose): Promise<Tour | null> {
  const [found] = await tx.query<Tour>(
    sql`select step, status from tour where workspace_id = ${workspaceId} and user_id = ${userId}`,
  );
  return found ?? null;
}

/** Remembers how far somebody is, for all their devices. */
export async function putTour(
  tx: Querying,
  { workspaceId, userId, step, status, now }: Whose & Tour & { now: Instant },
) {
  await tx.query(sql`
    insert into tour (workspace_id, user_id, step, status, changed_at)
    values (${workspaceId}, ${userId}, ${step}, ${status}, ${now}::timestamptz)
    on conflict (workspace_id, user_id)
    do update set step = excluded.step, status = excluded.status, changed_at = excluded.changed_at`);
}
