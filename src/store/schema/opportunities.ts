import { boolean, integer, numeric, pgTable, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { batchId, changedIn, id, localDay, minuteOfDay, money, sealed, workspaceId } from '../columns.ts';
import { keyed } from './keyed.ts';

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
    /** Who did it; null when an import or another system says so. */
    byName: text('by_name'),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  (table) => [
    ...keyed(table),
    uniqueIndex('opportunity_event_seq').on(table.workspaceId, table.opportunityId, table.seq),
  ],
);
