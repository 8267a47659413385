import { pgTable, text } from 'drizzle-orm/pg-core';
import { batchId, changedIn, id, money, workspaceId } from '../columns.ts';
import { keyed } from './keyed.ts';

/** A tree: sales region (大区) → province → city. `level` is `region`, `province` or `city`. */
export const region = pgTable(
  'region',
  {
    workspaceId: workspaceId(),
    id: id(),
    name: text('name').notNull(),
    parentId: text('parent_id'),
    level: text('level').notNull().default('region'),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  keyed,
);

/** A tree of at most two levels: product line → sub-line. */
export const productLine = pgTable(
  'product_line',
  {
    workspaceId: workspaceId(),
    id: id(),
    name: text('name').notNull(),
    parentId: text('parent_id'),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  keyed,
);

export const product = pgTable(
  'product',
  {
    workspaceId: workspaceId(),
    id: id(),
    name: text('name').notNull(),
    code: text('code'),
    lineId: text('line_id'),
    listPrice: money('list_price'),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  keyed,
);

/** Where leads, deals and orders come from (channel, campaign, shop …). */
export const source = pgTable(
  'source',
  { workspaceId: workspaceId(), id: id(), name: text('name').notNull(), batchId: batchId(), changedIn: changedIn() },
  keyed,
);
