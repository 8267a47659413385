import { runOverRows } from '#features/counted-rows.ts';
import { dayLiteral } from '#semantic/side.ts';
import { addDays, type Day } from '#shared/day.ts';
import { sql } from '#shared/sql.ts';
import { byRevenue } from './activity-map.ts';
import type { CustomerRules } from './customer-rules.ts';
import { customersInView } from './customers-in-view.ts';
import { type ListedCustomer, listedCustomers } from './listed-customers.ts';
import { todayOf } from './seen-customer.ts';
import type { CustomerViewer } from './seen-customers.ts';

/** Customers that the rule would put back into the pool today; nobody is released before someone confirms. */
export type ReleaseProposal = Readonly<{ afterDays: number; total: number; rows: readonly ListedCustomer[] }>;

const mostShown = 200;

/**
 * Customers of people whom the viewer sees, without an order and without a contact for so many days, without an open deal, and
 * known and owned for as long.
 */
export async function releaseProposal(viewer: CustomerViewer, rules: CustomerRules): Promise<ReleaseProposal> {
  const { asking } = viewer;
  const before = addDays(todayOf(asking).day, 1);
  const afterDays = rules.pool.releaseAfterDays;
  const today = { from: addDays(before, -1), before };
  const [{ customers }, spared] = await Promise.all([
    customersInView(viewer, { period: today }, rules.tiers),
    sparedCustomers(viewer, { today, afterDays }),
  ]);
  const isOver = (days: number | null) => days === null || days >= afterDays;
  const found = customers
    .filter(({ ownerId, isOwnerSeen }) => ownerId !== null && isOwnerSeen)
    .filter(({ id, quietDays, contactDays }) => isOver(quietDays) && isOver(contactDays) && !spared.has(id))
    .sort(byRevenue);
  return { afterDays, total: found.length, rows: await listedCustomers(asking, found.slice(0, mostShown)) };
}

type Sparing = Readonly<{ today: Readonly<{ from: Day; before: Day }>; afterDays: number }>;

/** Customers with an open deal, and those that are new or have had their owner for too short a time. */
async function sparedCustomers(
  { asking }: CustomerViewer,
  { today, afterDays }: Sparing,
): Promise<ReadonlySet<string>> {
  const since = dayLiteral(addDays(today.from, -afterDays));
  const rows = await runOverRows(
    { ...asking, scope: { kind: 'all' } },
    [{ name: 'open', question: { measures: ['opportunities_open'], period: today }, columns: 'f.customer_id' }],
    sql`
    select customer_id from open where customer_id is not null
    union
    select id from customer where created_on > ${since}
    union
    select customer_id from customer_event where kind in ('owner', 'claimed') and on_day > ${since}`,
  );
  return new Set(rows.map(([id]) => String(id)));
}
