import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Bilingual } from '#shared/bilingual.ts';
import { isSealed } from './columns.ts';
import { schema } from './store-schema.ts';

const tables = {
  person: schema.person,
  team: schema.team,
  team_parent: schema.teamParent,
  team_manager: schema.teamManager,
  rep_assignment: schema.repAssignment,
  region: schema.region,
  product_line: schema.productLine,
  product: schema.product,
  source: schema.source,
  pipeline: schema.pipeline,
  stage: schema.stage,
  customer: schema.customer,
  contact: schema.contact,
  lead: schema.lead,
  opportunity: schema.opportunity,
  opportunity_event: schema.opportunityEvent,
  sales_order: schema.salesOrder,
  order_line: schema.orderLine,
  refund: schema.refund,
  payment: schema.payment,
  invoice: schema.invoice,
  interaction: schema.interaction,
  task: schema.task,
  customer_event: schema.customerEvent,
  source_cost: schema.sourceCost,
} as const satisfies Record<string, PgTable>;

/** A kind of row that people, imports and the API write; named as its table. */
export type Entity = keyof typeof tables;

/** What the feed follows: every entity, and the calendar. */
export type FollowedTable = Entity | 'calendar_day';

type EntityColumn = Readonly<{ name: string; type: string; isSealed: boolean }>;

export type EntityTable = Readonly<{
  name: Entity;
  label: Bilingual;
  /** Without `workspace_id`, `id`, `batch_id` and `changed_in`, which the store keeps itself. */
  columns: ReadonlyMap<string, EntityColumn>;
  sealedColumns: readonly string[];
}>;

const labels: Readonly<Record<Entity, Bilingual>> = {
  person: { zh: '人员', en: 'people' },
  team: { zh: '团队', en: 'teams' },
  team_parent: { zh: '团队上下级', en: 'team hierarchy' },
  team_manager: { zh: '团队负责人', en: 'team managers' },
  rep_assignment: { zh: '人员归属', en: 'team assignments' },
  region: { zh: '区域', en: 'regions' },
  product_line: { zh: '产品线', en: 'product lines' },
  product: { zh: '产品', en: 'products' },
  source: { zh: '来源', en: 'sources' },
  pipeline: { zh: '销售流程', en: 'pipelines' },
  stage: { zh: '阶段', en: 'stages' },
  customer: { zh: '客户', en: 'customers' },
  contact: { zh: '联系人', en: 'contacts' },
  lead: { zh: '线索', en: 'leads' },
  opportunity: { zh: '商机', en: 'opportunities' },
  opportunity_event: { zh: '商机记录', en: 'opportunity events' },
  sales_order: { zh: '订单', en: 'orders' },
  order_line: { zh: '订单明细', en: 'order lines' },
  refund: { zh: '退款', en: 'refunds' },
  payment: { zh: '回款', en: 'payments' },
  invoice: { zh: '发票', en: 'invoices' },
  interaction: { zh: '跟进记录', en: 'interactions' },
  task: { zh: '待办', en: 'tasks' },
  customer_event: { zh: '客户归属与等级记录', en: 'customer events' },
  source_cost: { zh: '来源费用', en: 'source costs' },
};

const ownColumns = new Set(['workspace_id', 'id', 'batch_id', 'changed_in']);

/** Every entity with its columns, derived from the schema. */
export const entityTables: Readonly<Record<Entity, EntityTable>> = Object.fromEntries(
  Object.entries(tables).map(([name, table]) => [name, entityTable(name as Entity, table)]),
) as Record<Entity, EntityTable>; // as: fromEntries forgets that the keys are those of `tables`.

/** All entities, referenced ones before those that refer to them. */
export const entities = Object.keys(tables) as readonly Entity[];

function entityTable(name: Entity, table: PgTable): EntityTable {
  if (getTableName(table) !== name) throw new Error(`entity ${name} is not named as its table`);
  const columns = Object.values(getTableColumns(table)).filter((column) => !ownColumns.has(column.name));
  return {
    name,
    label: labels[name],
    columns: new Map(columns.map((column) => [column.name, entityColumn(column)])),
    sealedColumns: columns.filter(isSealed).map((column) => column.name),
  };
}

function entityColumn(column: PgColumn): EntityColumn {
  return { name: column.name, type: column.getSQLType(), isSealed: isSealed(column) };
}
