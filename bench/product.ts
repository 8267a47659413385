import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Answer, Question } from '#semantic/question.ts';

/** The product, running in a process of its own, asked as any program would ask it. */
export type Product = Readonly<{
  ask(question: Question): Promise<Answer>;
  askAll(questions: readonly Question[]): Promise<readonly Answer[]>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}>;

type Launch = Readonly<{ databaseUrl: string; dataDir: string; apiKey: string }>;

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const startMs = 60_000;

/** Starts the product on a store and waits until it answers. */
export async function startProduct({ databaseUrl, dataDir, apiKey }: Launch): Promise<Product> {
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir, DEMO: '0', PORT: String(port) };
  const child = spawn(process.execPath, [main, 'start'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const log: string[] = [];
  child.stderr.on('data', (text) => log.push(String(text)));
  const fetchFrom = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${apiKey}`, ...(init.headers ?? {}) },
    });
  await answering(child, fetchFrom, log);
  return {
    ask: (question) => posted<Answer>(fetchFrom, '/api/v1/query', question),
    askAll: async (questions) =>
      (await posted<{ answers: readonly Answer[] }>(fetchFrom, '/api/v1/query/batch', { questions })).answers,
    fetch: fetchFrom,
    stop: () => ended(child),
  };
}

type Fetch = (path: string, init?: RequestInit) => Promise<Response>;

async function posted<T>(fetchFrom: Fetch, path: string, body: unknown): Promise<T> {
  const response = await fetchFrom(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T; // as: the product's own answer, typed by the same source.
}

async function answering(child: ChildProcess, fetchFrom: Fetch, log: readonly string[]): Promise<void> {
  for (const end = performance.now() + startMs; performance.now() < end; await wait(100)) {
    if (child.exitCode !== null) break;
    const response = await fetchFrom('/api/health').catch(() => null);
    if (response?.ok) return;
  }
  child.kill();
  throw new Error(`the product did not start: ${log.join('')}`);
}

async function ended(child: ChildProcess): Promise<void> {
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await closed;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
