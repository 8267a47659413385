import { z } from 'zod';
import { type Money, moneyOf } from '#shared/money.ts';
import { sql } from '#shared/sql.ts';
import { byRevenue } from './activity-map.ts';
import type { TierRules } from './customer-rules.ts';
import { type CustomerInView, customersInView } from './customers-in-view.ts';
import { type ListedCustomer, listedCustomers } from './listed-customers.ts';
import { pageQuestion } from './page-question.ts';
import { valueBand } from './rfm-grid.ts';
import type { CustomerViewer } from './seen-customers.ts';

/** Which customers of the page are listed. */
export const listQuestion = z.strictObject({
  ...pageQuestion.shape,
  tier: z.enum(['a', 'b', 'c']).optional(),
  segment: z
    .enum(['champions', 'loyal', 'potential', 'new', 'at_risk', 'hibernating', 'lost', 'silent', 'unscored'])
    .optional(),
  quadrant: z.enum(['core', 'going_quiet', 'rising', 'sleeping']).optional(),
  cell: z.strictObject({ recency: z.int().min(1).max(5), value: z.int().min(1).max(5) }).optional(),
  owner: z.string().max(100).optional().describe('The id of a rep'),
  pool: z.boolean().optional().describe('Only customers of nobody, or only those of somebody'),
  search: z.string().trim().max(100).optional().describe('A part of the name'),
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(500).default(50),
});

export type ListQuestion = z.output<typeof listQuestion>;

/** A page of the list, the greatest revenue first; `total` and `revenue` are of the whole list. */
export type CustomerPage = Readonly<{
  rows: readonly ListedCustomer[];
  next: string | null;
  total: number;
  revenue: Money;
}>;

/** The customers behind a number of the page. */
export async function customerList(
  viewer: CustomerViewer,
  asked: ListQuestion,
  rules: TierRules,
): Promise<CustomerPage> {
  const [{ customers }, named] = await Promise.all([
    customersInView(viewer, { period: asked.period, where: asked.where }, rules),
    asked.search ? idsNamed(viewer, asked.search) : null,
  ]);
  const matching = customers
    .filter((customer) => (named?.has(customer.id) ?? true) && isAsked(customer, asked))
    .sort(byRevenue);
  const start = asked.cursor ? matching.findIndex((customer) => isAfter(customer, asked.cursor ?? '')) : 0;
  const shown = start < 0 ? [] : matching.slice(start, start + asked.limit);
  const last = shown.at(-1);
  return {
    rows: await listedCustomers(viewer.asking, shown),
    next: last && start + shown.length < matching.length ? `${last.revenue}:${last.id}` : null,
    total: matching.length,
    revenue: moneyOf(BigInt(matching.reduce((sum, { revenue }) => sum + revenue, 0))),
  };
}

function isAsked(customer: CustomerInView, { tier, segment, quadrant, cell, owner, pool }: ListQuestion): boolean {
  const { score } = customer;
  const isInCell = !cell || (score !== null && score.r === cell.recency && valueBand(score) === cell.value);
  return (
    (!tier || customer.tier === tier) &&
    (!segment || customer.segment === segment) &&
    (!quadrant || customer.quadrant === quadrant) &&
    isInCell &&
    (owner === undefined || (customer.isOwnerSeen && customer.ownerId === owner)) &&
    (pool === undefined || (customer.ownerId === null) === pool)
  );
}

/** Whether the customer comes after the one that the cursor names, which may be gone by now. */
function isAfter({ revenue, id }: CustomerInView, cursor: string): boolean {
  const at = cursor.indexOf(':');
  const before = Number(cursor.slice(0, at));
  return revenue < before || (revenue === before && id > cursor.slice(at + 1));
}

async function idsNamed({ asking }: CustomerViewer, search: string): Promise<ReadonlySet<string>> {
  const wanted = `%${search.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const { rows } = await asking.replica.run(sql`select id from customer where name ilike ${wanted} escape '\\'`, {
    maxRows: 1_000_000,
  });
  return new Set(rows.map(([id]) => String(id)));
}
