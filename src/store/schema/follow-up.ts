import { integer, numeric, pgTable, text } from 'drizzle-orm/pg-core';
import { batchId, changedIn, id, localDay, minuteOfDay, money, sealed, workspaceId } from '../columns.ts';
import { keyed } from './keyed.ts';

/**
 * Something a colleague should do by a day: follow up a customer at risk, unstick a deal, train a rep. `kind`: follow_up, churn,
 * wake_up, stuck, training, leads, marketing. It is about a customer, a deal or a colleague.
 */
export const task = pgTable(
  'task',
  {
    workspaceId: workspaceId(),
    id: id(),
    kind: text('kind').notNull(),
    customerId: text('customer_id'),
    opportunityId: text('opportunity_id'),
    personId: text('person_id'),
    assigneeId: text('assignee_id'),
    title: sealed('title').notNull(),
    note: sealed('note'),
    createdOn: localDay('created_on').notNull(),
    createdBy: text('created_by'),
    dueOn: localDay('due_on'),
    doneOn: localDay('done_on'),
    /** What came of it: ordered, retained, no_need, unreachable, lost, done … */
    outcome: text('outcome'),
    outcomeNote: sealed('outcome_note'),
    /** Money at stake when it was made, in the workspace's currency. */
    atRisk: money('at_risk'),
    /** The model's probability when it was made (of being alive, of winning), 0–1, so that precision can be judged later. */
    probability: numeric('probability', { precision: 5, scale: 4 }),
    /** Counts writes, for two people who edit the same task. */
    version: integer('version').notNull().default(1),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  keyed,
);

/**
 * The log of a customer: who owned it and which value tier someone gave it by hand. `kind`: owner (assigned), claimed (from the
 * pool), released (to the pool: no owner), tier (overridden), tier_cleared.
 */
export const customerEvent = pgTable(
  'customer_event',
  {
    workspaceId: workspaceId(),
    id: id(),
    customerId: id('customer_id'),
    kind: text('kind').notNull(),
    onDay: localDay('on_day').notNull(),
    minute: minuteOfDay('minute'),
    /** The owner after the event; null in the pool. */
    ownerId: text('owner_id'),
    tier: text('tier'),
    reason: sealed('reason'),
    byName: text('by_name'),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  keyed,
);

/** What a source cost in a month, in the workspace's currency. */
export const sourceCost = pgTable(
  'source_cost',
  {
    workspaceId: workspaceId(),
    id: id(),
    sourceId: id('source_id'),
    monthOn: localDay('month_on').notNull(),
    amount: money('amount').notNull(),
    batchId: batchId(),
    changedIn: changedIn(),
  },
  keyed,
);
