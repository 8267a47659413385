import { randomBytes, scryptSync } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { KeyFileError } from './key-file-error.ts';

export type KeyFileOptions = Readonly<{
  /** Folder of `master.key`; without it and without an environment key, a key is made for this process only. */
  dataDir?: string | undefined;
  /** SALESBOARD_KEY: 32 bytes in base64 or hex, or a passphrase. */
  environmentKey?: string | undefined;
  /** SALESBOARD_KEY_OLD: earlier keys, separated by spaces, that still open what they sealed. */
  environmentOldKeys?: string | undefined;
  /** There are sealed data: a key is never made beside them. */
  mustExist?: boolean;
}>;

const keyBytes = 32;
const keyFileHeading =
  '# Master key of Salesboard. Without it customer names cannot be read: keep a copy apart from the data.\n';
const shortestPassphrase = 12;

/** The installation's keys, the one that seals first. Throws `KeyFileError`, which says what to do. */
export function masterKeys(options: KeyFileOptions): readonly Uint8Array[] {
  const given = options.environmentKey?.trim();
  const old = (options.environmentOldKeys ?? '').split(/\s+/).filter(Boolean).map(keyOf);
  const inFile = options.dataDir ? keysInFile(keyFile(options.dataDir)) : null;
  if (given) return [keyOf(given), ...old, ...(inFile ?? [])];
  if (inFile) return [...inFile, ...old];
  if (options.mustExist) throw missingKey(options.dataDir);
  if (!options.dataDir) return [randomBytes(keyBytes)];
  return [...madeKeys(options.dataDir), ...old];
}

/** Adds keys to the key file of a folder, so that they open what they sealed; those that are there stay, the first one seals. */
export function keepKeys(dataDir: string, keys: readonly Uint8Array[]): void {
  const file = keyFile(dataDir);
  const known = (keysInFile(file) ?? []).map(base64);
  const added = keys.map(base64).filter((key) => !known.includes(key));
  if (added.length === 0) return;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const heading = known.length === 0 ? keyFileHeading : '# From a restored backup.\n';
  appendFileSync(file, `${heading}${added.join('\n')}\n`, { mode: 0o600 });
}

/** Puts a new key before those of the key file: it seals from now on, the others still open. The file changes whole or not at all. */
export function addMasterKey(dataDir: string, day: string): void {
  const file = keyFile(dataDir);
  const before = readFileSync(file, 'utf8');
  const part = `${file}.${process.pid}.part`;
  const descriptor = openSync(part, 'w', 0o600);
  writeSync(
    descriptor,
    `${keyFileHeading}# Made ${day}.\n${base64(randomBytes(keyBytes))}\n# Before ${day}.\n${before}`,
  );
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(part, file);
}

function keyFile(dataDir: string): string {
  return join(dataDir, 'master.key');
}

/** Keys of the file, without comments; null when there is no file. The first line seals, further ones only open. */
function keysInFile(file: string): readonly Uint8Array[] | null {
  const text = textOf(file);
  if (text === null) return null;
  refuseOpenFile(file);
  const lines = text.split('\n').map((line) => line.trim());
  const keys = lines.flatMap((line, index) =>
    line && !line.startsWith('#') ? [keyInLine(line, { file, index })] : [],
  );
  if (keys.length > 0) return keys;
  throw new KeyFileError(
    `密钥文件 ${file} 里没有密钥；请用备份或留存的副本恢复它，不要新建`,
    `the key file ${file} holds no key: put it back from your copy or a backup, do not make a new one`,
  );
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return null;
    const code = cause instanceof Error && 'code' in cause ? cause.code : cause;
    throw new KeyFileError(
      `密钥文件 ${file} 读不了（${code}）；请让运行本程序的用户能读它：chown 给该用户，chmod 600`,
      `the key file ${file} cannot be read (${code}): let the user who runs this program read it, by chown and chmod 600`,
    );
  }
}

/** Whoever reads the key reads the data, so the file is for its owner alone. */
function refuseOpenFile(file: string): void {
  if (process.platform === 'win32') return;
  const mode = statSync(file).mode & 0o777;
  if ((mode & 0o077) === 0) return;
  const shown = mode.toString(8);
  throw new KeyFileError(
    `密钥文件 ${file} 的权限是 ${shown}，别的用户也能读；请执行 chmod 600 ${file}，并想想是否已泄露（rotate-keys --master 换密钥）`,
    `the key file ${file} has mode ${shown}, others can read it: run chmod 600 ${file}, and if it may have been read, change it with rotate-keys --master`,
  );
}

function keyInLine(line: string, { file, index }: Readonly<{ file: string; index: number }>): Uint8Array {
  const key = wholeKey(line);
  if (key) return key;
  throw new KeyFileError(
    `密钥文件 ${file} 第 ${index + 1} 行不是完整的密钥（44 个 base64 字符），可能被截断；请用备份或留存的副本恢复它`,
    `line ${index + 1} of the key file ${file} is no whole key (44 characters of base64), perhaps cut off: put it back from your copy or a backup`,
  );
}

function missingKey(dataDir: string | undefined): KeyFileError {
  const file = dataDir ? keyFile(dataDir) : 'master.key';
  return new KeyFileError(
    `已有加密的数据，却找不到主密钥：没有 ${file}，也没有 SALESBOARD_KEY。请把原来的密钥放回去，或从备份恢复（备份里有密钥）；不会另建新密钥`,
    `there are encrypted data but no master key: neither ${file} nor SALESBOARD_KEY. Put the former key back, or restore a backup, which holds it; no new key is made`,
  );
}

function madeKeys(dataDir: string): readonly Uint8Array[] {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const key = randomBytes(keyBytes);
  try {
    writeFileSync(keyFile(dataDir), `${keyFileHeading}${base64(key)}\n`, { mode: 0o600, flag: 'wx' });
    return [key];
  } catch (error) {
    // Another process made it in the same moment.
    const keys = keysInFile(keyFile(dataDir));
    if (keys) return keys;
    throw error;
  }
}

function wholeKey(text: string): Uint8Array | null {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  return /^[A-Za-z0-9+/_-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : null;
}

const stretched = new Map<string, Uint8Array>();

function keyOf(text: string): Uint8Array {
  const whole = wholeKey(text);
  if (whole) return whole;
  if (text.length < shortestPassphrase) {
    throw new KeyFileError(
      `SALESBOARD_KEY 太短：请给 32 个随机字节的 base64（openssl rand -base64 32），或至少 ${shortestPassphrase} 个字符的口令`,
      `SALESBOARD_KEY is too short: give 32 random bytes in base64 (openssl rand -base64 32) or a passphrase of at least ${shortestPassphrase} characters`,
    );
  }
  // One salt for all: every node must derive the same key from the passphrase alone.
  const known =
    stretched.get(text) ??
    scryptSync(text, 'salesboard master key', keyBytes, { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 });
  stretched.set(text, known);
  return known;
}

function base64(key: Uint8Array): string {
  return Buffer.from(key).toString('base64');
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
