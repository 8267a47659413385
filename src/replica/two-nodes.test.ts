import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#shared/sql.ts';
import { pruneFeed } from '#store/feed.ts';
import { openStore } from '#store/open-store.ts';
import { throwawayKeyring } from '#store/seal.ts';
import type { Store } from '#store/store.ts';
import { createWorkspace } from '#store/workspaces.ts';
import {
  anyTransactions,
  commitWrites,
  type Write,
  type WriteTo,
  writeAll,
  writeParents,
} from '#testing/random-writes.ts';
import { rebuiltDump, replicaDump } from '#testing/replica-dump.ts';
import { type TestPostgres, testPostgres } from '#testing/test-postgres.ts';
import { openReplica, type Replica } from './replica.ts';

type Node = WriteTo & Readonly<{ replica: Replica }>;

let server: TestPostgres;
let first: Node;
let second: Node;

beforeAll(async () => {
  server = await testPostgres();
  const databaseUrl = await server.database();
  const keyring = throwawayKeyring();
  const stores: readonly [Store, Store] = [await openStore({ databaseUrl }), await openStore({ databaseUrl })];
  const workspace = await createWorkspace(stores[0], keyring, { slug: 'a', name: 'A' });
  await stores[0].query(sql`delete from calendar_day where day < '2024-01-01' or day >= '2025-01-01'`);
  const to = (store: Store): WriteTo => ({ store, keyring, workspaceId: workspace.id });
  await writeParents(to(stores[0]));
  const nodeOn = async (store: Store): Promise<Node> => ({ ...to(store), replica: await openReplica(to(store)) });
  first = await nodeOn(stores[0]);
  second = await nodeOn(stores[1]);
});

afterAll(async () => {
  for (const node of [first, second]) {
    await node.replica.close();
    await node.store.close();
  }
  await server.stop();
});

async function play(node: Node, transactions: readonly (readonly Write[])[]): Promise<void> {
  for (const writes of transactions) {
    await commitWrites(node, writes);
    await node.replica.catchUp();
  }
}

test('two nodes that write at the same time both end where loading everything anew ends', async () => {
  await fc.assert(
    fc.asyncProperty(anyTransactions, anyTransactions, async (mine, theirs) => {
      await Promise.all([play(first, mine), play(second, theirs)]);
      await Promise.all([first.replica.catchUp(), second.replica.catchUp()]);
      const rebuilt = await rebuiltDump(first);
      expect(await replicaDump(first.replica)).toEqual(rebuilt);
      expect(await replicaDump(second.replica)).toEqual(rebuilt);
    }),
    { numRuns: 4, endOnFailure: true },
  );
});

const customer = (id: string): Write => ({ kind: 'upsert', entity: 'customer', row: { id, name: id } });

test('a transaction that began earlier and commits later than others is not skipped', async () => {
  const begun = Promise.withResolvers<void>();
  const othersCommitted = Promise.withResolvers<void>();
  const slow = first.store.transaction(async (tx) => {
    await writeAll(tx, first, [customer('late')]);
    begun.resolve();
    await othersCommitted.promise;
  });
  await begun.promise;
  await commitWrites(second, [customer('early')]);
  await second.replica.catchUp();
  expect(await names(second)).toContain('early');
  expect(await names(second)).not.toContain('late');
  othersCommitted.resolve();
  await slow;
  await second.replica.catchUp();
  expect(await names(second)).toContain('late');
});

test('a question on one node sees what was just written on the other', async () => {
  for (let round = 0; round < 10; round++) {
    await commitWrites(first, [customer(`round ${round}`)]);
    await second.replica.catchUp();
    expect(await names(second)).toContain(`round ${round}`);
  }
});

test('a write on one node wakes listeners on the other', async () => {
  const applied = Promise.withResolvers<void>();
  const stop = second.replica.onApplied(applied.resolve);
  await commitWrites(first, [customer('live')]);
  await applied.promise;
  stop();
  expect(await names(second)).toContain('live');
});

test('a replica that was away longer than the feed remembers loads everything anew', async () => {
  await second.replica.catchUp();
  await commitWrites(first, [customer('pruned'), { kind: 'delete', entity: 'customer', id: 'early' }]);
  await pruneFeed(first.store, -1);
  await second.replica.catchUp();
  expect(await replicaDump(second.replica)).toEqual(await rebuiltDump(first));
});

async function names(node: Node): Promise<readonly unknown[]> {
  const { rows } = await node.replica.run(sql`select name from customer`);
  return rows.map((row) => row[0]);
}
