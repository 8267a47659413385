import { createHash } from 'node:crypto';
import { identifier, join, raw, type Sql, sql } from '#shared/sql.ts';
import type { Transaction } from '../store.ts';
import type { BackupTable } from './backup-format.ts';

/**
 * Not worth keeping, or wrong elsewhere: the feed's positions count transactions of one server. Imports made before a restore can
 * therefore not be undone after it; that is refused and said.
 */
const leftOut = ['change', 'deletion', 'feed_horizon', 'import_write'];

/** Every table of the store with the columns that a backup holds, by name; whatever a later migration adds is in it too. */
export async function backupTables(tx: Pick<Transaction, 'query'>): Promise<readonly BackupTable[]> {
  return tx.query<BackupTable>(sql`
    select table_name as "table", json_agg(column_name order by ordinal_position) as columns
      from information_schema.columns
     where table_schema = 'public' and column_name <> 'changed_in' and not table_name = any(${leftOut}::text[])
     group by table_name order by table_name`);
}

/** The rows of a table in the order of its key, the same on every server: to be copied out. */
export async function rowsInOrder(tx: Pick<Transaction, 'query'>, { table, columns }: BackupTable): Promise<Sql> {
  const keys = await tx.query<{ name: string; isText: boolean }>(sql`
    select a.attname as name, a.atttypid = 'text'::regtype as "isText"
      from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
     where i.indrelid = ${table}::regclass and i.indisprimary
     order by array_position(i.indkey::int[], a.attnum::int)`);
  const order = keys.map(({ name, isText }) => sql`${identifier(name)}${raw(isText ? ' collate "C"' : '')}`);
  return sql`select ${join(columns.map(identifier))} from ${identifier(table)} order by ${join(order)}`;
}

/** How values are written in a backup, whatever the server's settings are. */
export const backupSettings: readonly Sql[] = [
  sql`set local timezone to 'UTC'`,
  sql`set local datestyle to 'ISO, YMD'`,
  sql`set local intervalstyle to 'iso_8601'`,
  sql`set local extra_float_digits to 1`,
];

/** Counts rows and sums up bytes as they pass: COPY ends every row with a line feed and escapes those within. */
export class RowSum {
  #rows = 0;
  readonly #hash = createHash('sha256');

  add(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) this.#rows += 1;
  }

  result(): { rows: number; sha256: string } {
    return { rows: this.#rows, sha256: this.#hash.digest('hex') };
  }
}

const lineFeed = 10;
