import { createHash } from 'node:crypto';
import { sql } from '#shared/sql.ts';
import { installationSecret } from '#store/keys/installation-secret.ts';
import { type Keyring, keyringOf } from '#store/seal.ts';
import type { Store } from '#store/store.ts';

type Parts = Readonly<{ store: Store; keyring: Keyring; masterKeys: () => readonly Uint8Array[] }>;

/** The secret that session cookies are signed with: kept sealed in the store, so that a change of keys signs nobody out. */
export async function sessionSecret({ store, keyring, masterKeys }: Parts): Promise<string> {
  const [grown] = await store.query(sql`select 1 from workspace limit 1`);
  const initial = grown ? secretOfEarlierVersions(masterKeys()) : undefined;
  return installationSecret(store, keyring, { name: 'session cookies', initial });
}

/** It followed the master key; cookies signed with it stay good. */
function secretOfEarlierVersions(masters: readonly Uint8Array[]): string {
  const place = { workspaceId: '', entity: 'sign_in', column: 'secret', rowId: '' };
  return createHash('sha256').update(keyringOf(masters).seal('session cookies', place)).digest('base64url');
}
