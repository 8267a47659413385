import {
  type AnyPgColumn,
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { batchId, changedIn, id, localDay, minuteOfDay, money, sealed, workspaceId } from './columns.ts';

type KeyColumns = { workspaceId: AnyPgColumn; id: AnyPgColumn; changedIn: AnyPgColumn };

function keyed(table: KeyColumns) {
  return [primaryKey({ columns: [table.workspaceId, table.id] }), index().on(table.workspaceId, table.changedIn)];
}

/** One company's data, settings and calendar. Everything else hangs below it. */
export const workspace = pgTable(
  'workspace',
  {
    id: id().primaryKey(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    zone: text('zone').notNull().default('Asia/Shanghai'),
    currency: text('currency').notNull().default('CNY'),
    fiscalStartMonth: smallint('fiscal_start_month').notNull().default(1),
    weekStart: smallint('week_start').notNull().default(1),
    /** `red_up` (红涨绿跌) or `green_up`. */
    colours: text('colours').notNull().default('red_up'),
    /** Secret from which row ids are derived, sealed. */
    idSalt: sealed('id_salt').notNull(),
    settings: jsonb('settings').notNull().default({}),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [uniqueIndex('workspace_slug').on(table.slug)],
);

/** A colleague: a rep, a manager. May exist without sign-in. */
export const person = pgTable(
  'person',
  {
    workspaceId: workspaceId(),
    id: id(),
    name: text('name').notNull(),
    title: text('title'),
    isRep: boolean('is_rep').notNull().default(true),
    hiredOn: localDay('hired_on'),
    leftOn: localDay('left_on'),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  keyed,
);

export const team = pgTable(
  'team',
  { workspaceId: workspaceId(), id: id(), name: text('name').notNull(), batchId: batchId(), changedIn: changedIn() },
  keyed,
);

/** Where a team hangs in the tree, `[from_on, before_on)`; null bounds are open. A root has no row or a null parent. */
export const teamParent = pgTable(
  'team_parent',
  {
    workspaceId: workspaceId(),
    id: id(),
    teamId: id('team_id'),
    parentId: text('parent_id'),
    fromOn: localDay('from_on'),
    beforeOn: localDay('before_on'),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  keyed,
);

/** Who leads a team, dated. */
export const teamManager = pgTable(
  'team_manager',
  {
    workspaceId: workspaceId(),
    id: id(),
    teamId: id('team_id'),
    personId: id('person_id'),
    fromOn: localDay('from_on'),
    beforeOn: localDay('before_on'),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  keyed,
);

/** Which team a rep belongs to, dated; at most one at a time. */
export const repAssignment = pgTable(
  'rep_assignment',
  {
    workspaceId: workspaceId(),
    id: id(),
    personId: id('person_id'),
    teamId: id('team_id'),
    fromOn: localDay('from_on'),
    beforeOn: localDay('before_on'),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  keyed,
);

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

export const pipeline = pgTable(
  'pipeline',
  { workspaceId: workspaceId(), id: id(), name: text('name').notNull(), batchId: batchId(), changedIn: changedIn() },
  keyed,
);

/** A step of a pipeline. `kind` is `open`, `won`, `lost` or `disqualified`. */
export const stage = pgTable(
  'stage',
  {
    workspaceId: workspaceId(),
    id: id(),
    pipelineId: id('pipeline_id'),
    name: text('name').notNull(),
    position: smallint('position').notNull(),
    kind: text('kind').notNull().default('open'),
    /** Configured win probability, 0–1. */
    probability: numeric('probability', { precision: 5, scale: 4 }),
    dwellLimitDays: smallint('dwell_limit_days'),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  keyed,
);

export const customer = pgTable(
  'customer',
  {
    workspaceId: workspaceId(),
    id: id(),
    name: sealed('name').notNull(),
    /** The source's own number, sealed because it often contains the name. */
    code: sealed('code'),
    type: text('type'),
    industry: text('industry'),
    tier: text('tier'),
    regionId: text('region_id'),
    sourceId: text('source_id'),
    ownerId: text('owner_id'),
    createdOn: localDay('created_on'),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  keyed,
);

/** A person at a customer; not replicated, read from the store by permission only. */
export const contact = pgTable(
  'contact',
  {
    workspaceId: workspaceId(),
    id: id(),
    customerId: id('customer_id'),
    name: sealed('name').notNull(),
    title: text('title'),
    phone: sealed('phone'),
    email: sealed('email'),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  keyed,
);

export const lead = pgTable(
  'lead',
  {
    workspaceId: workspaceId(),
    id: id(),
    name: sealed('name'),
    customerId: text('customer_id'),
    opportunityId: text('opportunity_id'),
    ownerId: text('owner_id'),
    sourceId: text('source_id'),
    regionId: text('region_id'),
    createdOn: localDay('created_on'),
    createdMinute: minuteOfDay('created_minute'),
    respondedOn: localDay('responded_on'),
    respondedMinute: minuteOfDay('responded_minute'),
    /** Judged a real lead / judged not one; at most one of the two. */
    validOn: localDay('valid_on'),
    invalidOn: localDay('invalid_on'),
    convertedOn: localDay('converted_on'),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  keyed,
);

/** A deal: what does not change. Stage, owner, amount and outcome are in its events. */
export const opportunity = pgTable(
  'opportunity',
  {
    workspaceId: workspaceId(),
    id: id(),
    name: sealed('name'),
    code: text('code'),
    customerId: text('customer_id'),
    pipelineId: id('pipeline_id'),
    productId: text('product_id'),
    sourceId: text('source_id'),
    regionId: text('region_id'),
    leadId: text('lead_id'),
    currency: text('currency').notNull().default('CNY'),
    /** To the workspace's currency. */
    rate: numeric('rate', { precision: 18, scale: 8 }).notNull().default('1'),
    /** Null when the source does not say. */
    createdOn: localDay('created_on'),
    /** False when the source gave only a present state: dwell and stage conversion leave the deal out. */
    hasStageHistory: boolean('has_stage_history').notNull().default(true),
    /** Counts writes, for two people who edit the same deal. */
    version: integer('version').notNull().default(1),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  keyed,
);

/**
 * The log of a deal; each row carries the whole state after the event, so the state on any day is the last row before it.
 * `kind`: created, stage, owner, amount, expected_close, won, lost, disqualified, reopened.
 */
export const opportunityEvent = pgTable(
  'opportunity_event',
  {
    workspaceId: workspaceId(),
    id: id(),
    opportunityId: id('opportunity_id'),
    /** Order within the deal, from 1. */
    seq: integer('seq').notNull(),
    kind: text('kind').notNull(),
    /** Null only for `created` of a deal whose creation day is unknown: true since ever. */
    onDay: localDay('on_day'),
    minute: minuteOfDay('minute'),
    /** `open`, `won`, `lost` or `disqualified`. */
    status: text('status').notNull(),
    stageId: text('stage_id'),
    ownerId: text('owner_id'),
    amount: money('amount'),
    expectedCloseOn: localDay('expected_close_on'),
    lostReason: text('lost_reason'),
    competitor: text('competitor'),
    note: sealed('note'),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  (table) => [
    ...keyed(table),
    uniqueIndex('opportunity_event_seq').on(table.workspaceId, table.opportunityId, table.seq),
  ],
);

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

/** A call, visit, reply, site visit … `initiator` is `customer` or `us`. */
export const interaction = pgTable(
  'interaction',
  {
    workspaceId: workspaceId(),
    id: id(),
    customerId: text('customer_id'),
    opportunityId: text('opportunity_id'),
    repId: text('rep_id'),
    type: text('type').notNull(),
    initiator: text('initiator').notNull().default('us'),
    onDay: localDay('on_day').notNull(),
    minute: minuteOfDay('minute'),
    note: sealed('note'),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  keyed,
);

/** The workspace's calendar, one row a day, editable: nothing computes calendars elsewhere. */
export const calendarDay = pgTable(
  'calendar_day',
  {
    workspaceId: workspaceId(),
    day: localDay('day').notNull(),
    isWorkday: boolean('is_workday').notNull(),
    /** Statutory holiday or make-up workday, when it is one. */
    holiday: text('holiday'),
    weekday: smallint('weekday').notNull(),
    /** First day of each bucket. */
    weekOn: localDay('week_on').notNull(),
    monthOn: localDay('month_on').notNull(),
    quarterOn: localDay('quarter_on').notNull(),
    halfYearOn: localDay('half_year_on').notNull(),
    yearOn: localDay('year_on').notNull(),
    fiscalQuarterOn: localDay('fiscal_quarter_on').notNull(),
    fiscalYearOn: localDay('fiscal_year_on').notNull(),
    isoWeek: smallint('iso_week').notNull(),
    isoYear: smallint('iso_year').notNull(),
    /** Workdays from the bucket's first day to this day, this day included. */
    workdayOfMonth: smallint('workday_of_month').notNull(),
    workdayOfQuarter: smallint('workday_of_quarter').notNull(),
    workdayOfYear: smallint('workday_of_year').notNull(),
    /** Workdays from the calendar's first day to this day: differences of it count workdays of any range. */
    workdayNumber: integer('workday_number').notNull(),
    /** Days from the nearest Spring Festival (初一); negative before it. */
    springFestivalOffset: smallint('spring_festival_offset').notNull(),
    changedIn: changedIn(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.day] }),
    index('calendar_day_changed').on(table.workspaceId, table.changedIn),
  ],
);

/** One import: what was read, how it was mapped, what came of it. `state`: running, done, failed, cancelled, undone. */
export const importBatch = pgTable(
  'import_batch',
  {
    workspaceId: workspaceId(),
    id: id(),
    state: text('state').notNull(),
    files: jsonb('files').notNull(),
    mapping: jsonb('mapping').notNull(),
    report: jsonb('report').notNull().default({}),
    startedBy: text('started_by'),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull().defaultNow(),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);

/** The row as it was before an import changed it, so that the import can be undone. */
export const importBefore = pgTable(
  'import_before',
  {
    workspaceId: workspaceId(),
    batchId: id('batch_id'),
    entity: text('entity').notNull(),
    rowId: id('row_id'),
    before: jsonb('before').notNull(),
    /** The import removed the row. */
    isRemoved: boolean('is_removed').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.batchId, table.entity, table.rowId] })],
);

/** Transactions in which an import wrote: a row of it with another `changed_in` was touched by someone later. */
export const importWrite = pgTable(
  'import_write',
  { workspaceId: workspaceId(), batchId: id('batch_id'), changedIn: changedIn() },
  (table) => [primaryKey({ columns: [table.workspaceId, table.batchId, table.changedIn] })],
);

/** A mapping someone accepted, remembered by the fingerprint of the file's header. */
export const importMapping = pgTable(
  'import_mapping',
  {
    workspaceId: workspaceId(),
    fingerprint: text('fingerprint').notNull(),
    mapping: jsonb('mapping').notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.fingerprint] })],
);

/** Who may enter a workspace, as what, and whose data they see. */
export const member = pgTable(
  'member',
  {
    workspaceId: workspaceId(),
    userId: id('user_id'),
    /** admin, executive, manager, rep, finance or viewer. */
    role: text('role').notNull(),
    /** self, self_and_reports, team, team_and_below or all. */
    dataScope: text('data_scope').notNull(),
    personId: text('person_id'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.userId] })],
);

/** A key for programs; only its SHA-256 is kept. */
export const apiKey = pgTable(
  'api_key',
  {
    workspaceId: workspaceId(),
    id: id(),
    hash: text('hash').notNull(),
    name: text('name').notNull(),
    role: text('role').notNull(),
    dataScope: text('data_scope').notNull(),
    personId: text('person_id'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex('api_key_hash').on(table.workspaceId, table.hash),
    index('api_key_by_hash').on(table.hash),
  ],
);

/** The answer once given to a write with an `Idempotency-Key`. */
export const idempotency = pgTable(
  'idempotency',
  {
    workspaceId: workspaceId(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    status: integer('status').notNull(),
    response: jsonb('response').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.key] })],
);

/** Which entity a transaction touched: one row per statement, written by triggers. */
export const change = pgTable(
  'change',
  {
    workspaceId: workspaceId(),
    position: bigint('position', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    entity: text('entity').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    changedIn: changedIn(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.position] }),
    index('change_changed').on(table.workspaceId, table.changedIn),
  ],
);

/** Rows that are gone, for the feed. */
export const deletion = pgTable(
  'deletion',
  {
    workspaceId: workspaceId(),
    position: bigint('position', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    entity: text('entity').notNull(),
    rowId: id('row_id'),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    changedIn: changedIn(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.position] }),
    index('deletion_changed').on(table.workspaceId, table.changedIn),
  ],
);

/** How far the feed was pruned: a reader whose position is older must rebuild. */
export const feedHorizon = pgTable('feed_horizon', {
  workspaceId: workspaceId().primaryKey(),
  changedIn: changedIn(),
});
