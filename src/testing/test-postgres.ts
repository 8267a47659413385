import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, chownSync, constants, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { openStore } from '#store/open-store.ts';
import type { Store } from '#store/store.ts';
import { embeddedBinaries } from './embedded-postgres.ts';

/** A PostgreSQL server that lives as long as a test file. */
export type TestPostgres = Readonly<{
  version: string;
  /** Makes an empty database and gives its URL. */
  database(): Promise<string>;
  /** A migrated store on a database of its own; closed by `stop` at the latest. */
  store(): Promise<Store>;
  stop(): Promise<void>;
}>;

type User = Readonly<{ uid: number; gid: number }>;

const startMs = 30_000;

/** Starts the installed PostgreSQL, or the one of the `embedded-postgres` packages; never gives up silently. */
export async function testPostgres(binaries = installedBinaries() ?? embeddedBinaries()): Promise<TestPostgres> {
  const user = unprivilegedUser();
  const folder = mkdtempSync(join(tmpdir(), 'salesboard-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  await run(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C'],
    user,
  );
  const port = await freePort();
  const server = spawn(join(binaries, 'postgres'), serverArguments(data, folder, port), {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...user,
  });
  const abandoned = () => server.kill('SIGKILL');
  process.once('exit', abandoned);
  const log: string[] = [];
  server.stderr?.on('data', (text) => log.push(String(text)));
  const urlOf = (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`;
  const version = await versionWhenUp(urlOf('postgres'), server, log);
  const stores: Store[] = [];
  let count = 0;
  const database = async () => {
    const name = `test_${++count}`;
    await withClient(urlOf('postgres'), (client) => client.query(`create database ${name}`));
    return urlOf(name);
  };
  return {
    version,
    database,
    store: async () => {
      const store = await openStore({ databaseUrl: await database() });
      stores.push(store);
      return store;
    },
    stop: async () => {
      await Promise.all(stores.map((store) => store.close()));
      await ended(server);
      process.off('exit', abandoned);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function serverArguments(data: string, folder: string, port: number): readonly string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: folder,
    fsync: 'off',
    deadlock_timeout: '100ms',
    max_connections: 60,
  };
  return ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

function installedBinaries(): string | null {
  const onPath = (process.env.PATH ?? '').split(delimiter);
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(root, version, 'bin')), ...onPath];
  return folders.find((folder) => isProgram(join(folder, 'initdb')) && isProgram(join(folder, 'postgres'))) ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return dirname(file) !== '.';
  } catch {
    return false;
  }
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or as `nobody`. */
function unprivilegedUser(): User | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = ['postgres', 'nobody'].map((name) => users.find((user) => user[0] === name)).find(Boolean);
  if (!found) throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody to run it as');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

async function run(program: string, args: readonly string[], user: User | null): Promise<void> {
  const child = spawn(program, args, { cwd: tmpdir(), stdio: ['ignore', 'ignore', 'pipe'], ...user });
  let errors = '';
  child.stderr.on('data', (text) => {
    errors += String(text);
  });
  const code = await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${errors}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function versionWhenUp(url: string, server: ChildProcess, log: readonly string[]): Promise<string> {
  const giveUpAt = Date.now() + startMs;
  for (;;) {
    try {
      return await withClient(url, async (client) => {
        const { rows } = await client.query<{ server_version: string }>('show server_version');
        return rows[0]?.server_version ?? '';
      });
    } catch (error) {
      if (server.exitCode !== null || Date.now() > giveUpAt) {
        throw new Error(`PostgreSQL did not start: ${log.join('')}`, { cause: error });
      }
      await wait(50);
    }
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const closed = new Promise((resolve) => server.once('close', resolve));
  server.kill('SIGINT');
  await closed;
}
