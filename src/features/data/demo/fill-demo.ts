import { type Instant, localMoment } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { upsertRows } from '#store/rows.ts';
import type { Keyring } from '#store/seal.ts';
import type { Store, Transaction } from '#store/store.ts';
import type { Workspace } from '#store/workspaces.ts';
import type { ToldRows } from './news.ts';
import { remember } from './seed.ts';
import { tell } from './tell.ts';

/** Rows of the demo that are written, of all there will be. */
export type Filling = Readonly<{ done: number; total: number }>;

type Querying = Pick<Transaction, 'query'>;

/** Notes that a workspace is to be filled, in the transaction that makes it: whatever happens, `unfilledWorkspaces` finds it. */
export async function willBeFilled(tx: Querying, workspaceId: string): Promise<void> {
  await noteFilling(tx, workspaceId, { done: 0, total: 0 });
}

/** How far the filling of a workspace is; null when none is going on. */
export async function fillingOf(tx: Querying, workspaceId: string): Promise<Filling | null> {
  const [found] = await tx.query<{ filling: Filling | null }>(
    sql`select settings -> 'filling' as filling from workspace where id = ${workspaceId}`,
  );
  return found?.filling ?? null;
}

/** Workspaces whose filling was interrupted, or has not begun. */
export async function unfilledWorkspaces(tx: Querying): Promise<readonly Pick<Workspace, 'id' | 'zone'>[]> {
  return tx.query<Pick<Workspace, 'id' | 'zone'>>(
    sql`select id, zone from workspace where settings ? 'filling' order by created_at`,
  );
}

type Options = Readonly<{
  store: Store;
  keyring: Keyring;
  workspace: Pick<Workspace, 'id' | 'zone'>;
  now: Instant;
  /** Asked before every transaction. */
  signal?: Readonly<{ aborted: boolean }>;
}>;

const chunkRows = 4000;

/**
 * Fills a workspace with the demo company as of `now`, some thousand rows a transaction, so that nobody else waits for all of them.
 * Interrupted, it can be run again: rows are written by their ids.
 */
export async function fillDemo({ store, keyring, workspace, now, signal }: Options): Promise<void> {
  const { day, minute } = localMoment(now, workspace.zone);
  const stop = signal instanceof AbortSignal ? signal : undefined;
  const told = inWritableOrder(await tell({ now: { today: day, nowMinute: minute }, known: null }, stop));
  const total = told.reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  for (const { entity, rows } of chunks(told)) {
    if (signal?.aborted) return;
    const after = done + rows.length;
    await store.transaction(async (tx) => {
      await upsertRows(tx, keyring, { workspaceId: workspace.id, entity, rows });
      await noteFilling(tx, workspace.id, { done: after, total });
    });
    done = after;
  }
  await store.transaction(async (tx) => {
    await remember(tx, workspace.id, { anchor: day, day, minute });
    await tx.query(sql`update workspace set settings = settings - 'filling' where id = ${workspace.id}`);
  });
}

/** A lead names the deal it became, which is written after it: so it is written once without and once with it. */
function inWritableOrder(told: readonly ToldRows[]): readonly ToldRows[] {
  const leads = told.find(({ entity }) => entity === 'lead')?.rows ?? [];
  const first = told.map((each) =>
    each.entity === 'lead' ? { ...each, rows: leads.map((row) => ({ ...row, opportunity_id: null })) } : each,
  );
  return [...first, { entity: 'lead', rows: leads.filter((row) => row.opportunity_id !== null) }];
}

function* chunks(told: readonly ToldRows[]): Generator<ToldRows> {
  for (const { entity, rows } of told)
    for (let start = 0; start < rows.length; start += chunkRows)
      yield { entity, rows: rows.slice(start, start + chunkRows) };
}

async function noteFilling(tx: Querying, workspaceId: string, filling: Filling): Promise<void> {
  await tx.query(sql`
    update workspace set settings = settings || ${JSON.stringify({ filling })}::jsonb where id = ${workspaceId}`);
}
