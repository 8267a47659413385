import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Instant } from '#shared/day.ts';
import { type TestPostgres, testPostgres } from '#testing/test-postgres.ts';
import { commandLine } from '../command-line.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'salesboard-pg-'));
let postgres: TestPostgres;
let databaseUrl: string;

beforeAll(async () => {
  postgres = await testPostgres();
  databaseUrl = await postgres.database();
});
afterAll(async () => {
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function command(argv: readonly string[], { url = databaseUrl, input = '' } = {}) {
  const said = { out: '', err: '' };
  const code = await commandLine({
    argv,
    env: { DATABASE_URL: url, DATA_DIR: dataDir, LANG: 'zh_CN.UTF-8' },
    cwd: dataDir,
    stdin: Readable.from([input]),
    clock: () => '2026-11-24T02:00:00.000Z' as Instant,
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    signal: new AbortController().signal,
  });
  return { code, ...said };
}

test('on an empty PostgreSQL server a workspace, a user and a key are made by command', async () => {
  expect(await command(['workspace', 'create', '--slug', 'acme'])).toMatchObject({ code: 0 });
  const user = ['user', 'create', '--workspace', 'acme', '--role', 'admin', '--email', 'lin@acme.test'];
  expect(await command([...user, '--password-stdin'], { input: 'correct horse\n' })).toMatchObject({
    code: 0,
    out: '',
    err: 'lin@acme.test 现在可以登录工作区 acme，角色 admin\n',
  });
  const key = await command(['api-key', 'create', '--workspace', 'acme', '--role', 'viewer']);
  expect(key.out).toMatch(/^sb_[\w-]{43}\n$/);
  expect((await command(['doctor'])).out).toContain('✓ 工作区 acme 的分析副本: 与数据库一致（0 行）');
});

test('a password that is too short is refused in words', async () => {
  const user = ['user', 'create', '--workspace', 'acme', '--role', 'admin', '--email', 'mei@acme.test'];
  const { code, err } = await command([...user, '--password-stdin'], { input: 'short\n' });
  expect({ code, err }).toEqual({ code: 1, err: '请求的内容不对\n  password: 密码至少要有10个字符\n' });
});

test('a server that does not answer is named as such, without its password', async () => {
  const { code, err } = await command(['doctor'], { url: 'postgres://lin:hunter2@127.0.0.1:1/acme' });
  expect(code).toBe(1);
  expect(err).toMatch(/数据库打不开.*DATABASE_URL.*ECONNREFUSED/);
  expect(err).not.toContain('hunter2');
});

test('doctor names the first entry of the audit log that was changed', async () => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('alter table audit_entry disable trigger user');
  await client.query(`update audit_entry set actor = 'somebody else' where position = 2`);
  await client.query('alter table audit_entry enable trigger user');
  await client.end();
  const { code, err } = await command(['doctor']);
  expect({ code, err }).toEqual({ code: 1, err: '✗ 工作区 acme 的操作日志: 第 2 条被改过\n' });
});
