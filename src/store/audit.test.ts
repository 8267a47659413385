import { PGlite } from '@electric-sql/pglite';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AuditAction } from '#shared/audit-actions.ts';
import { sql } from '#shared/sql.ts';
import { bothEngines } from '#testing/engines.ts';
import { audited, verifyAudit } from './audit.ts';
import { migrationsFolder } from './migrate.ts';
import type { Store } from './store.ts';

describe.each(bothEngines())('the audit log on $name', ({ open }) => {
  let store: Store;
  let workspaces = 0;

  beforeAll(async () => {
    store = await open();
  });

  /** A workspace of its own with three entries. */
  async function threeEntries(): Promise<string> {
    const workspaceId = `w${++workspaces}`;
    for (const action of ['sign_in', 'member_changed', 'sign_out'] as const) await note(workspaceId, action);
    return workspaceId;
  }

  const note = (workspaceId: string, action: AuditAction) =>
    store.transaction((tx) =>
      audited(tx, { workspaceId, actor: 'lin', address: '10.0.0.1', action, details: { 角色: 'rep', share: 0.5 } }),
    );

  /** What somebody does who may do anything to the database. */
  async function tampered(workspaceId: string, change: ReturnType<typeof sql>) {
    await store.query(sql`alter table audit_entry disable trigger user`);
    await store.query(change);
    await store.query(sql`alter table audit_entry enable trigger user`);
    return (await verifyAudit(store, workspaceId)).broken;
  }

  test('of three entries is whole and numbered from one', async () => {
    const workspaceId = await threeEntries();
    expect(await verifyAudit(store, workspaceId)).toEqual({ entries: 3, broken: null });
    expect(
      await store.query(sql`select position from audit_entry where workspace_id = ${workspaceId} order by position`),
    ).toEqual([{ position: 1 }, { position: 2 }, { position: 3 }]);
  });

  test('of a workspace where nothing happened is whole', async () => {
    expect(await verifyAudit(store, 'nowhere')).toEqual({ entries: 0, broken: null });
  });

  test('refuses to change, delete or empty', async () => {
    await threeEntries();
    for (const statement of [
      sql`update audit_entry set actor = 'somebody else'`,
      sql`delete from audit_entry`,
      sql`truncate audit_entry`,
    ])
      await expect(store.query(statement)).rejects.toThrow('only ever added to');
  });

  test.each(['actor', 'address', 'action', 'subject_id', 'previous_hash', 'hash'])(
    'shows that %s of its second entry was changed',
    async (column) => {
      const workspaceId = await threeEntries();
      const change = {
        actor: sql`update audit_entry set actor = 'x' where workspace_id = ${workspaceId} and position = 2`,
        address: sql`update audit_entry set address = null where workspace_id = ${workspaceId} and position = 2`,
        action: sql`update audit_entry set action = 'x' where workspace_id = ${workspaceId} and position = 2`,
        subject_id: sql`update audit_entry set subject_id = 'x' where workspace_id = ${workspaceId} and position = 2`,
        previous_hash: sql`update audit_entry set previous_hash = 'x' where workspace_id = ${workspaceId} and position = 2`,
        hash: sql`update audit_entry set hash = 'x' where workspace_id = ${workspaceId} and position = 2`,
      }[column];
      expect(await tampered(workspaceId, change ?? sql`select 1`)).toEqual({ position: 2, why: 'changed' });
    },
  );

  test('shows that its details or its moment were changed', async () => {
    const one = await threeEntries();
    const details = sql`update audit_entry set details = '{}' where workspace_id = ${one} and position = 3`;
    expect(await tampered(one, details)).toEqual({ position: 3, why: 'changed' });
    const other = await threeEntries();
    const moment = sql`update audit_entry set at = at - interval '1 microsecond' where workspace_id = ${other} and position = 1`;
    expect(await tampered(other, moment)).toEqual({ position: 1, why: 'changed' });
  });

  test('shows that an entry is missing, at the front, in the middle and at the end', async () => {
    for (const [position, why] of [
      [1, 'missing'],
      [2, 'missing'],
      [3, 'cut_off'],
    ] as const) {
      const workspaceId = await threeEntries();
      const gone = sql`delete from audit_entry where workspace_id = ${workspaceId} and position = ${position}`;
      expect(await tampered(workspaceId, gone)).toEqual({ position, why });
    }
  });

  test('one workspace broken leaves the others whole', async () => {
    const [broken, whole] = [await threeEntries(), await threeEntries()];
    await tampered(broken, sql`update audit_entry set actor = 'x' where workspace_id = ${broken}`);
    expect((await verifyAudit(store, whole)).broken).toBeNull();
  });

  test('entries written at the same time stand one after the other', async () => {
    const workspaceId = `w${++workspaces}`;
    await Promise.all(Array.from({ length: 20 }, () => note(workspaceId, 'sign_in')));
    expect(await verifyAudit(store, workspaceId)).toEqual({ entries: 20, broken: null });
  });

  test('what is rolled back leaves no entry and no gap', async () => {
    const workspaceId = await threeEntries();
    const failing = store.transaction(async (tx) => {
      await audited(tx, { workspaceId, actor: 'lin', address: null, action: 'sign_out' });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await note(workspaceId, 'sign_in');
    expect(await verifyAudit(store, workspaceId)).toEqual({ entries: 4, broken: null });
  });

  test('longer than one page of reading is read to its end', async () => {
    const workspaceId = `w${++workspaces}`;
    await store.query(sql`
      insert into audit_entry (workspace_id, actor, action)
      select ${workspaceId}, 'lin', 'sign_in' from generate_series(1, 4001)`);
    expect(await verifyAudit(store, workspaceId)).toEqual({ entries: 4001, broken: null });
    const last = sql`update audit_entry set actor = 'x' where workspace_id = ${workspaceId} and position = 4001`;
    expect(await tampered(workspaceId, last)).toEqual({ position: 4001, why: 'changed' });
  });
});

test('entries from before there was a chain are chained in their order', async () => {
  const old = await PGlite.create();
  const migrations = readMigrationFiles({ migrationsFolder });
  for (const { sql } of migrations.slice(0, 6)) await old.exec(sql.join(';\n'));
  for (const workspace of ['a', 'b', 'a']) {
    await old.query(`insert into audit_entry (workspace_id, actor, action) values ('${workspace}', 'lin', 'looked')`);
  }
  await old.transaction((tx) => tx.exec(migrations[6]?.sql.join(';\n') ?? ''));
  const asked = await old.query(
    `select e.workspace_id, max(position) as last, max(c.entries) as entries, bool_or(e.hash = c.hash) as ends_there
       from audit_entry e join audit_chain c using (workspace_id) group by 1 order by 1`,
  );
  expect(asked.rows).toEqual([
    { workspace_id: 'a', last: 2, entries: 2, ends_there: true },
    { workspace_id: 'b', last: 1, entries: 1, ends_there: true },
  ]);
  await old.close();
});
