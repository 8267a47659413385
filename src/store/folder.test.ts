import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { sql } from '#shared/sql.ts';
import { lockFolder } from './folder-lock.ts';
import { openStore } from './open-store.ts';

const folders: string[] = [];

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'salesboard-folder-'));
  folders.push(made);
  return made;
}

afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true });
});

test('a folder is held by one process, which the refusal names', async () => {
  const dataDir = folder();
  const lock = await lockFolder(dataDir);
  await expect(lockFolder(dataDir)).rejects.toThrow(`in use by process ${process.pid}`);
  lock.release();
  (await lockFolder(dataDir)).release();
});

test('what a dead process or a half-written lock left behind is taken over', async () => {
  const dataDir = folder();
  const file = join(dataDir, 'store.lock');
  const lock = await lockFolder(dataDir);
  const mine = JSON.parse(readFileSync(file, 'utf8'));
  lock.release();
  const dead = spawnSync(process.execPath, ['--version']).pid;
  writeFileSync(file, JSON.stringify({ ...mine, pid: dead, token: 'dead' }));
  (await lockFolder(dataDir)).release();
  writeFileSync(file, JSON.stringify({ ...mine, token: 'same pid, earlier life' }));
  (await lockFolder(dataDir)).release();
});

test('a process elsewhere that still beats keeps the folder', async () => {
  const dataDir = folder();
  const holder = { pid: 7, host: 'another-container', startedAt: '', token: 'theirs' };
  writeFileSync(join(dataDir, 'store.lock'), JSON.stringify(holder));
  await expect(lockFolder(dataDir)).rejects.toThrow('in use by process 7 on another-container');
});

test('what was committed before kill -9 is there afterwards, and the folder opens again', async () => {
  const dataDir = folder();
  const writer = await killedWriter(dataDir);
  await expect(openStore({ dataDir })).rejects.toThrow(`in use by process ${writer.child.pid}`);
  writer.child.kill('SIGKILL');
  await new Promise((resolve) => writer.child.once('close', resolve));
  const store = await openStore({ dataDir });
  const rows = await store.query<{ key: string }>(sql`select key from idempotency order by created_at`);
  await store.close();
  expect(rows.length).toBeGreaterThanOrEqual(writer.committed());
}, 60_000);

/** A process that commits rows and reports each one, once it has reported some. */
async function killedWriter(dataDir: string): Promise<{ child: ChildProcess; committed: () => number }> {
  const store = fileURLToPath(new URL('./open-store.ts', import.meta.url));
  const script = `
    const { openStore } = await import(${JSON.stringify(store)});
    const store = await openStore({ dataDir: ${JSON.stringify(dataDir)} });
    for (let n = 1; ; n++) {
      const text = "insert into idempotency values ('w', 'k" + n + "', 'h', 200, '{}')";
      await store.query({ parts: [text], values: [] });
      console.log(n);
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let last = 0;
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      last = Number(String(text).trim().split('\n').at(-1));
      if (last >= 20) resolve();
    });
    child.once('close', () => reject(new Error('the writer ended by itself')));
  });
  return { child, committed: () => last };
}
