import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { type KeyFileOptions, masterKeys } from './master-key.ts';

/** Where a sealed value stands; equal texts in different places are sealed differently. */
export type SealPlace = Readonly<{ workspaceId: string; entity: string; column: string; rowId: string }>;

/** Seals and opens customers' words. */
export type Keyring = Readonly<{
  /** The id that new values carry. */
  keyId: string;
  /** AES-256-GCM. Deterministic for a place and a text, so that an equal write leaves the row as it is. */
  seal(text: string, place: SealPlace): string;
  /** Throws `KeyringError` when no key fits or the value was tampered with. */
  open(sealed: string): string;
}>;

/** A sealed value cannot be read: its key is missing or it was changed. */
export class KeyringError extends Error {}

/** Key objects rather than bytes: made once, they seal five times faster. */
type DerivedKey = Readonly<{ id: string; cipher: KeyObject; iv: KeyObject }>;

const ivBytes = 12;
const tagBytes = 16;

/** The keyring of this installation: the environment's keys first, then those of the key file, which is made when there is none. */
export function loadKeyring(options: KeyFileOptions): Keyring {
  return keyringOf(masterKeys(options));
}

/** A keyring with keys of 32 bytes: the first seals, all open. */
export function keyringOf(masters: readonly Uint8Array[]): Keyring {
  const keys = masters.map(derivedKey);
  const [current] = keys;
  if (!current) throw new KeyringError('a keyring needs a key');
  const byId = new Map(keys.map((key) => [key.id, key]));
  return {
    keyId: current.id,
    seal: (text, place) => seal(current, text, place),
    open: (sealed) => open(byId, sealed),
  };
}

/** A keyring that nobody else has, for stores in memory and tests. */
export function throwawayKeyring(): Keyring {
  return keyringOf([randomBytes(32)]);
}

function derivedKey(master: Uint8Array): DerivedKey {
  const derive = (use: string, length: number) =>
    Buffer.from(hkdfSync('sha256', master, '', `salesboard ${use}`, length));
  return {
    id: derive('key id', 6).toString('base64url'),
    cipher: createSecretKey(derive('cipher', 32)),
    iv: createSecretKey(derive('iv', 32)),
  };
}

function seal(key: DerivedKey, text: string, place: SealPlace): string {
  const iv = syntheticIv(key, text, place);
  const prefix = `v1.${key.id}`;
  const cipher = createCipheriv('aes-256-gcm', key.cipher, iv).setAAD(Buffer.from(prefix));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${prefix}.${iv.toString('base64url')}.${body.toString('base64url')}`;
}

/** A pseudo-random function of place and text under a key of its own: an IV repeats only when the whole message does. */
function syntheticIv(key: DerivedKey, text: string, place: SealPlace): Buffer {
  const hmac = createHmac('sha256', key.iv);
  for (const part of [place.workspaceId, place.entity, place.column, place.rowId, text]) {
    hmac.update(`${Buffer.byteLength(part)}:`).update(part);
  }
  return hmac.digest().subarray(0, ivBytes);
}

function open(keys: ReadonlyMap<string, DerivedKey>, sealed: string): string {
  const [version, keyId, iv, body, ...rest] = sealed.split('.');
  if (version !== 'v1' || !keyId || !iv || !body || rest.length > 0) throw new KeyringError('not a sealed value');
  const key = keys.get(keyId);
  if (!key) {
    throw new KeyringError(
      `sealed with key ${keyId}, which is not among the keys given (SALESBOARD_KEY, SALESBOARD_KEY_OLD, master.key)`,
    );
  }
  const bytes = Buffer.from(body, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key.cipher, Buffer.from(iv, 'base64url'), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(`v1.${keyId}`)).setAuthTag(bytes.subarray(-tagBytes));
  try {
    return decipher.update(bytes.subarray(0, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
  } catch (cause) {
    throw new KeyringError('a sealed value was changed outside Salesboard', { cause });
  }
}
