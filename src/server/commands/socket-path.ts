import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

// sockaddr_un holds 104 bytes on macOS, 108 on Linux, the closing zero included.
const longestPath = 103;

/** Where the server of a data folder takes commands; null when it has none. */
export function socketPathToUse(dataDir: string): string | null {
  if (process.platform === 'win32') return pipeName(dataDir);
  const direct = shortest(join(resolve(dataDir), 'command.sock'));
  return direct ?? readPointer(dataDir);
}

/** Where a starting server should take commands: in its data folder, or, where that path is too long, in a private one. */
export function socketPathToOpen(dataDir: string): string {
  if (process.platform === 'win32') return pipeName(dataDir);
  const direct = shortest(join(resolve(dataDir), 'command.sock'));
  if (direct !== null) return direct;
  const elsewhere = join(mkdtempSync(join(tmpdir(), 'salesboard-')), 'command.sock');
  writeFileSync(pointer(dataDir), elsewhere, { mode: 0o600 });
  return elsewhere;
}

function shortest(path: string): string | null {
  const found = [path, relative(process.cwd(), path)].find((each) => Buffer.byteLength(each) <= longestPath);
  return found ?? null;
}

function pointer(dataDir: string): string {
  return join(dataDir, 'command.sock.path');
}

function readPointer(dataDir: string): string | null {
  try {
    return readFileSync(pointer(dataDir), 'utf8').trim();
  } catch {
    return null;
  }
}

function pipeName(dataDir: string): string {
  return `\\\\.\\pipe\\salesboard-${createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 24)}`;
}
