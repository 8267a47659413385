import { boolean, index, integer, numeric, pgTable, text } from 'drizzle-orm/pg-core';
import { batchId, changedIn, id, localDay, minuteOfDay, money, workspaceId } from '../columns.ts';
import { keyed } from './keyed.ts';

export const salesOrder = pgTable(
  'sales_order',
  {
    workspaceId: workspaceId(),
    id: id(),
    number: text('number').notNull(),
    customerId: text('customer_id'),
    /** The rep at the time of the order. */
    repId: text('rep_id'),
    regionId: text('region_id'),
    sourceId: text('source_id'),
    opportunityId: text('opportunity_id'),
    isDraft: boolean('is_draft').notNull().default(false),
    orderedOn: localDay('ordered_on'),
    orderedMinute: minuteOfDay('ordered_minute'),
    cancelledOn: localDay('cancelled_on'),
    currency: text('currency').notNull().default('CNY'),
    rate: numeric('rate', { precision: 18, scale: 8 }).notNull().default('1'),
    /** Discount on the whole order; its share per line is `order_line.order_discount`. */
    discount: money('discount').notNull().default('0'),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  keyed,
);

export const orderLine = pgTable(
  'order_line',
  {
    workspaceId: workspaceId(),
    id: id(),
    orderId: id('order_id'),
    lineNumber: integer('line_number').notNull(),
    productId: text('product_id'),
    quantity: numeric('quantity', { precision: 18, scale: 4 }),
    /** Less the line's own discount, before the order's; null when the source has none: left out and said so. */
    amount: money('amount'),
    /** The line's own discount, already taken off `amount`. */
    discount: money('discount').notNull().default('0'),
    /** This line's share of the order's discount; shares add up to it exactly. */
    orderDiscount: money('order_discount').notNull().default('0'),
    cost: money('cost'),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  (table) => [...keyed(table), index('order_line_order').on(table.workspaceId, table.orderId)],
);

/** Money given back or goods returned, at its own day; always against a line, so that product numbers add up. */
export const refund = pgTable(
  'refund',
  {
    workspaceId: workspaceId(),
    id: id(),
    orderId: id('order_id'),
    orderLineId: id('order_line_id'),
    refundedOn: localDay('refunded_on').notNull(),
    amount: money('amount').notNull(),
    quantity: numeric('quantity', { precision: 18, scale: 4 }),
    reason: text('reason'),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  keyed,
);

export const payment = pgTable(
  'payment',
  {
    workspaceId: workspaceId(),
    id: id(),
    orderId: id('order_id'),
    paidOn: localDay('paid_on').notNull(),
    amount: money('amount').notNull(),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  keyed,
);

export const invoice = pgTable(
  'invoice',
  {
    workspaceId: workspaceId(),
    id: id(),
    orderId: id('order_id'),
    invoicedOn: localDay('invoiced_on').notNull(),
    amount: money('amount').notNull(),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  keyed,
);
