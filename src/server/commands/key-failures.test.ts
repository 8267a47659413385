import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Instant } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { openStore } from '#store/open-store.ts';
import { keyringOf } from '#store/seal.ts';
import { commandLine } from '../command-line.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'salesboard-keys-'));
const keyFile = join(dataDir, 'master.key');
let kept = '';
let keyId = '';

beforeAll(async () => {
  expect((await command('workspace', 'create', '--slug', 'acme')).code).toBe(0);
  kept = readFileSync(keyFile, 'utf8');
  keyId = keyringOf([Buffer.from(kept.trim().split('\n').at(-1) ?? '', 'base64')]).keyId;
});
afterEach(() => {
  writeFileSync(keyFile, kept, { mode: 0o600 });
  chmodSync(keyFile, 0o600);
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function command(...argv: string[]) {
  const said = { out: '', err: '' };
  const code = await commandLine({
    argv,
    env: { DATA_DIR: dataDir, DEMO: '0', PORT: '0', LANG: 'zh_CN.UTF-8' },
    cwd: dataDir,
    stdin: Readable.from(['']),
    clock: () => '2026-11-27T02:00:00.000Z' as Instant,
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    signal: AbortSignal.timeout(60_000),
  });
  return { code, ...said };
}

/** Neither the server nor a command goes on; both say the same one line. */
async function refusal(): Promise<string> {
  const start = await command('start');
  expect(start.code).toBe(1);
  expect(await command('doctor')).toEqual(start);
  expect(start.err.trim().split('\n')).toHaveLength(1);
  return start.err;
}

test('a lost key is said, and no new one is made beside the data', async () => {
  rmSync(keyFile);
  expect(await refusal()).toMatch(/已有加密的数据，却找不到主密钥.*there are encrypted data but no master key/);
  expect(existsSync(keyFile)).toBe(false);
});

test('a wrong key is said with the ids of the one needed and the one given', async () => {
  const wrong = Buffer.alloc(32, 9);
  writeFileSync(keyFile, `${wrong.toString('base64')}\n`);
  const said = await refusal();
  expect(said).toContain(`需要主密钥 ${keyId}，给出的是：${keyringOf([wrong]).keyId}`);
  expect(said).toContain(`master key ${keyId} is needed`);
});

test('a key file that others can read is refused until its mode is right', async () => {
  chmodSync(keyFile, 0o644);
  expect(await refusal()).toMatch(/权限是 644.*chmod 600/);
});

test('a key file that was cut off is no passphrase', async () => {
  writeFileSync(keyFile, kept.slice(0, -20));
  expect(await refusal()).toMatch(/不是完整的密钥.*is no whole key/);
});

test('a data key that is gone is named, and none is made in its place', async () => {
  const store = await openStore({ dataDir });
  const keys = await store.query(sql`select workspace_id, id, wrapped, state from data_key order by workspace_id`);
  await store.query(sql`delete from data_key`);
  await store.close();
  expect(await refusal()).toMatch(/工作区 acme 的数据读不了.*restore from a backup that has it/);
  const again = await openStore({ dataDir });
  expect(await again.query(sql`select id from data_key`)).toEqual([]);
  await again.query(sql`
    insert into data_key (workspace_id, id, wrapped, state)
    select workspace_id, id, wrapped, state
      from json_to_recordset(${JSON.stringify(keys)}::json) as k (workspace_id text, id text, wrapped text, state text)`);
  await again.close();
  expect(await command('doctor')).toMatchObject({ code: 0, out: expect.stringContaining('✓ 数据密钥: 2 把') });
});
