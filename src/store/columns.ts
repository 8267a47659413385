import { sql } from 'drizzle-orm';
import { customType, date, numeric, type PgColumn, smallint, text } from 'drizzle-orm/pg-core';

/** Identifier of a row: opaque text, derived from the source's natural key (see `row-id.ts`) or random. */
export const id = (name = 'id') => text(name).notNull();

/** Leads every key of every table, so that tables can be distributed by it. */
export const workspaceId = () => text('workspace_id').notNull();

/** Exact money, decimal(18,4), in the currency of its record. */
export const money = (name: string) => numeric(name, { precision: 18, scale: 4 });

/** A local calendar day of the workspace. */
export const localDay = (name: string) => date(name, { mode: 'string' });

/** Minute of the local day, 0–1439; null when the source knows only the day. */
export const minuteOfDay = (name: string) => smallint(name);

/** Words to be kept from whoever reads the disk (name, phone, note, token …): `v2.<key id>.<iv>.<ciphertext and tag>`, see `seal.ts`. */
export const sealed = customType<{ data: string }>({ dataType: () => 'text' });

/** Whether a column was declared with `sealed`, the only custom text type. */
export function isSealed(column: PgColumn): boolean {
  return column.columnType === 'PgCustomColumn' && column.getSQLType() === 'text';
}

const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

/** The transaction that last wrote the row; the replica's feed reads by it. Kept by a trigger. */
export const changedIn = () => xid8('changed_in').notNull().default(sql`pg_current_xact_id()`);

/** The import that created the row; null when a person, the API or the demo did. */
export const batchId = () => text('batch_id');
