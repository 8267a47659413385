import type { Report } from './import-types.ts';

/** How many rows of the store an import made, changed and found unchanged, over all entities; null when it tells none. */
export function rowsOf({ entities, rejectedCount }: Report) {
  const all = entities && Object.keys(entities).length > 0 ? Object.values(entities) : null;
  const sum = (of: 'inserted' | 'updated' | 'unchanged') => all?.reduce((total, each) => total + each[of], 0) ?? null;
  return {
    inserted: sum('inserted'),
    updated: sum('updated'),
    unchanged: sum('unchanged'),
    rejected: rejectedCount ?? null,
  };
}

/** How many rows the files of a report hold below their headers. */
export function fileRows({ tables }: Report): number {
  return tables?.reduce((total, table) => total + table.rows, 0) ?? 0;
}
