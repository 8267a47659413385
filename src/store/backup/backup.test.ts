import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Instant } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { bothEngines } from '#testing/engines.ts';
import { type TestPostgres, testPostgres } from '#testing/test-postgres.ts';
import { testStore } from '#testing/test-store.ts';
import { verifyAudit } from '../audit.ts';
import { openStore } from '../open-store.ts';
import { upsertRows } from '../rows.ts';
import { keyringOf } from '../seal.ts';
import type { Store } from '../store.ts';
import { createWorkspace } from '../workspaces.ts';
import type { BackupLock } from './backup-lock.ts';
import { restoreFolder, restoreServer, verifyBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

const key = Buffer.alloc(32, 7);
const keyring = keyringOf([key]);
const passphrase = 'a passphrase for tests';
const identity = await generateX25519Identity();
const recipients = [await identityToRecipient(identity)];
const now = '2026-11-27T02:00:00.000Z' as Instant;
const folder = mkdtempSync(join(tmpdir(), 'salesboard-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const newFile = () => join(folder, `b${++files}.age`);

/** Names with everything that COPY must escape. */
const names = ['甲公司', 'a\tb\nc', '\\.', '\\N', '', 'x'.repeat(3000)];

async function company(store: Store): Promise<string> {
  const { id: workspaceId } = await createWorkspace(store, keyring, { slug: 'acme', name: '安克' });
  await store.transaction(async (tx) => {
    await upsertRows(tx, keyring, {
      workspaceId,
      entity: 'customer',
      rows: names.map((name, index) => ({ id: `c${index}`, name, industry: name })),
    });
    await tx.query(sql`insert into audit_entry (workspace_id, actor, action) values (${workspaceId}, 'me', 'looked')`);
    // Their tables come before the one that they refer to.
    await tx.query(sql`insert into sign_in_user (id, name, email) values ('u', '林', 'lin@acme.test')`);
    await tx.query(
      sql`insert into sign_in_account (id, account_id, provider_id, user_id) values ('a', 'u', 'credential', 'u')`,
    );
  });
  return workspaceId;
}

async function industries(store: Store): Promise<readonly string[]> {
  const rows = await store.query<{ industry: string }>(sql`select industry from customer order by id`);
  return rows.map(({ industry }) => industry);
}

/** A passphrase is stretched on purpose, which takes a second or two; recipients cost nothing. */
const write = (store: Store, file = newFile(), lock: BackupLock = { recipients }) =>
  writeBackup({ store, keys: [key], lock, file, now }).then((written) => ({ file, ...written }));

vi.setConfig({ testTimeout: 240_000 });

describe.each(bothEngines())('a backup of $name', ({ open }) => {
  test('restores into a folder with every row as it was, and the next number given out is a new one', async () => {
    const store = await open();
    const workspaceId = await company(store);
    const { file, tables } = await write(store);
    const dataDir = mkdtempSync(join(folder, 'restored-'));
    const loaded = await restoreFolder({ file, opener: { identity } }, { dataDir, overwrite: false });
    expect(loaded.tables).toEqual(tables);
    expect(loaded.tables.customer?.rows).toBe(6);
    const restored = await openStore({ dataDir });
    expect(await industries(restored)).toEqual(names);
    await restored.query(sql`insert into audit_entry (workspace_id, actor, action) values (${workspaceId}, 'me', 'b')`);
    expect(await restored.query(sql`select action from audit_entry order by position`)).toEqual([
      { action: 'looked' },
      { action: 'restored' },
      { action: 'b' },
    ]);
    expect((await verifyAudit(restored, workspaceId)).broken).toBeNull();
    await restored.close();
  });

  test('made while others write holds one moment', async () => {
    const store = await open();
    const workspaceId = await company(store);
    let stopped = false;
    const writer = (async () => {
      for (let index = 0; !stopped; index += 1) {
        // The embedded store never waits for anything outside: without this nobody else would get a turn.
        await setImmediate();
        await store.transaction((tx) =>
          upsertRows(tx, keyring, {
            workspaceId,
            entity: 'team',
            rows: [
              { id: `a${index}`, name: 'a' },
              { id: `b${index}`, name: 'b' },
            ],
          }),
        );
      }
    })();
    const { file } = await write(store);
    stopped = true;
    await writer;
    const { tables } = await verifyBackup({ file, opener: { identity } });
    expect((tables.team?.rows ?? 1) % 2).toBe(0);
  });
});

describe('a backup that cannot be used', () => {
  let file: string;
  let withPassphrase: string;
  beforeAll(async () => {
    const store = await testStore();
    await company(store);
    ({ file } = await write(store));
    ({ file: withPassphrase } = await write(store, newFile(), { passphrase }));
    await store.close();
  });
  const verify = (name: string) => verifyBackup({ file: name, opener: { identity } });

  test('says that the passphrase is wrong', async () => {
    const opener = { passphrase: 'another passphrase' };
    await expect(verifyBackup({ file: withPassphrase, opener })).rejects.toThrow('wrong passphrase');
    expect((await verifyBackup({ file: withPassphrase, opener: { passphrase } })).tables.customer?.rows).toBe(6);
  });
  test('says that it is cut off', async () => {
    const store = await testStore();
    await company(store);
    const cut = await write(store);
    await store.close();
    truncateSync(cut.file, cut.bytes - 200);
    await expect(verify(cut.file)).rejects.toThrow('damaged or cut off');
  });
  test('says that it is none', async () => {
    const other = newFile();
    writeFileSync(other, 'hello');
    await expect(verify(other)).rejects.toThrow('not a backup');
  });
  test('leaves what is there alone, and replaces it only when told', async () => {
    const dataDir = mkdtempSync(join(folder, 'full-'));
    const full = await openStore({ dataDir });
    await createWorkspace(full, keyring, { slug: 'other', name: '别的' });
    await full.close();
    const backup = { file, opener: { identity } };
    await expect(restoreFolder(backup, { dataDir, overwrite: false })).rejects.toThrow('--overwrite');
    const { putAside } = await restoreFolder(backup, { dataDir, overwrite: true });
    expect(readdirSync(dataDir).filter((name) => name.startsWith('store.before'))).toHaveLength(1);
    expect(putAside).toContain('store.before');
    const restored = await openStore({ dataDir });
    expect(await restored.query(sql`select slug from workspace`)).toEqual([{ slug: 'acme' }]);
    await restored.close();
  });
  test('is never written over another file', async () => {
    const store = await testStore();
    await expect(write(store, file)).rejects.toThrow('EEXIST');
    await store.close();
    expect((await verify(file)).tables.customer?.rows).toBe(6);
  });
});

describe('a backup of the embedded store on a PostgreSQL server', () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await testPostgres();
  });
  afterAll(() => server.stop());

  test('restores in one transaction, and not while a server runs', async () => {
    const embedded = await testStore();
    await company(embedded);
    const { file } = await write(embedded);
    await embedded.close();
    const databaseUrl = await server.database();
    const backup = { file, opener: { identity } };
    await restoreServer(backup, { databaseUrl, overwrite: false });
    const store = await openStore({ databaseUrl });
    expect(await industries(store)).toEqual(names);
    await expect(restoreServer(backup, { databaseUrl, overwrite: true })).rejects.toThrow('stop every server');
    await store.close();
    await expect(restoreServer(backup, { databaseUrl, overwrite: false })).rejects.toThrow('--overwrite');
    await restoreServer(backup, { databaseUrl, overwrite: true });
  });
});
