import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#shared/sql.ts';
import { throwawayKeyring } from '#store/seal.ts';
import type { Store } from '#store/store.ts';
import { createWorkspace } from '#store/workspaces.ts';
import { anyTransactions, commitWrites, type Write, type WriteTo, writeParents } from '#testing/random-writes.ts';
import { rebuiltDump, replicaDump } from '#testing/replica-dump.ts';
import { testStore } from '#testing/test-store.ts';
import { openReplica, type Replica } from './replica.ts';

let to: WriteTo;
let replica: Replica;

beforeAll(async () => {
  to = await company(await testStore());
  replica = await openReplica(to);
});

afterAll(async () => {
  await replica.close();
  await to.store.close();
});

async function company(store: Store): Promise<WriteTo> {
  const keyring = throwawayKeyring();
  const workspace = await createWorkspace(store, keyring, { slug: 'a', name: 'A' });
  const to = { store, keyring, workspaceId: workspace.id };
  await store.query(sql`delete from calendar_day where day < '2024-01-01' or day >= '2025-01-01'`);
  await writeParents(to);
  return to;
}

async function play(transactions: readonly (readonly Write[])[]): Promise<number> {
  let committed = 0;
  for (const [index, writes] of transactions.entries()) {
    if (await commitWrites(to, writes)) committed++;
    if (index % 3 === 0) await replica.catchUp();
  }
  await replica.catchUp();
  return committed;
}

test('following any writes ends where loading everything anew ends', async () => {
  const counts = { written: 0 };
  await fc.assert(
    fc.asyncProperty(anyTransactions, async (transactions) => {
      counts.written += await play(transactions);
      expect(await replicaDump(replica)).toEqual(await rebuiltDump(to));
    }),
    { numRuns: 10, endOnFailure: true },
  );
  expect(counts.written).toBeGreaterThan(20);
});
