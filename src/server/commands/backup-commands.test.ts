import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), 'salesboard-backup-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const dataDir = join(folder, 'data');
const main = join(import.meta.dirname, '../../main.ts');

type Ended = Readonly<{ code: number | null; out: string; err: string }>;

function command(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, DEMO: '0', LANG: 'en_US.UTF-8', ...env },
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })));
}

test('a folder that is lost, key and all, comes back from its backup', async () => {
  const file = join(folder, 'all.age');
  const env = { BACKUP_PASSPHRASE: 'twelve letters at least' };
  await command(['workspace', 'create', '--slug', 'acme', '--name', '安克']);
  expect(await command(['backup', file])).toMatchObject({ code: 2, err: expect.stringContaining('always encrypted') });
  expect(await command(['backup', file], env)).toMatchObject({ code: 0, err: '' });
  expect(await command(['backup', file], env)).toMatchObject({
    code: 1,
    err: expect.stringContaining('there already'),
  });
  expect(await command(['verify-backup', file], env)).toMatchObject({
    code: 0,
    out: expect.stringContaining('restores'),
  });
  expect(await command(['restore', file], env)).toMatchObject({ code: 1, err: expect.stringContaining('--overwrite') });
  rmSync(dataDir, { recursive: true });
  expect(await command(['restore', file], env)).toMatchObject({ code: 0 });
  expect(await command(['doctor'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('replica of workspace acme'),
  });
});
