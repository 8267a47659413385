import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { openDataKeyring } from '#store/keys/data-keyring.ts';
import { beginRotation, continueRotation, removeRetiredKeys } from '#store/keys/rotation.ts';
import { createWorkspace } from '#store/workspaces.ts';
import { bothEngines } from '#testing/engines.ts';
import { anyTransactions, commitWrites, writeParents } from '#testing/random-writes.ts';
import { rebuiltDump, replicaDump } from '#testing/replica-dump.ts';
import { openReplica } from './replica.ts';

vi.setConfig({ testTimeout: 240_000 });

describe.each(bothEngines())('a replica on $name', (engine) => {
  test('stays equal to a rebuild while keys rotate under it, on a node that did not begin the rotation', async () => {
    const store = await engine.open();
    const masters = () => [master];
    const master = randomBytes(32);
    const [mine, others] = [await openDataKeyring({ store, masters }), await openDataKeyring({ store, masters })];
    const { id: workspaceId } = await createWorkspace(store, mine, { slug: 'a', name: 'A' });
    const to = { store, keyring: mine, workspaceId };
    await writeParents(to);
    const replica = await openReplica({ store, keyring: others, workspaceId });
    for (const transactions of fc.sample(anyTransactions, { numRuns: 4, seed: 11 })) {
      const rotation = await beginRotation({ store, keyring: mine }, workspaceId);
      const resealing = continueRotation(
        { store, keyring: mine, actor: { actor: 'command', address: null } },
        rotation,
      );
      for (const writes of transactions) await commitWrites(to, writes);
      await replica.catchUp();
      await resealing;
      await removeRetiredKeys({ store, keyring: mine, actor: { actor: 'command', address: null } }, 0);
      await replica.catchUp();
      expect(await replicaDump(replica)).toEqual(await rebuiltDump({ store, keyring: others, workspaceId }));
    }
    await replica.close();
  });
});
