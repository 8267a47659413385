import { getTableColumns } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import * as store from '#store/schema.ts';

export type RawColumn = Readonly<{ name: string; type: string; sealed: boolean }>;

/** A store entity as the replica keeps it before anything is derived: table `raw_<entity>`, one row per id. */
export type RawTable = Readonly<{ entity: string; name: string; key: string; columns: readonly RawColumn[] }>;

const replicated = [
  store.person,
  store.team,
  store.teamParent,
  store.teamManager,
  store.repAssignment,
  store.region,
  store.productLine,
  store.product,
  store.source,
  store.pipeline,
  store.stage,
  store.customer,
  store.lead,
  store.opportunity,
  store.opportunityEvent,
  store.salesOrder,
  store.orderLine,
  store.refund,
  store.payment,
  store.invoice,
  store.interaction,
  store.calendarDay,
];

/** Kept for the store's own needs, or read from it by permission only. */
const leftOut = new Set(['workspace_id', 'batch_id', 'changed_in', 'version', 'note']);

const sealed = new Set(['customer.name', 'customer.code', 'lead.name', 'opportunity.name']);

/** Every entity of the store that the replica follows. */
export const rawTables: readonly RawTable[] = replicated.map(rawTable);

/** The statements that make the raw tables. */
export const rawTableStatements = rawTables
  .map(
    ({ name, columns }) => `create table ${name} (${columns.map((each) => `${each.name} ${each.type}`).join(', ')});`,
  )
  .join('\n');

function rawTable(table: PgTable): RawTable {
  const entity = getTableConfig(table).name;
  const columns = Object.values(getTableColumns(table)).filter((column) => !leftOut.has(column.name));
  return {
    entity,
    name: `raw_${entity}`,
    key: columns.some((column) => column.name === 'id') ? 'id' : 'day',
    columns: columns.map((column) => ({
      name: column.name,
      type: duckdbType(column.getSQLType()),
      sealed: sealed.has(`${entity}.${column.name}`),
    })),
  };
}

function duckdbType(postgres: string): string {
  if (postgres === 'text') return 'varchar';
  return postgres.replace(/^numeric\((\d+), ?(\d+)\)$/, 'decimal($1,$2)');
}
