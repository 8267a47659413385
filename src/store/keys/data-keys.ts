import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { sql } from '#shared/sql.ts';
import { KeyringError, sealingKey, UnknownKey } from '../seal.ts';
import type { Transaction } from '../store.ts';

type Querying = Pick<Transaction, 'query'>;

/** A data key as the store has it: wrapped under a master key. */
export type DataKey = Readonly<{ workspaceId: string; id: string; wrapped: string; state: 'active' | 'retired' }>;

const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

/** The id of a master key, as wrapped data keys and values of earlier versions carry it. */
export function masterKeyId(master: Uint8Array): string {
  return sealingKey(master, 'v1').id;
}

/** The id of the master key that a data key is wrapped under. */
export function wrappedBy({ wrapped }: Pick<DataKey, 'wrapped'>): string {
  return wrapped.split('.')[1] ?? '';
}

/** Every data key, those of the installation first. */
export function dataKeys(tx: Querying): Promise<readonly DataKey[]> {
  return tx.query<DataKey>(
    sql`select workspace_id as "workspaceId", id, wrapped, state from data_key order by workspace_id, created_at, id`,
  );
}

/** Makes the active key of a workspace ('' : of the installation); where there is one already that one stays. */
export async function makeDataKey(tx: Querying, workspaceId: string, master: Uint8Array): Promise<void> {
  const bytes = randomBytes(keyBytes);
  const { id } = sealingKey(bytes, 'v2');
  await tx.query(sql`
    insert into data_key (workspace_id, id, wrapped)
    values (${workspaceId}, ${id}, ${wrap(bytes, { workspaceId, id, master })})
    on conflict do nothing`);
}

type Wrapping = Readonly<{ workspaceId: string; id: string; master: Uint8Array }>;

/** AES-256-GCM under a key derived from the master key; workspace and id of the data key are bound to it. */
export function wrap(bytes: Uint8Array, { workspaceId, id, master }: Wrapping): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey(master), iv).setAAD(bound({ workspaceId, id }));
  const body = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  return `w1.${masterKeyId(master)}.${iv.toString('base64url')}.${body.toString('base64url')}`;
}

/** The bytes of a data key. Throws `KeyringError` when its master key is not given or it was changed. */
export function unwrapped(key: DataKey, masters: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const [version, masterId = '', iv = '', body = ''] = key.wrapped.split('.');
  const master = masters.get(masterId);
  if (version !== 'w1' || !master) throw masterMissing(masterId, [...masters.keys()]);
  const bytes = Buffer.from(body, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey(master), Buffer.from(iv, 'base64url'), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(bound(key)).setAuthTag(bytes.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]);
  } catch (cause) {
    throw new KeyringError(
      `数据密钥 ${key.id} 被外部改动过，请从备份恢复 · data key ${key.id} was changed outside Salesboard: restore from a backup`,
      { cause },
    );
  }
}

/** The data are locked with a master key that is not given: says which one, which were given, and what to do. */
function masterMissing(keyId: string, given: readonly string[]): UnknownKey {
  const [shown, shownEn] = given.length === 0 ? ['没有', 'none'] : [given.join('、'), given.join(', ')];
  return new UnknownKey(
    keyId,
    `需要主密钥 ${keyId}，给出的是：${shown}。请放回原来的 master.key 或 SALESBOARD_KEY（换过密钥时把旧的写进 SALESBOARD_KEY_OLD），或从备份恢复`,
    `master key ${keyId} is needed, given: ${shownEn}. Put the former master.key or SALESBOARD_KEY back (after a change of key the old one belongs in SALESBOARD_KEY_OLD), or restore a backup, which holds the key`,
  );
}

function wrappingKey(master: Uint8Array): Uint8Array {
  return Buffer.from(hkdfSync('sha256', master, '', 'salesboard wrapping key', keyBytes));
}

function bound({ workspaceId, id }: Pick<DataKey, 'workspaceId' | 'id'>): Buffer {
  return Buffer.from(`salesboard data key:${workspaceId}:${id}`);
}
