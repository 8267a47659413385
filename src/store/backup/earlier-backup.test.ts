import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { afterAll, expect, test, vi } from 'vitest';
import type { Instant } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { openDataKeyring } from '../keys/data-keyring.ts';
import { carriedKeys, continueRotation, unfinishedRotations } from '../keys/rotation.ts';
import { migrationsFolder } from '../migrate.ts';
import { openStore } from '../open-store.ts';
import { keyringOf } from '../seal.ts';
import type { Store } from '../store.ts';
import { restoreFolder } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

vi.setConfig({ testTimeout: 240_000 });

const key = Buffer.alloc(32, 7);
const folder = mkdtempSync(join(tmpdir(), 'salesboard-earlier-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const migrations = readMigrationFiles({ migrationsFolder });
const beforeDataKeys = migrations.findIndex(({ sql: text }) => text.join().includes('CREATE TABLE "data_key"'));

/** A store as a program left it that knew only the first migrations: with a workspace and a customer, sealed by the master key. */
async function storeAfter(count: number): Promise<Store> {
  const pglite = await PGlite.create();
  await pglite.exec(`create schema drizzle;
    create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`);
  for (const migration of migrations.slice(0, count)) {
    await pglite.exec(migration.sql.join(';\n'));
    await pglite.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [
      migration.hash,
      migration.folderMillis,
    ]);
  }
  const keyring = keyringOf([key]);
  const at = (entity: string, column: string, rowId: string) => ({ workspaceId: 'w', entity, column, rowId });
  await pglite.query(`insert into workspace (id, slug, name, id_salt) values ('w', 'acme', '安克', $1)`, [
    keyring.seal('c2FsdA', at('workspace', 'id_salt', 'w')),
  ]);
  await pglite.query(`insert into customer (workspace_id, id, name) values ('w', 'c1', $1)`, [
    keyring.seal('甲公司', at('customer', 'name', 'c1')),
  ]);
  await pglite.query(`insert into audit_entry (workspace_id, actor, action) values ('w', 'me', 'looked')`);
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  return openStore({ dump, migrate: false });
}

test.each([
  ['the last migration', migrations.length - 1],
  ['data keys', beforeDataKeys],
])('a backup made before %s restores, migrates, and opens with its key', async (name, count) => {
  const identity = await generateX25519Identity();
  const file = join(folder, `${name}.age`);
  const before = await storeAfter(count);
  const lock = { recipients: [await identityToRecipient(identity)] };
  await writeBackup({ store: before, keys: [key], lock, file, now: '2026-11-27T02:00:00.000Z' as Instant });
  await before.close();

  const dataDir = join(folder, name);
  const { head } = await restoreFolder({ file, opener: { identity } }, { dataDir, overwrite: false });
  expect(head.migrations).toHaveLength(count);
  const store = await openStore({ dataDir });
  const keyring = await openDataKeyring({ store, masters: () => [key] });
  const [applied] = await store.query<{ n: number }>(sql`select count(*)::int as n from drizzle.__drizzle_migrations`);
  expect(applied?.n).toBe(migrations.length);
  for (const rotation of await unfinishedRotations(store)) {
    await continueRotation({ store, keyring, actor: { actor: 'nobody', address: null } }, rotation);
  }
  const [customer] = await store.query<{ name: string }>(sql`select name from customer`);
  expect(keyring.open(customer?.name ?? '')).toBe('甲公司');
  expect([...(await carriedKeys(store)).keys()]).toEqual([`v2.${keyring.activeId('w')}`]);
  expect(await store.query(sql`select action from audit_entry order by position`)).toEqual([
    { action: 'looked' },
    { action: 'restored' },
    { action: 'keys_rotated' },
  ]);
  await store.close();
});
