import { pgTable, text } from 'drizzle-orm/pg-core';
import { batchId, changedIn, id, localDay, minuteOfDay, sealed, workspaceId } from '../columns.ts';
import { keyed } from './keyed.ts';

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
