import { beforeAll, describe, expect, test } from 'vitest';
import { day } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { bothEngines } from '#testing/engines.ts';
import { LostRace } from './retry.ts';
import { workspace } from './schema/organisation.ts';
import { throwawayKeyring } from './seal.ts';
import type { Store } from './store.ts';
import {
  checkKeyring,
  createWorkspace,
  findWorkspace,
  listWorkspaces,
  workspaceById,
  workspaceSalt,
} from './workspaces.ts';

const keyring = throwawayKeyring();
const calendar = { from: day('2024-01-01'), before: day('2025-01-01') };

describe.each(bothEngines())('the store on $name', (engine) => {
  let store: Store;

  beforeAll(async () => {
    store = await engine.open();
  }, 30_000);

  test('values come back the same on both engines', async () => {
    const [row] = await store.query(sql`
      select 12.5::numeric(18,4) as money, date '2024-02-29' as day, 9007199254740991::bigint as big, 7::smallint as small,
             timestamptz '2024-01-02 03:04:05.678+08' as moment, '{"a": [1, null]}'::jsonb as json, true as flag,
             array['x', 'y'] as texts, null::text as nothing, count(*) as count`);
    expect(row).toEqual({
      money: '12.5000',
      day: '2024-02-29',
      big: 9007199254740991,
      small: 7,
      moment: '2024-01-01T19:04:05.678Z',
      json: { a: [1, null] },
      flag: true,
      texts: ['x', 'y'],
      nothing: null,
      count: 1,
    });
  });

  test('values of every kind can be bound', async () => {
    const [row] = await store.query(sql`
      select ${1}::int + 1 as whole, ${'a'}::text as text, ${true}::boolean as flag, ${12n}::bigint as big, ${null}::date as none,
             'b' = any(${['a', 'b']}::text[]) as one_of, ${1.5}::numeric as fraction`);
    expect(row).toEqual({ whole: 2, text: 'a', flag: true, big: 12, none: null, one_of: true, fraction: '1.5' });
  });

  test('a workspace is made with defaults and found by slug and id', async () => {
    const made = await createWorkspace(store, keyring, { slug: 'acme', name: '示例公司', calendar });
    expect(made).toMatchObject({ zone: 'Asia/Shanghai', currency: 'CNY', fiscalStartMonth: 1, colours: 'red_up' });
    expect(await findWorkspace(store, 'acme')).toEqual(made);
    expect(await workspaceById(store, made.id)).toEqual(made);
    expect(await findWorkspace(store, 'nobody')).toBeNull();
    expect(await listWorkspaces(store)).toContainEqual(made);
  });

  test('a slug is taken once, and must be one', async () => {
    await createWorkspace(store, keyring, { slug: 'taken', name: 'x', calendar });
    const again = createWorkspace(store, keyring, { slug: 'taken', name: 'y', calendar });
    await expect(again).rejects.toThrow('A workspace called taken exists already');
    await expect(createWorkspace(store, keyring, { slug: 'No Slug', name: 'x' })).rejects.toThrow('Not a slug');
    await expect(createWorkspace(store, keyring, { slug: 'z', name: 'x', zone: 'Mars/Olympus' })).rejects.toThrow(
      'No such zone',
    );
  });

  test('a store whose key is missing says which workspace and which key', async () => {
    const { id } = await createWorkspace(store, keyring, { slug: 'keyed', name: 'x', calendar });
    await checkKeyring(store, keyring);
    await expect(checkKeyring(store, throwawayKeyring())).rejects.toThrow(
      new RegExp(`workspace \\w+ cannot be read: .*key ${keyring.keyId}`),
    );
    expect(await workspaceSalt(store, keyring, id)).toHaveLength(32);
  });

  test('drizzle sees the same rows', async () => {
    await createWorkspace(store, keyring, { slug: 'drizzled', name: '同一行', calendar });
    const rows = await store.db.select({ name: workspace.name, slug: workspace.slug }).from(workspace);
    expect(rows).toContainEqual({ name: '同一行', slug: 'drizzled' });
    const inside = await store.transaction((tx) => tx.db.select({ slug: workspace.slug }).from(workspace));
    expect(inside).toHaveLength(rows.length);
  });

  test('work is run again after it lost a race, and only then', async () => {
    let tries = 0;
    const result = await store.transaction(async (tx) => {
      tries++;
      await tx.query(sql`select 1`);
      if (tries < 3) throw new LostRace('once more');
      return 'won';
    });
    expect([result, tries]).toEqual(['won', 3]);
    const failing = store.transaction(async () => {
      tries++;
      throw new Error('a bug');
    });
    await expect(failing).rejects.toThrow('a bug');
    expect(tries).toBe(4);
  });

  test('a snapshot may not write', async () => {
    const writing = store.snapshot((tx) => tx.query(sql`delete from workspace`));
    await expect(writing).rejects.toThrow('read-only transaction');
  });
});
