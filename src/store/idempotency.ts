import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import type { Transaction } from './store.ts';

export type IdempotentRequest = Readonly<{ workspaceId: string; key: string; requestHash: string }>;

/** An answer as it was given; `response` is JSON. */
export type GivenAnswer<T> = Readonly<{ status: number; response: T }>;

/**
 * Does the work once for a key: the same request again gets the answer given then, also when both come at the same time. The work
 * and its answer commit together. Throws `Problem('conflict')` when the key was used for another request.
 */
export async function idempotent<T>(
  tx: Transaction,
  request: IdempotentRequest,
  work: () => Promise<GivenAnswer<T>>,
): Promise<GivenAnswer<T> & Readonly<{ isReplayed: boolean }>> {
  const { workspaceId, key, requestHash } = request;
  // A second transaction with the same key waits here until the first one ends.
  const [mine] = await tx.query(sql`
    insert into idempotency (workspace_id, key, request_hash, status, response)
    values (${workspaceId}, ${key}, ${requestHash}, 0, 'null'::jsonb)
    on conflict (workspace_id, key) do nothing
    returning key`);
  if (!mine) return givenBefore(tx, request);
  const answer = await work();
  await tx.query(sql`
    update idempotency
    set status = ${answer.status}, response = ${JSON.stringify(answer.response)}::jsonb
    where workspace_id = ${workspaceId} and key = ${key}`);
  return { ...answer, isReplayed: false };
}

/** Forgets answers older than so many days. */
export async function pruneIdempotency(tx: Transaction, olderThanDays: number): Promise<void> {
  await tx.query(sql`
    delete from idempotency where created_at < now() - make_interval(days => ${olderThanDays}::int)`);
}

async function givenBefore<T>(
  tx: Transaction,
  request: IdempotentRequest,
): Promise<GivenAnswer<T> & Readonly<{ isReplayed: boolean }>> {
  const [given] = await tx.query<{ request_hash: string; status: number; response: T }>(sql`
    select request_hash, status, response from idempotency
    where workspace_id = ${request.workspaceId} and key = ${request.key}`);
  if (!given || given.request_hash !== request.requestHash) {
    const detail = {
      zh: '这个 Idempotency-Key 已用于另一个请求',
      en: 'This Idempotency-Key was used for another request',
    };
    throw new Problem('conflict', [{ detail }]);
  }
  return { status: given.status, response: given.response, isReplayed: true };
}
