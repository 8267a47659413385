import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';

const bytes = 9;

/**
 * The id of a row with a natural key: 12 characters (72 bits), the same for the same key in the same workspace. Keyed by the
 * workspace's salt, so that an id does not give away the name it was made from.
 */
export function rowId(salt: Uint8Array, entity: string, ...naturalKey: readonly string[]): string {
  const hmac = createHmac('sha256', keyOf(salt));
  for (const part of [entity, ...naturalKey]) hmac.update(`${Buffer.byteLength(part)}:`).update(part);
  return hmac.digest().subarray(0, bytes).toString('base64url');
}

/** The id of a row without a natural key: 12 random characters. */
export function newRowId(): string {
  return randomBytes(bytes).toString('base64url');
}

/** Made once for a salt: a key object hashes five times faster than its bytes. */
const keys = new WeakMap<Uint8Array, KeyObject>();

function keyOf(salt: Uint8Array): KeyObject {
  const known = keys.get(salt);
  if (known) return known;
  const made = createSecretKey(salt);
  keys.set(salt, made);
  return made;
}
