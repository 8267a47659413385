import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Instant } from '#shared/day.ts';
import { bytesOfBase32, codeOf, stepAt } from '../sign-in/second-factor/one-time-code.ts';

type Ended = Readonly<{ code: number | null; out: string; err: string }>;

const dataDir = mkdtempSync(join(tmpdir(), 'salesboard-cli-'));
const main = join(import.meta.dirname, '../../main.ts');
let server: ChildProcess;
let url = '';

function launched(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: dataDir, DEMO: '0', LANG: 'en_US.UTF-8', ...env },
  });
}

async function ended(child: ChildProcess, input = ''): Promise<Ended> {
  const said = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    said.err += chunk;
  });
  child.stdin?.end(input);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, ...said };
}

const command = (...args: string[]) => ended(launched(args));

async function startedServer(): Promise<string> {
  server = launched(['start']);
  let said = '';
  for await (const chunk of server.stdout ?? []) {
    said += chunk;
    const found = /(http:\/\/127\.0\.0\.1:\d+)/.exec(said);
    if (found?.[1]) return found[1];
  }
  throw new Error(`the server ended: ${said}`);
}

beforeAll(async () => {
  // Before the first start: commands work on the folder themselves.
  expect(await command('workspace', 'create', '--slug', 'acme', '--name', '安克')).toMatchObject({ code: 0 });
  url = await startedServer();
});
afterAll(async () => {
  server.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

test('a key made while the server runs stands alone on stdout and works at once', async () => {
  const { code, out } = await command('api-key', 'create', '--workspace', 'acme', '--role', 'viewer');
  expect(code).toBe(0);
  expect(out).toMatch(/^sb_[\w-]{43}\n$/);
  const me = await fetch(`${url}/api/v1/me`, { headers: { authorization: `Bearer ${out.trim()}` } });
  expect(await me.json()).toMatchObject({ viewer: { role: 'viewer' }, workspace: { slug: 'acme' } });
});

test('a user made with a password from stdin can sign in', async () => {
  const args = [
    'user',
    'create',
    '--workspace',
    'acme',
    '--role',
    'admin',
    '--email',
    'lin@acme.test',
    '--password-stdin',
  ];
  expect(await ended(launched(args), 'correct horse\n')).toMatchObject({ code: 0, out: '' });
  const response = await fetch(`${url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'lin@acme.test', password: 'correct horse' }),
  });
  expect(response.status).toBe(204);
});

test('a user made without a password gets one, printed alone on stdout', async () => {
  const { code, out, err } = await command(
    ...['user', 'create', '--workspace', 'acme', '--role', 'viewer', '--email', 'mei@acme.test'],
  );
  expect({ code, err }).toEqual({ code: 0, err: 'mei@acme.test may now sign in to the workspace acme as viewer\n' });
  expect(out).toMatch(/^\S{16}\n$/);
});

test('somebody is made one who runs the installation, and no longer', async () => {
  const args = ['--workspace', 'acme', '--email', 'ops@acme.test', '--role', 'viewer', '--operator'];
  const { code, out } = await command('user', 'create', ...args);
  expect(code).toBe(0);
  const listed = async () => {
    const signedIn = await fetch(`${url}/api/v1/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'ops@acme.test', password: out.trim() }),
    });
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    return (await fetch(`${url}/api/v1/operator/workspaces`, { headers: { cookie } })).status;
  };
  expect(await listed()).toBe(200);
  expect((await command('user', 'operator', '--email', 'ops@acme.test', '--revoke')).code).toBe(0);
  expect(await listed()).toBe(403);
  expect((await command('user', 'operator', '--email', 'nobody@acme.test')).code).toBe(1);
});

test('a forgotten password is replaced, and whoever was signed in with it is out', async () => {
  await command('user', 'create', '--workspace', 'acme', '--role', 'viewer', '--email', 'bo@acme.test');
  const { code, out } = await command('user', 'set-password', '--email', 'bo@acme.test');
  expect(code).toBe(0);
  const response = await fetch(`${url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'bo@acme.test', password: out.trim() }),
  });
  expect(response.status).toBe(204);
  const cookie = response.headers.getSetCookie()[0] ?? '';
  await command('user', 'set-password', '--email', 'bo@acme.test');
  expect((await fetch(`${url}/api/v1/me`, { headers: { cookie } })).status).toBe(401);
});

test('when single sign-on fails, the shell lets everybody use a password again', async () => {
  const passwords = (whom: string) => command('workspace', 'passwords', '--workspace', 'acme', '--for', whom);
  const { out } = await command('user', 'create', '--workspace', 'acme', '--role', 'viewer', '--email', 'su@acme.test');
  const signIn = async () => {
    const response = await fetch(`${url}/api/v1/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'su@acme.test', password: out.trim() }),
    });
    return response.status;
  };
  expect((await passwords('admins')).code).toBe(0);
  expect(await signIn()).toBe(403);
  expect((await passwords('everyone')).code).toBe(0);
  expect(await signIn()).toBe(204);
  expect((await passwords('nobody')).code).toBe(2);
});

test('a second factor that was lost is switched off from the shell', async () => {
  const { out: password } = await command(
    'user',
    'create',
    '--workspace',
    'acme',
    '--role',
    'viewer',
    '--email',
    'di@acme.test',
  );
  const post = async (path: string, body: object, cookie = '') => {
    const headers = { 'content-type': 'application/json', cookie };
    return fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  };
  const login = { email: 'di@acme.test', password: password.trim() };
  const signIn = () => post('/api/v1/sign-in', login);
  const cookie = (await signIn()).headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  const begun = await post('/api/v1/me/second-factor', { password: login.password }, cookie);
  const { secret } = (await begun.json()) as { secret: string };
  // The server here runs by the real clock.
  const code = codeOf(bytesOfBase32(secret), stepAt(new Date().toISOString() as Instant));
  expect((await post('/api/v1/me/second-factor/confirm', { code }, cookie)).status).toBe(200);
  expect((await signIn()).status).toBe(200);
  expect(await command('user', 'reset-second-factor', '--email', 'di@acme.test')).toMatchObject({ code: 0 });
  expect((await signIn()).status).toBe(204);
  const again = await command('user', 'reset-second-factor', '--email', 'di@acme.test');
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining('di@acme.test') });
});

test('doctor finds a sound installation sound', async () => {
  const { code, out } = await command('doctor');
  expect(code).toBe(0);
  expect(out).toContain('✓ replica of workspace acme: equal to the store (0 rows)');
});

test('both kinds of keys change while the server runs, and who is signed in stays so', async () => {
  const { out: password } = await command(
    ...['user', 'create', '--workspace', 'acme', '--role', 'admin', '--email', 'ke@acme.test'],
  );
  const response = await fetch(`${url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ke@acme.test', password: password.trim() }),
  });
  const cookie = response.headers.getSetCookie()[0] ?? '';
  expect(await command('rotate-keys')).toMatchObject({
    code: 0,
    out: expect.stringContaining('acme: 1 values sealed'),
  });
  const master = await command('rotate-keys', '--master');
  expect(master).toMatchObject({ code: 0, err: '' });
  const [, id] = /master key ([\w-]{8}) now wraps 4 data keys/.exec(master.out) ?? [];
  expect((await command('doctor')).out).toMatch(`✓ master key: ${id} opens every workspace; no longer needed: `);
  expect((await fetch(`${url}/api/v1/me`, { headers: { cookie } })).status).toBe(200);
  expect(await command('rotate-keys', '--workspace', 'nowhere')).toMatchObject({ code: 2 });
});

test.each([
  [['frobnicate'], 2, 'unknown command "frobnicate"'],
  [['api-key', 'create', '--role', 'viewer'], 2, '--workspace is missing'],
  [['api-key', 'create', '--workspace', 'acme', '--role', 'king'], 2, '--role must be one of admin'],
  [['api-key', 'create', '--workspace', 'acme', '--role', 'rep'], 2, '--person is missing'],
  [['api-key', 'create', '--workspace', 'acme', '--frob'], 2, "Unknown option '--frob'"],
  [['api-key', 'create', '--workspace', 'nowhere', '--role', 'viewer'], 1, 'No workspace "nowhere"; there are: acme'],
  [['workspace', 'create', '--slug', 'acme'], 1, 'A workspace called acme exists already'],
] as const)('%j exits as documented and says why on stderr', async (args, code, said) => {
  const result = await command(...args);
  expect(result).toMatchObject({ code, out: '' });
  expect(result.err).toContain(said);
});

test('help names every command, on stdout when asked for', async () => {
  const { code, out } = await command('--help');
  expect(code).toBe(0);
  for (const name of ['start', 'import FILES', 'user create', 'api-key create', 'doctor']) expect(out).toContain(name);
  expect(await command()).toMatchObject({ code: 2, out: '' });
});

test('the socket for commands is for the owner only', () => {
  expect(statSync(join(dataDir, 'command.sock')).mode & 0o777).toBe(0o600);
});

test('a second server on the same folder says who holds it', async () => {
  const { code, err } = await command('start');
  expect(code).toBe(1);
  expect(err).toContain(`is in use by process ${server.pid}`);
});

test('a port that is taken is named, with a way out', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'salesboard-cli-'));
  const port = new URL(url).port;
  const { code, err } = await ended(launched(['start'], { DATA_DIR: elsewhere, PORT: port }));
  expect(code).toBe(1);
  expect(err).toContain(`port ${port} is in use; take another one: PORT=4001 npm start`);
  rmSync(elsewhere, { recursive: true, force: true });
});

test('a bad configuration is refused with every bad variable', async () => {
  const { code, err } = await ended(launched(['start'], { PORT: 'http', DATABASE_URL: 'mysql://root:hunter2@x' }));
  expect(code).toBe(1);
  expect(err).toBe(
    'PORT must be a whole number, not "http"\nDATABASE_URL must begin with postgres:// or postgresql://\n',
  );
});

test('ctrl-C stops within three seconds with exit code 0, open event streams included', async () => {
  const { out } = await command('api-key', 'create', '--workspace', 'acme', '--role', 'viewer');
  const headers = { authorization: `Bearer ${out.trim()}` };
  const stream = await fetch(`${url}/api/v1/events`, { headers });
  const start = performance.now();
  server.kill('SIGINT');
  expect(await ended(server)).toMatchObject({ code: 0, err: '' });
  expect(performance.now() - start).toBeLessThan(3000);
  await stream.body?.cancel().catch(() => undefined);
  expect(existsSync(join(dataDir, 'command.sock'))).toBe(false);
});

test('with another master key the data is refused, naming the keys', async () => {
  rmSync(join(dataDir, 'master.key'));
  const { code, err } = await ended(launched(['doctor'], { SALESBOARD_KEY: 'another key altogether' }));
  expect(code).toBe(1);
  expect(err).toMatch(/master key [\w-]{8} is needed, given: [\w-]{8}/);
});
