import { type AnyPgColumn, index, primaryKey } from 'drizzle-orm/pg-core';

type KeyColumns = { workspaceId: AnyPgColumn; id: AnyPgColumn; changedIn: AnyPgColumn };

/** What every followed table has: its key led by the workspace, and an index for the feed. */
export function keyed(table: KeyColumns) {
  return [primaryKey({ columns: [table.workspaceId, table.id] }), index().on(table.workspaceId, table.changedIn)];
}
