import { sql } from '#shared/sql.ts';
import type { Store } from '../store.ts';
import type { DataKeyring } from './data-keyring.ts';
import { dataKeys, masterKeyId, unwrapped, wrap, wrappedBy } from './data-keys.ts';

/** Wraps every data key under the first master key. Not one value changes. Returns how many were wrapped anew. */
export async function rewrapDataKeys({
  store,
  keyring,
}: Readonly<{ store: Store; keyring: DataKeyring }>): Promise<number> {
  const given = keyring.masters();
  const [master] = given;
  if (!master) throw new Error('there is no master key');
  const masters = new Map(given.map((each) => [masterKeyId(each), each]));
  return store.transaction(async (tx) => {
    await tx.query(sql`select id from data_key order by workspace_id, id for update`);
    const others = (await dataKeys(tx)).filter((key) => wrappedBy(key) !== masterKeyId(master));
    for (const key of others) {
      const wrapped = wrap(unwrapped(key, masters), { ...key, master });
      await tx.query(sql`
        update data_key set wrapped = ${wrapped} where workspace_id = ${key.workspaceId} and id = ${key.id}`);
    }
    return others.length;
  });
}

/** Whether the first master key wraps every data key, so that no change of master key is under way. */
export async function isWrappedByFirst({
  store,
  keyring,
}: Readonly<{ store: Store; keyring: DataKeyring }>): Promise<boolean> {
  const [master] = keyring.masters();
  return (await dataKeys(store)).every((key) => master !== undefined && wrappedBy(key) === masterKeyId(master));
}
