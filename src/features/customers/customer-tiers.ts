import { z } from 'zod';
import { addDays } from '#shared/day.ts';
import type { TierRules } from './customer-rules.ts';
import { seenCustomer, todayOf } from './seen-customer.ts';
import type { CustomerViewer } from './seen-customers.ts';
import { tierBook } from './tier-book.ts';
import { tierHistory } from './tier-paths.ts';

const tier = z.enum(['a', 'b', 'c']);

/** The tier of a customer and where it comes from. */
export const tierHistoryAnswer = z.object({
  tier,
  override: z.object({ tier, on: z.string(), reason: z.string().nullable(), by: z.string().nullable() }).nullable(),
  evaluations: z
    .array(z.object({ on: z.string().describe('The first day after the evaluated months'), tier, earned: tier }))
    .readonly(),
});

/** The tier of a customer as it stands today, with every evaluation. Throws `not_found` for one out of sight. */
export async function customerTiers(viewer: CustomerViewer, customerId: string, rules: TierRules) {
  await seenCustomer(viewer, customerId);
  const asOf = addDays(todayOf(viewer.asking).day, 1);
  const book = await tierBook(viewer.asking, asOf, rules);
  return {
    tier: book.tierOf(customerId),
    override: book.overrides.get(customerId) ?? null,
    evaluations: tierHistory(book.paths.get(customerId)),
  };
}
