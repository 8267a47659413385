import type { Asking } from '#features/ask.ts';
import { type Money, moneyOf } from '#shared/money.ts';
import { sql } from '#shared/sql.ts';
import type { ValueTier } from '#stats/value-tiers.ts';
import type { Segment } from './customer-book.ts';
import type { CustomerInView, Quadrant } from './customers-in-view.ts';

/** A customer as a list shows it. */
export type ListedCustomer = Readonly<{
  id: string;
  name: string;
  tier: ValueTier;
  segment: Segment;
  quadrant: Quadrant;
  /** Days since the last order, and since the last contact; null for never. */
  quietDays: number | null;
  contactDays: number | null;
  activity: number;
  effort: number;
  revenue: Money;
  /** Null in the pool, and where the viewer may not know the owner. */
  owner: Readonly<{ id: string; name: string }> | null;
  isInPool: boolean;
}>;

/** The customers with their names, in the same order. */
export async function listedCustomers(
  asking: Asking,
  customers: readonly CustomerInView[],
): Promise<readonly ListedCustomer[]> {
  const owners = customers.flatMap(({ ownerId, isOwnerSeen }) => (ownerId !== null && isOwnerSeen ? [ownerId] : []));
  const names = await namesOf(asking, [...customers.map(({ id }) => id), ...owners]);
  return customers.map(({ id, ownerId, isOwnerSeen, revenue, tier, segment, quadrant, ...signs }) => ({
    id,
    name: names.get(id) ?? id,
    tier,
    segment,
    quadrant,
    quietDays: signs.quietDays,
    contactDays: signs.contactDays,
    activity: signs.activity,
    effort: signs.effort,
    revenue: moneyOf(BigInt(revenue)),
    owner: ownerId !== null && isOwnerSeen ? { id: ownerId, name: names.get(ownerId) ?? ownerId } : null,
    isInPool: ownerId === null,
  }));
}

async function namesOf({ replica }: Asking, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const wanted = sql`(select unnest(${[...new Set(ids)]}::varchar[]))`;
  const { rows } = await replica.run(sql`
    select id, name from customer where id in ${wanted} union all select id, name from person where id in ${wanted}`);
  return new Map(rows.map(([id, name]) => [String(id), String(name)]));
}
