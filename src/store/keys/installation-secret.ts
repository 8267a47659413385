import { randomBytes } from 'node:crypto';
import { sql } from '#shared/sql.ts';
import type { Keyring } from '../seal.ts';
import type { Store } from '../store.ts';

type Wanted = Readonly<{
  name: string;
  /** What it was before it was kept in the store. */
  initial?: string | undefined;
}>;

/** A random secret of the installation, made when it is first asked for; it outlives every change of keys. */
export async function installationSecret(store: Store, keyring: Keyring, { name, initial }: Wanted): Promise<string> {
  const place = { workspaceId: '', entity: 'installation_secret', column: 'value', rowId: name };
  const made = initial ?? randomBytes(32).toString('base64url');
  await store.query(sql`
    insert into installation_secret (name, value) values (${name}, ${keyring.seal(made, place)})
    on conflict (name) do nothing`);
  const [kept] = await store.query<{ value: string }>(sql`select value from installation_secret where name = ${name}`);
  if (!kept) throw new Error(`the secret ${name} was neither found nor made`);
  return keyring.open(kept.value);
}
