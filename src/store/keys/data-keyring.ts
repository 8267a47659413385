import { sql } from '#shared/sql.ts';
import { type Keyring, KeyringError, openWith, type SealingKey, sealingKey, sealWith } from '../seal.ts';
import type { Store, Transaction } from '../store.ts';
import { checkKeyring } from '../workspaces.ts';
import { type DataKey, dataKeys, makeDataKey, masterKeyId, unwrapped, wrappedBy } from './data-keys.ts';

/** The installation's keyring: each workspace has a data key of its own, wrapped under the master key and opened once. */
export type DataKeyring = Keyring &
  Readonly<{
    /** The master keys as given now, the one that wraps first. */
    masters(): readonly Uint8Array[];
    /** The id of the key that seals a workspace's words ('' : the installation's). */
    activeId(workspaceId: string): string;
  }>;

type Opening = Readonly<{ store: Store; masters: () => readonly Uint8Array[] }>;

/**
 * Opens every data key, makes those that are missing, and keeps up with other nodes. Throws `KeyringError` when the master key does
 * not open what is there; then nothing was made.
 */
export async function openDataKeyring({ store, masters }: Opening): Promise<DataKeyring> {
  const keys = new OpenKeys(masters);
  const refresh = async () => keys.take(await dataKeys(store));
  // Whoever asks again finds it, when another node has just made it.
  const learnSoon = () => void refresh().catch(() => undefined);
  await refresh();
  const keyring: DataKeyring = {
    get keyId() {
      return keys.active('').id;
    },
    seal: (text, place) => sealWith(keys.active(place.workspaceId), text, place),
    open: (sealed) => openWith(({ version, keyId }) => keys.find(version, keyId) ?? learnSoon(), sealed),
    keyOfNewWorkspace: async (tx, workspaceId) => {
      await makeDataKey(tx, workspaceId, keys.current());
      keys.take((await dataKeys(tx)).filter((key) => key.workspaceId === workspaceId));
    },
    refresh,
    masters,
    activeId: (workspaceId) => keys.active(workspaceId).id,
  };
  await checkKeyring(store, keyring);
  if (await makeMissing(store, keys.current())) await refresh();
  // A failed refresh is made good by the next one; whoever needs a key before that is told that it is missing.
  store.onChange((workspaceId) => void (workspaceId === '' && refresh().catch(() => undefined)));
  return keyring;
}

/** Keys of workspaces that have none yet. What they sealed before under the master key itself is sealed anew by the first rotation. */
async function makeMissing(store: Store, master: Uint8Array): Promise<boolean> {
  return store.transaction(async (tx) => {
    const lacking = await tx.query<{ id: string; isInUse: boolean }>(sql`
      select owner.id, owner.id <> '' as "isInUse"
        from (select '' as id union all select id from workspace) as owner
       where not exists (select 1 from data_key where workspace_id = owner.id and state = 'active')
       order by owner.id`);
    for (const { id, isInUse } of lacking) {
      await makeDataKey(tx, id, master);
      if (isInUse) await noteRotation(tx, id);
    }
    return lacking.length > 0;
  });
}

function noteRotation(tx: Transaction, workspaceId: string) {
  return tx.query(sql`
    insert into key_rotation (workspace_id, id) values (${workspaceId}, 'first') on conflict do nothing`);
}

/** Data keys and master keys, ready for use. */
class OpenKeys {
  readonly #given: () => readonly Uint8Array[];
  readonly #data = new Map<string, SealingKey>();
  readonly #active = new Map<string, SealingKey>();
  #masters: ReadonlyMap<string, Uint8Array> = new Map();
  #v1: ReadonlyMap<string, SealingKey> = new Map();

  constructor(given: () => readonly Uint8Array[]) {
    this.#given = given;
    this.#readMasters();
  }

  /** The master key that wraps. */
  current(): Uint8Array {
    this.#readMasters();
    const [first] = this.#masters.values();
    if (!first) throw new KeyringError('没有主密钥 · there is no master key');
    return first;
  }

  /** Opens the keys that are new, and takes the active ones as such. */
  take(found: readonly DataKey[]): void {
    for (const key of found) {
      const known = this.#data.get(key.id) ?? this.#opened(key);
      this.#data.set(key.id, known);
      if (key.state === 'active') this.#active.set(key.workspaceId, known);
    }
  }

  /** The key that seals a workspace's words; one that another node has just made may not be here yet, then the installation's does. */
  active(workspaceId: string): SealingKey {
    const key = this.#active.get(workspaceId) ?? this.#active.get('');
    if (!key) throw new KeyringError('没有数据密钥 · there is no data key');
    return key;
  }

  find(version: SealingKey['version'], id: string): SealingKey | undefined {
    return (version === 'v1' ? this.#v1 : this.#data).get(id);
  }

  #opened(key: DataKey): SealingKey {
    // The key file may have been given a new key since.
    if (!this.#masters.has(wrappedBy(key))) this.#readMasters();
    return sealingKey(unwrapped(key, this.#masters), 'v2');
  }

  #readMasters(): void {
    const given = this.#given();
    this.#masters = new Map(given.map((master) => [masterKeyId(master), master]));
    this.#v1 = new Map(given.map((master) => sealingKey(master, 'v1')).map((key) => [key.id, key]));
  }
}
