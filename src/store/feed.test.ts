import { beforeAll, describe, expect, test, vi } from 'vitest';
import { sql } from '#shared/sql.ts';
import { bothEngines } from '#testing/engines.ts';
import { changesSince, currentPosition, FeedPruned, isSince, pruneFeed, readSnapshot } from './feed.ts';
import { deleteRows, upsertRows } from './rows.ts';
import { throwawayKeyring } from './seal.ts';
import type { Store } from './store.ts';
import { createWorkspace } from './workspaces.ts';

const keyring = throwawayKeyring();

describe.each(bothEngines())('the feed on $name', (engine) => {
  let store: Store;
  let workspaceId: string;

  beforeAll(async () => {
    store = await engine.open();
    workspaceId = (await createWorkspace(store, keyring, { slug: 'feed', name: '馈送' })).id;
  }, 30_000);

  const write = (...ids: string[]) =>
    upsertRows(store, keyring, {
      workspaceId,
      entity: 'team',
      rows: ids.map((id) => ({ id, name: `team ${id}` })),
    });
  const idsOf = (rows: readonly Readonly<Record<string, unknown>>[] | undefined) => rows?.map((row) => row.id);

  test('tells what was written since a position, and nothing once it was read', async () => {
    const start = await currentPosition(store);
    await write('north', 'south');
    const changes = await changesSince(store, workspaceId, start);
    expect(idsOf(changes.changed.get('team'))).toEqual(['north', 'south']);
    expect([...changes.changed.keys()]).toEqual(['team']);
    expect((await changesSince(store, workspaceId, changes.position)).changed.size).toBe(0);
  });

  test('an equal write is no change', async () => {
    await write('same');
    const start = await currentPosition(store);
    await write('same');
    expect((await changesSince(store, workspaceId, start)).changed.size).toBe(0);
  });

  test('tells deletions, but not of a row that is back', async () => {
    await write('gone', 'back');
    const start = await currentPosition(store);
    await deleteRows(store, { workspaceId, entity: 'team', ids: ['gone', 'back'] });
    await write('back');
    const changes = await changesSince(store, workspaceId, start);
    expect(changes.deleted.get('team')).toEqual(['gone']);
    expect(idsOf(changes.changed.get('team'))).toEqual(['back']);
  });

  test('does not tell one workspace about another', async () => {
    const other = await createWorkspace(store, keyring, { slug: 'other', name: '另一家' });
    const start = await currentPosition(store);
    await write('ours');
    expect((await changesSince(store, other.id, start)).changed.size).toBe(0);
  });

  test('writes by plain SQL are told too', async () => {
    await write('plain');
    const start = await currentPosition(store);
    await store.query(sql`update team set name = 'renamed' where workspace_id = ${workspaceId} and id = 'plain'`);
    const changes = await changesSince(store, workspaceId, start);
    expect(changes.changed.get('team')).toMatchObject([{ id: 'plain', name: 'renamed' }]);
  });

  test('a rolled back write is not told', async () => {
    const start = await currentPosition(store);
    const failed = store.transaction(async (tx) => {
      await upsertRows(tx, keyring, { workspaceId, entity: 'team', rows: [{ id: 'never', name: 'never' }] });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect((await changesSince(store, workspaceId, start)).changed.size).toBe(0);
  });

  test('wakes listeners once a write is committed', async () => {
    const woken: string[] = [];
    const stop = store.onChange((id) => woken.push(id));
    await write('listened');
    await vi.waitFor(() => expect(woken).toContain(workspaceId), 5_000);
    stop();
  });

  test('a snapshot copies many tables as of one position', async () => {
    await write('copied');
    const text = await readSnapshot(store, async (reader) => {
      expect(reader.position).toMatch(/^\d+:\d+:/);
      const chunks = reader.copyOut(
        sql`select id, name from team where workspace_id = ${workspaceId} and id = 'copied'`,
      );
      let copied = '';
      for await (const chunk of chunks) copied += Buffer.from(chunk).toString();
      return copied;
    });
    expect(text).toBe('copied\tteam copied\n');
  });

  test('changed rows can be copied out by the same condition', async () => {
    const start = await currentPosition(store);
    await write('bulk');
    const rows = await readSnapshot(store, (reader) =>
      reader.query(sql`select id from team where workspace_id = ${workspaceId} and ${isSince(start)}`),
    );
    expect(rows).toEqual([{ id: 'bulk' }]);
  });

  test('a reader that was away longer than the feed is kept is told to read anew', async () => {
    const start = await currentPosition(store);
    await write('forgotten');
    const fresh = await currentPosition(store);
    await store.query(sql`update change set at = now() - interval '40 days'`);
    await pruneFeed(store, 30);
    await expect(changesSince(store, workspaceId, start)).rejects.toThrow(FeedPruned);
    expect((await changesSince(store, workspaceId, fresh)).changed.size).toBe(0);
  });

  test('a table cannot be emptied behind the feed', async () => {
    await expect(store.query(sql`truncate team cascade`)).rejects.toThrow('delete its rows instead');
  });
});

describe('the feed with concurrent writers', () => {
  const [, postgres] = bothEngines();

  test('a transaction that began earlier and commits later is not skipped', async () => {
    const store = (await postgres?.open()) as Store;
    const { id: workspaceId } = await createWorkspace(store, keyring, { slug: 'late', name: '晚提交' });
    const team = (id: string) => ({ workspaceId, entity: 'team' as const, rows: [{ id, name: id }] });
    const start = await currentPosition(store);
    const [late, commitLate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const first = store.transaction(async (tx) => {
      await upsertRows(tx, keyring, team('late'));
      late.resolve();
      await commitLate.promise;
    });
    await late.promise;
    await store.transaction((tx) => upsertRows(tx, keyring, team('early')));
    const one = await changesSince(store, workspaceId, start);
    expect(one.changed.get('team')?.map((row) => row.id)).toEqual(['early']);
    commitLate.resolve();
    await first;
    const two = await changesSince(store, workspaceId, one.position);
    expect(two.changed.get('team')?.map((row) => row.id)).toEqual(['late']);
  }, 30_000);
});
