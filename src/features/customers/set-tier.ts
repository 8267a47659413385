import { z } from 'zod';
import { askingOf } from '#features/asking-of.ts';
import { Problem } from '#shared/problem.ts';
import { addCustomerEvent, type Writing } from './customer-events.ts';
import { seenCustomer } from './seen-customer.ts';

/** A tier given by hand needs a reason; null takes it back. */
export const tierChange = z.strictObject({
  tier: z.enum(['a', 'b', 'c']).nullable(),
  reason: z.string().trim().min(1).max(500),
});

type Setting = Readonly<{ customerId: string }> & z.output<typeof tierChange>;

/** Gives a customer of one's own people (or of the pool, for who sees all) a tier. Throws `not_found`, `not_allowed`. */
export async function setTier(writing: Writing, { customerId, tier, reason }: Setting): Promise<void> {
  const { deps, viewer } = writing;
  const asking = await askingOf(deps, viewer);
  const customer = await seenCustomer({ asking }, customerId);
  const isOurs = customer.ownerId !== null && customer.isOwnerSeen;
  if (!isOurs && viewer.scope.kind !== 'all') throw new Problem('not_allowed');
  await deps.store.transaction((tx) =>
    addCustomerEvent(tx, writing, {
      customerId,
      kind: tier === null ? 'tier_cleared' : 'tier',
      tier,
      reason,
      ownerId: customer.ownerId,
    }),
  );
}
