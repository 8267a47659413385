import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import type { Store, StoreOptions } from './store.ts';

/** Opens the store and brings its tables up to date. */
export async function openStore(options: StoreOptions = {}): Promise<Store> {
  return options.databaseUrl ? openPostgres(options.databaseUrl, options) : openPglite(options);
}
