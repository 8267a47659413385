import { getTableColumns, getTableName } from 'drizzle-orm';
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import { isSealed } from './columns.ts';
import type { SealPlace } from './seal.ts';
import { schema } from './store-schema.ts';

/** A column whose values are sealed, and the key of its table. */
export type SealedColumn = Readonly<{
  table: string;
  column: string;
  /** Columns of the primary key, in its order. */
  keys: readonly string[];
  /** The column that says whose data key seals it; null for what belongs to the whole installation. */
  workspace: string | null;
  /** Earlier versions wrote it in clear: such values are sealed by the next rotation. */
  wasClear: boolean;
}>;

const clearBefore = new Set(['invitation.email', 'invitation.name']);

/**
 * Every sealed column of the store: whatever the schema declares with `sealed(…)`. Rotation walks this list, so a new sealed column
 * needs nothing but its declaration and, where it is written, the place that `sealPlace` says.
 */
export const sealedColumns: readonly SealedColumn[] = Object.values(schema).flatMap((table) => columnsOf(table));

/**
 * Where a value of a row stands: under the table's and the column's name, in its workspace ('' when it belongs to the whole
 * installation), the row named by the rest of its key.
 */
export function sealPlace(
  { table, column, keys, workspace }: SealedColumn,
  key: Readonly<Record<string, unknown>>,
): SealPlace {
  const own = keys.length === 1 ? keys : keys.filter((name) => name !== workspace);
  return {
    workspaceId: workspace === null ? '' : String(key[workspace]),
    entity: table,
    column,
    rowId: own.map((name) => String(key[name])).join(':'),
  };
}

function columnsOf(table: PgTable): readonly SealedColumn[] {
  const columns = Object.values(getTableColumns(table));
  const name = getTableName(table);
  return columns.filter(isSealed).map(({ name: column }) => ({
    table: name,
    column,
    keys: keysOf(table),
    workspace: workspaceColumn(columns, name),
    wasClear: clearBefore.has(`${name}.${column}`),
  }));
}

function keysOf(table: PgTable): readonly string[] {
  const [composite] = getTableConfig(table).primaryKeys;
  const keys = composite?.columns ?? Object.values(getTableColumns(table)).filter((column) => column.primary);
  if (keys.length === 0) throw new Error(`${getTableName(table)} has sealed columns but no primary key`);
  return keys.map((column) => column.name);
}

function workspaceColumn(columns: readonly PgColumn[], table: string): string | null {
  if (table === 'workspace') return 'id';
  return columns.find((column) => column.name === 'workspace_id')?.name ?? null;
}
