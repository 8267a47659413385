import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { sql } from '#shared/sql.ts';
import type { Transaction } from './store.ts';

/** Folder of the one set of migrations for both engines. */
export const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/** Refuses a store that a newer version of the program has changed: older code would write rows that newer code cannot read. */
export async function refuseNewerStore(tx: Transaction): Promise<void> {
  const newest = readMigrationFiles({ migrationsFolder }).at(-1)?.folderMillis ?? 0;
  const [applied] = await tx.query<{ at: number | null }>(
    sql`select max(created_at) as at from drizzle.__drizzle_migrations`,
  );
  if ((applied?.at ?? 0) > newest) {
    throw new Error('the store was written by a newer version of Salesboard; start that version or a newer one');
  }
}
