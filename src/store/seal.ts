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
import type { Transaction } from './store.ts';

/** Where a sealed value stands; equal texts in different places are sealed differently. */
export type SealPlace = Readonly<{ workspaceId: string; entity: string; column: string; rowId: string }>;

/** Seals and opens customers' words. */
export type Keyring = Readonly<{
  /** The id that new values of the installation carry. */
  keyId: string;
  /** AES-256-GCM. Deterministic for a place and a text, so that an equal write leaves the row as it is. */
  seal(text: string, place: SealPlace): string;
  /** Throws `KeyringError` when no key fits or the value was tampered with. */
  open(sealed: string): string;
  /** Makes the key of a workspace that is being made, in its transaction, before anything of it is sealed. */
  keyOfNewWorkspace(tx: Pick<Transaction, 'query'>, workspaceId: string): Promise<void>;
  /** Learns keys that another node made. */
  refresh(): Promise<void>;
}>;

/** A sealed value cannot be read, or no key may be used; the message says so in Chinese and English, and what to do. */
export class KeyringError extends Error {}

/** A value was sealed with a key that is not at hand. */
export class UnknownKey extends KeyringError {
  readonly keyId: string;

  constructor(keyId: string, zh: string, en: string) {
    super(`${zh} · ${en}`);
    this.keyId = keyId;
  }
}

/** Key objects rather than bytes: made once, they seal five times faster. */
export type SealingKey = Readonly<{
  id: string;
  /** `v1` sealed with a master key itself, as versions before data keys did; `v2` with a data key. */
  version: 'v1' | 'v2';
  cipher: KeyObject;
  iv: KeyObject;
}>;

/** A sealed value taken apart; null when it is none. */
export type SealedParts = Readonly<{ version: 'v1' | 'v2'; keyId: string; iv: string; body: string }>;

const ivBytes = 12;
const tagBytes = 16;

/** A keyring without data keys: the environment's keys first, then those of the key file, which is made when there is none. */
export function loadKeyring(options: KeyFileOptions): Keyring {
  return keyringOf(masterKeys(options));
}

/** A keyring with keys of 32 bytes and no data keys: the first seals, all open. */
export function keyringOf(masters: readonly Uint8Array[]): Keyring {
  const keys = masters.map((master) => sealingKey(master, 'v1'));
  const [current] = keys;
  if (!current) throw new KeyringError('密钥为空 · a keyring needs a key');
  const byId = new Map(keys.map((key) => [key.id, key]));
  return {
    keyId: current.id,
    seal: (text, place) => sealWith(current, text, place),
    open: (sealed) => openWith((parts) => (parts.version === 'v1' ? byId.get(parts.keyId) : undefined), sealed),
    keyOfNewWorkspace: async () => undefined,
    refresh: async () => undefined,
  };
}

/** A keyring that nobody else has, for stores in memory and tests. */
export function throwawayKeyring(): Keyring {
  return keyringOf([randomBytes(32)]);
}

/** A key of 32 bytes, ready to seal and open. */
export function sealingKey(bytes: Uint8Array, version: SealingKey['version']): SealingKey {
  const derive = (use: string, length: number) =>
    Buffer.from(hkdfSync('sha256', bytes, '', `salesboard ${use}`, length));
  return {
    id: derive('key id', 6).toString('base64url'),
    version,
    cipher: createSecretKey(derive('cipher', 32)),
    iv: createSecretKey(derive('iv', 32)),
  };
}

/** Seals a text with one key. */
export function sealWith(key: SealingKey, text: string, place: SealPlace): string {
  const iv = syntheticIv(key, text, place);
  const prefix = `${key.version}.${key.id}`;
  const cipher = createCipheriv('aes-256-gcm', key.cipher, iv).setAAD(Buffer.from(prefix));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${prefix}.${iv.toString('base64url')}.${body.toString('base64url')}`;
}

/** A pseudo-random function of place and text under a key of its own: an IV repeats only when the whole message does. */
function syntheticIv(key: SealingKey, text: string, place: SealPlace): Buffer {
  const hmac = createHmac('sha256', key.iv);
  for (const part of [place.workspaceId, place.entity, place.column, place.rowId, text]) {
    hmac.update(`${Buffer.byteLength(part)}:`).update(part);
  }
  return hmac.digest().subarray(0, ivBytes);
}

/** Takes a sealed value apart; null when the text is none. */
export function sealedParts(sealed: string): SealedParts | null {
  const [version, keyId, iv, body, ...rest] = sealed.split('.');
  if ((version !== 'v1' && version !== 'v2') || !keyId || !iv || !body || rest.length > 0) return null;
  return { version, keyId, iv, body };
}

/** Opens a sealed value with the key that `keyFor` finds. Throws `KeyringError`. */
export function openWith(keyFor: (parts: SealedParts) => SealingKey | undefined, sealed: string): string {
  const parts = sealedParts(sealed);
  if (!parts) throw new KeyringError('这不是加密过的内容 · not a sealed value');
  const key = keyFor(parts);
  if (!key) throw unknownKey(parts);
  const bytes = Buffer.from(parts.body, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key.cipher, Buffer.from(parts.iv, 'base64url'), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(`${parts.version}.${parts.keyId}`)).setAuthTag(bytes.subarray(-tagBytes));
  try {
    return decipher.update(bytes.subarray(0, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
  } catch (cause) {
    throw new KeyringError('加密的内容被外部改动过 · a sealed value was changed outside Salesboard', { cause });
  }
}

function unknownKey({ version, keyId }: SealedParts): UnknownKey {
  if (version === 'v1') {
    return new UnknownKey(
      keyId,
      `内容由主密钥 ${keyId} 加密，但给出的密钥（SALESBOARD_KEY、SALESBOARD_KEY_OLD、master.key）里没有它；请放回这把密钥`,
      `sealed with master key ${keyId}, which is not among the keys given (SALESBOARD_KEY, SALESBOARD_KEY_OLD, master.key): put that key back`,
    );
  }
  return new UnknownKey(
    keyId,
    `内容由数据密钥 ${keyId} 加密，但密钥表 data_key 里没有它；请从备份恢复`,
    `sealed with data key ${keyId}, which the table data_key does not have: restore from a backup that has it`,
  );
}
