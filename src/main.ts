import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from '#server/command-line.ts';
import type { Instant } from '#shared/day.ts';

// What the environment says already stays; `.env.example` lists what can be said.
const envFile = join(import.meta.dirname, '../.env');
if (existsSync(envFile)) process.loadEnvFile(envFile);

const stopping = new AbortController();

// Ctrl-C once stops in order, twice at once; whatever hangs is given three seconds.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => {
    if (stopping.signal.aborted) process.exit(130);
    stopping.abort();
    setTimeout(() => process.exit(1), 3000).unref();
  });
}

// Whoever reads our output may go first (`| head`); that is no reason to stop.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const code = await commandLine({
  argv: process.argv.slice(2),
  env: process.env,
  // npm runs scripts in the project's folder and says here where the command was typed.
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdin: process.stdin,
  clock: () => new Date().toISOString() as Instant,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  signal: stopping.signal,
});

// Files and pipes are written in order, so waiting for an empty write waits for all of them.
await Promise.all(
  [process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write('', () => done(undefined)))),
);
process.exit(code);
