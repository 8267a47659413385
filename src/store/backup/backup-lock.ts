import { Readable } from 'node:stream';
import { Decrypter, Encrypter } from 'age-encryption';
import { BackupError } from './backup-format.ts';

/** What a backup is locked with: a passphrase, or recipients (`age1…`) whose owners alone can open it. */
export type BackupLock = Readonly<{ passphrase: string } | { recipients: readonly string[] }>;

/** What opens it: the passphrase, or an identity (`AGE-SECRET-KEY-1…`). */
export type BackupOpener = Readonly<{ passphrase: string } | { identity: string }>;

const shortestPassphrase = 12;

/** The bytes encrypted with age (age-encryption.org/v1). Throws `BackupError` for a passphrase that is too short. */
export async function locked(plain: Readable, lock: BackupLock): Promise<Readable> {
  const encrypter = new Encrypter();
  if ('passphrase' in lock) {
    if (lock.passphrase.length < shortestPassphrase) {
      throw new BackupError(`the backup's passphrase is too short: give at least ${shortestPassphrase} characters`);
    }
    encrypter.setPassphrase(lock.passphrase);
  } else for (const recipient of lock.recipients) encrypter.addRecipient(recipient);
  return asNodeStream(await encrypter.encrypt(asWebStream(plain)));
}

/** The bytes in clear. Throws `BackupError` when the file is no age file or nothing given opens it. */
export async function opened(cipher: Readable, opener: BackupOpener): Promise<Readable> {
  const decrypter = new Decrypter();
  if ('passphrase' in opener) decrypter.addPassphrase(opener.passphrase);
  else decrypter.addIdentity(opener.identity);
  try {
    return asNodeStream(await decrypter.decrypt(asWebStream(cipher)));
  } catch (cause) {
    throw new BackupError('the backup cannot be opened: wrong passphrase or identity, or not a backup', { cause });
  }
}

// as: Node and the library declare the same web stream in two places.
function asWebStream(stream: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>;
}

function asNodeStream(stream: ReadableStream<Uint8Array>): Readable {
  return Readable.fromWeb(stream as unknown as Parameters<typeof Readable.fromWeb>[0]);
}
