import { getTableColumns } from 'drizzle-orm';
import { type Entity, entities, entityTables, type FollowedTable } from '#store/entities.ts';
import { calendarDay } from '#store/schema/calendar.ts';

export type RawColumn = Readonly<{ name: string; type: string; sealed: boolean }>;

/**
 * A table of the store as the replica keeps it before anything is derived: `raw_<entity>`, one row per key. `step_<entity>`
 * takes the rows of one step of the feed.
 */
export type RawTable = Readonly<{ entity: FollowedTable; key: string; columns: readonly RawColumn[] }>;

/** Kept for the store's own needs, or read from it by permission only. */
const leftOut = new Set(['workspace_id', 'batch_id', 'changed_in', 'note', 'outcome_note']);

/** Everything of the store that the replica follows; contacts stay there. */
export const rawTables: readonly RawTable[] = [
  ...entities.filter((each) => each !== 'contact').map(entityTable),
  calendar(),
];

/** The statements that make the raw tables. */
export const rawTableStatements = rawTables
  .flatMap((table) => [`raw_${table.entity}`, `step_${table.entity}`].map((name) => statement(name, table)))
  .join('\n');

function statement(name: string, { columns }: RawTable): string {
  return `create table ${name} (${columns.map((column) => `${column.name} ${column.type}`).join(', ')});`;
}

function entityTable(entity: Entity): RawTable {
  const { columns, sealedColumns } = entityTables[entity];
  const kept = [...columns.values()].filter((column) => !leftOut.has(column.name));
  return {
    entity,
    key: 'id',
    columns: [{ name: 'id', type: 'text' }, ...kept].map(({ name, type }) => ({
      name,
      type: duckdbType(type),
      sealed: sealedColumns.includes(name),
    })),
  };
}

function calendar(): RawTable {
  const columns = Object.values(getTableColumns(calendarDay)).filter((column) => !leftOut.has(column.name));
  return {
    entity: 'calendar_day',
    key: 'day',
    columns: columns.map((column) => ({ name: column.name, type: duckdbType(column.getSQLType()), sealed: false })),
  };
}

function duckdbType(postgres: string): string {
  if (postgres === 'text') return 'varchar';
  return postgres.replace(/^numeric\((\d+), ?(\d+)\)$/, 'decimal($1,$2)');
}
