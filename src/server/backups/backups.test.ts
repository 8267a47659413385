import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addOperator } from '#features/installation/operators.ts';
import type { Instant } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { beginRun } from '#store/backup/backup-runs.ts';
import type { Store } from '#store/store.ts';
import { type TestServer, testServer } from '#testing/test-server.ts';
import { testStore } from '#testing/test-store.ts';
import { BackupKeeper } from './backup-keeper.ts';

// A passphrase is stretched on purpose: each reading and writing takes a second or two.
vi.setConfig({ testTimeout: 300_000 });

const folder = mkdtempSync(join(tmpdir(), 'salesboard-backups-'));
const settings = { BACKUP_DIR: join(folder, 'all'), BACKUP_HOURS: 24, BACKUP_KEEP: 1, BACKUP_VERIFY_DAYS: 7 };
const backupLock = { passphrase: 'twelve letters at least' };
let now = '2026-11-27T01:00:00.000Z';
const clock = () => now as Instant;

let store: Store;
let keeper: BackupKeeper;
let at: TestServer;
let cookie: string;

beforeAll(async () => {
  store = await testStore();
  keeper = new BackupKeeper({ store, masterKeys: () => [Buffer.alloc(32, 1)], backupLock, clock }, settings);
  at = await testServer({ store, backups: keeper, clock });
  await addOperator(store, await at.user('olivia', { role: 'admin' }));
  cookie = await at.signIn('olivia');
});
afterAll(async () => {
  await keeper.close();
  await at.close();
  rmSync(folder, { recursive: true, force: true });
});

const path = '/api/v1/operator/backups';

async function overview() {
  const answer = await at.call(path, { cookie });
  expect(answer.status).toBe(200);
  return answer.json();
}

async function whenDone() {
  await vi.waitFor(async () => expect((await overview()).running).toBeNull(), { timeout: 110_000, interval: 200 });
  return overview();
}

test('nobody but an operator sees or starts backups, an admin neither', async () => {
  await at.user('adam', { role: 'admin' });
  const admin = await at.signIn('adam');
  expect((await at.call(path, { cookie: admin })).status).toBe(403);
  expect((await at.call(path, { cookie: admin, method: 'POST' })).status).toBe(403);
  expect((await at.call(`${path}/verify`, { key: await at.key({ role: 'admin' }), method: 'POST' })).status).toBe(403);
  expect((await at.call(path)).status).toBe(401);
});

test('where there is no backup yet that is the warning, and nothing can be verified', async () => {
  expect(await overview()).toMatchObject({
    settings: { lock: 'passphrase', canVerify: true },
    lastBackup: null,
    warnings: ['none'],
  });
  expect((await at.call(`${path}/verify`, { cookie, method: 'POST' })).status).toBe(404);
});

test('a backup is made and verified at a press of a button, one at a time, and each is on record', async () => {
  expect((await at.call(path, { cookie, method: 'POST' })).status).toBe(202);
  const second = await at.call(path, { cookie, method: 'POST' });
  expect({ status: second.status, ...(await second.json()) }).toMatchObject({ status: 409, code: 'conflict' });
  const made = await whenDone();
  expect(made.lastBackup).toMatchObject({ startedBy: 'person', state: 'done', lock: 'passphrase' });
  expect(made.lastBackup.rows).toBeGreaterThan(1000);
  expect(made.warnings).toEqual(['never_verified']);
  expect((await at.call(`${path}/verify`, { cookie, method: 'POST' })).status).toBe(202);
  const verified = await whenDone();
  expect(verified.lastVerified).toMatchObject({
    kind: 'verify',
    rows: made.lastBackup.rows,
    tables: made.lastBackup.tables,
  });
  expect(verified.warnings).toEqual([]);
  const log = await store.query(sql`
    select action, address is not null as "fromThere" from audit_entry where action like 'backup%' order by position`);
  expect(log).toEqual([
    { action: 'backup_made', fromThere: true },
    { action: 'backup_verified', fromThere: true },
  ]);
});

test('the schedule backs up when the newest is old enough and keeps as many as wanted; a damaged backup fails its verification', async () => {
  expect(await keeper.runWhenDue()).toBeNull();
  now = '2026-12-04T02:00:00.000Z';
  expect((await overview()).warnings).toEqual(['old']);
  expect(await keeper.runWhenDue()).toBe('backup');
  expect(readdirSync(settings.BACKUP_DIR)).toEqual(['salesboard-2026-12-04T020000Z.age']);
  expect(await overview()).toMatchObject({ warnings: [], nextBackupAt: '2026-12-05T02:00:00.000Z' });
  now = '2026-12-04T02:00:01.000Z';
  truncateSync(join(settings.BACKUP_DIR, 'salesboard-2026-12-04T020000Z.age'), 5000);
  await expect(keeper.runWhenDue()).rejects.toThrow('cut off');
  const { runs, warnings, running } = await overview();
  expect(running).toBeNull();
  expect(runs[0]).toMatchObject({ kind: 'verify', state: 'failed', fault: expect.stringContaining('cut off') });
  expect(warnings).toEqual(['last_failed']);
  expect(await store.query(sql`select details from audit_entry where action = 'backup_failed'`)).toEqual([
    { details: { kind: 'verify' } },
  ]);
});

test('what a killed server was at counts as failed from the next start', async () => {
  now = '2026-12-04T03:00:00.000Z';
  await beginRun(store, { kind: 'backup', startedBy: 'person', file: 'x', lock: 'passphrase', now: clock() });
  expect((await overview()).running).toMatchObject({ kind: 'backup' });
  now = '2026-12-04T03:00:01.000Z';
  await keeper.begin();
  expect(await overview()).toMatchObject({ running: null, warnings: ['last_failed'] });
});
