import { beforeAll, describe, expect, test } from 'vitest';
import { day } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { bothEngines } from '#testing/engines.ts';
import { idempotent, pruneIdempotency } from './idempotency.ts';
import { upsertRows } from './rows.ts';
import { throwawayKeyring } from './seal.ts';
import type { Store } from './store.ts';
import { createWorkspace } from './workspaces.ts';

const keyring = throwawayKeyring();
const calendar = { from: day('2024-01-01'), before: day('2025-01-01') };

describe.each(bothEngines())('a write with a key on $name', (engine) => {
  let store: Store;
  let workspaceId: string;

  beforeAll(async () => {
    store = await engine.open();
    workspaceId = (await createWorkspace(store, keyring, { slug: 'keys', name: '键', calendar })).id;
  }, 30_000);

  const put = (key: string, id: string, requestHash = 'h') =>
    store.transaction((tx) =>
      idempotent(tx, { workspaceId, key, requestHash }, async () => {
        await upsertRows(tx, keyring, { workspaceId, entity: 'team', rows: [{ id, name: id }] });
        return { status: 201, response: { id } };
      }),
    );
  const teams = async () =>
    (await store.query<{ id: string }>(sql`select id from team where workspace_id = ${workspaceId} order by id`)).map(
      (row) => row.id,
    );

  test('is done once, and again gets the first answer', async () => {
    expect(await put('k1', 'a')).toEqual({ status: 201, response: { id: 'a' }, isReplayed: false });
    expect(await put('k1', 'never')).toEqual({ status: 201, response: { id: 'a' }, isReplayed: true });
    expect(await teams()).toEqual(['a']);
  });

  test('is done once when both come at the same time', async () => {
    const answers = await Promise.all([put('k2', 'b'), put('k2', 'c')]);
    expect(answers.map((answer) => answer.isReplayed).toSorted()).toEqual([false, true]);
    expect(answers[0].response).toEqual(answers[1].response);
    expect(await teams()).toHaveLength(2);
  });

  test('refuses its key for another request', async () => {
    await put('k3', 'd');
    await expect(put('k3', 'd', 'other')).rejects.toThrow('used for another request');
  });

  test('may be tried again when it failed', async () => {
    const failed = store.transaction((tx) =>
      idempotent(tx, { workspaceId, key: 'k4', requestHash: 'h' }, async () => {
        throw new Error('no');
      }),
    );
    await expect(failed).rejects.toThrow('no');
    expect(await put('k4', 'e')).toMatchObject({ isReplayed: false });
  });

  test('is forgotten after a while', async () => {
    await store.query(sql`update idempotency set created_at = now() - interval '8 days' where key = 'k1'`);
    await pruneIdempotency(store, 7);
    const keys = await store.query(sql`select key from idempotency where key in ('k1', 'k2')`);
    expect(keys).toEqual([{ key: 'k2' }]);
  });
});
