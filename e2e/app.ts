import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from '../scripts/chromium.ts';

/** The product as a newcomer starts it, with a data folder of its own, and a browser beside it. */
export type App = Readonly<{
  url: string;
  dataDir: string;
  /** A fresh window, signed in as that demo role; `anonymous` is not signed in. */
  page: (role: DemoRole, options?: BrowserContextOptions) => Promise<Page>;
  /** Runs `npm run salesboard -- …` against the running server. */
  command: (...args: string[]) => Promise<{ code: number; stdout: string; stderr: string }>;
  /** Ends the server and starts it again at the same address; the browser stays. */
  stopServer: () => Promise<void>;
  startServer: () => Promise<void>;
  close: () => Promise<void>;
}>;

export type DemoRole = 'admin' | 'executive' | 'manager' | 'rep' | 'finance' | 'viewer' | 'anonymous';

const demoPassword = 'demo-salesboard';

/** `env`: further variables of the configuration. */
type StartOptions = Readonly<{ demo?: boolean; env?: Readonly<Record<string, string>> }>;

/**
 * Starts the server and the browser; `demo: false` leaves the store empty. A demo is copied from `SALESBOARD_DEMO_FOLDER` where
 * that is set (demo-folder.ts), which is quicker than making it anew.
 */
export async function startApp({ demo = true, env: more = {} }: StartOptions = {}): Promise<App> {
  const dataDir = mkdtempSync(join(tmpdir(), 'salesboard-e2e-'));
  const made = process.env.SALESBOARD_DEMO_FOLDER;
  if (demo && made) cpSync(made, dataDir, { recursive: true });
  const { server: first, url, env } = await startServer(dataDir, { demo, env: more });
  let server = first;
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox'] });
  return {
    url,
    dataDir,
    page: (role, options) => signedInPage(browser, { url, role, options: options ?? {} }),
    command: (...args) => runCommand(args, env),
    stopServer: () => stop(server),
    startServer: async () => {
      const again = await startServer(dataDir, { demo, env: { ...more, PORT: new URL(url).port } });
      server = again.server;
    },
    close: async () => {
      await browser.close();
      await stop(server);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Starts the server alone on a data folder, and waits until it is healthy. */
export async function startServer(dataDir: string, { demo, env: more = {} }: StartOptions) {
  const port = more.PORT ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, DEMO: demo ? '1' : '0', ...more };
  const server = spawn(process.execPath, ['src/main.ts', 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  await untilHealthy(url, server, collect(server));
  return { server, url, env };
}

async function signedInPage(
  browser: Browser,
  { url, role, options }: { url: string; role: DemoRole; options: BrowserContextOptions },
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  if (role !== 'anonymous') {
    const response = await context.request.post('/api/v1/sign-in', {
      headers: { origin: url },
      data: { email: `${role}@demo.local`, password: demoPassword },
    });
    if (!response.ok()) throw new Error(`sign-in as ${role}: ${response.status()} ${await response.text()}`);
  }
  return context.newPage();
}

function runCommand(args: readonly string[], env: NodeJS.ProcessEnv) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const child = spawn(process.execPath, ['src/main.ts', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const out = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => {
      out.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      out.stderr += chunk;
    });
    child.on('close', (code) => resolve({ code: code ?? 1, ...out }));
  });
}

async function untilHealthy(url: string, server: ChildProcess, log: () => string): Promise<void> {
  const deadline = Date.now() + 180_000;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}:\n${log()}`);
    const ready = await fetch(`${url}/api/health`).then(
      async (response) => response.ok && (await response.json()).status === 'ok',
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`the server did not become healthy:\n${log()}`);
}

function collect(child: ChildProcess): () => string {
  let text = '';
  const add = (chunk: Buffer) => {
    text += chunk.toString();
  };
  child.stdout?.on('data', add);
  child.stderr?.on('data', add);
  return () => text;
}

/** Ends a server as Ctrl-C does, and waits for it. */
export function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
