import { randomBytes, scryptSync } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type KeyFileOptions = Readonly<{
  /** Folder of `master.key`; without it and without an environment key, a key is made for this process only. */
  dataDir?: string | undefined;
  /** SALESBOARD_KEY: 32 bytes in base64 or hex, or a passphrase. */
  environmentKey?: string | undefined;
  /** SALESBOARD_KEY_OLD: earlier keys, separated by spaces, that still open what they sealed. */
  environmentOldKeys?: string | undefined;
}>;

const keyBytes = 32;
const keyFileHeading =
  '# Master key of Salesboard. Without it customer names cannot be read: keep a copy apart from the data.\n';
const shortestPassphrase = 12;

/** The installation's keys, the one that seals first. */
export function masterKeys(options: KeyFileOptions): readonly Uint8Array[] {
  const given = options.environmentKey?.trim();
  const old = (options.environmentOldKeys ?? '').split(/\s+/).filter(Boolean);
  const inFile = options.dataDir ? keyLines(join(options.dataDir, 'master.key')) : null;
  if (given) return [given, ...old, ...(inFile ?? [])].map(keyOf);
  if (inFile) return [...inFile, ...old].map(keyOf);
  if (!options.dataDir) return [randomBytes(keyBytes)];
  return [...madeKeyLines(options.dataDir), ...old].map(keyOf);
}

/** Adds keys to the key file of a folder, so that they open what they sealed; those that are there stay, the first one seals. */
export function keepKeys(dataDir: string, keys: readonly Uint8Array[]): void {
  const file = join(dataDir, 'master.key');
  const known = (keyLines(file) ?? []).map((text) => Buffer.from(keyOf(text)).toString('base64'));
  const added = keys.map((key) => Buffer.from(key).toString('base64')).filter((key) => !known.includes(key));
  if (added.length === 0) return;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const heading = known.length === 0 ? keyFileHeading : '# From a restored backup.\n';
  appendFileSync(file, `${heading}${added.join('\n')}\n`, { mode: 0o600 });
}

/** Lines of the key file, without comments; null when there is no file. The first line seals, further ones only open. */
function keyLines(file: string): readonly string[] | null {
  try {
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.trim());
    const keys = lines.filter((line) => line && !line.startsWith('#'));
    if (keys.length === 0) throw new Error(`the key file ${file} holds no key; restore it from your backup`);
    return keys;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function madeKeyLines(dataDir: string): readonly string[] {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'master.key');
  const key = randomBytes(keyBytes).toString('base64');
  const text = `${keyFileHeading}${key}\n`;
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
    return [key];
  } catch (error) {
    // Another process made it in the same moment.
    const lines = keyLines(file);
    if (lines) return lines;
    throw error;
  }
}

function keyOf(text: string): Uint8Array {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return Buffer.from(text, 'base64');
  if (text.length < shortestPassphrase) {
    throw new Error(
      `SALESBOARD_KEY is too short: give 32 random bytes in base64 (openssl rand -base64 32) or a passphrase of at least ${shortestPassphrase} characters`,
    );
  }
  // One salt for all: every node must derive the same key from the passphrase alone.
  return scryptSync(text, 'salesboard master key', keyBytes, { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 });
}
