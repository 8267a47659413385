import { z } from 'zod';
import { askingOf } from '#features/asking-of.ts';
import { seenPeople } from '#features/seen-people.ts';
import { addDays, type Day, localMoment } from '#shared/day.ts';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import type { Transaction } from '#store/store.ts';
import { addCustomerEvent, type Writing } from './customer-events.ts';
import { customerRules, type PoolRules } from './customer-rules.ts';
import { seenCustomer } from './seen-customer.ts';

/** For whom a customer of the pool is claimed. */
export const claimBody = z.strictObject({
  ownerId: z.string().min(1).max(100).optional().describe('A colleague of one’s own people; oneself when left out'),
});

type Claim = Readonly<{ customerId: string; ownerId?: string | undefined }>;

/** For how long claims count against the limit. */
export const claimDays = 30;

/**
 * Gives a customer of the pool to a rep. Of two who claim at the same time one wins, the other is told: `conflict`. Throws
 * `not_found` for a customer out of sight, `not_allowed` beyond the limits or for a colleague out of scope.
 */
export async function claimCustomer(writing: Writing, claim: Claim): Promise<Readonly<{ ownerId: string }>> {
  const { deps, viewer } = writing;
  const ownerId = claim.ownerId ?? viewer.personId;
  if (ownerId === null) {
    throw refused('invalid_request', '要说明认领给哪位同事', 'Say which colleague the customer is claimed for');
  }
  const asking = await askingOf(deps, viewer);
  await seenCustomer({ asking }, claim.customerId);
  const people = await seenPeople(asking);
  if (people !== null && !people.has(ownerId)) {
    throw refused('not_allowed', '只能为自己或下属认领', 'You may claim for yourself and your team only');
  }
  const today = localMoment(deps.clock(), viewer.workspace.zone).day;
  await deps.store.transaction(async (tx) => {
    const { pool } = await customerRules(tx, viewer.workspace.id);
    await refuseBeyond(tx, pool, { workspaceId: viewer.workspace.id, ownerId, today });
    await takeFromPool(tx, viewer.workspace.id, { customerId: claim.customerId, ownerId });
    await addCustomerEvent(tx, writing, { customerId: claim.customerId, kind: 'claimed', ownerId, reason: null });
  });
  return { ownerId };
}

type Claimer = Readonly<{ workspaceId: string; ownerId: string; today: Day }>;

async function refuseBeyond(
  tx: Transaction,
  rules: PoolRules,
  { workspaceId, ownerId, today }: Claimer,
): Promise<void> {
  // Two claims for one rep wait for each other here, so that both see the same count; the lock goes with the transaction.
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId} claims ${ownerId}`}, 0))`);
  const [counts] = await tx.query<{ in_service: boolean | null; claims: number; held: number }>(sql`
    select (select is_rep and coalesce(left_on > ${today}::date, true) from person
             where workspace_id = ${workspaceId} and id = ${ownerId}) as in_service,
           (select count(*) from customer_event
             where workspace_id = ${workspaceId} and kind = 'claimed' and owner_id = ${ownerId}
               and on_day > ${addDays(today, -claimDays)}::date) as claims,
           (select count(*) from customer where workspace_id = ${workspaceId} and owner_id = ${ownerId}) as held`);
  if (!counts?.in_service) {
    throw refused('invalid_request', '这位同事不是在岗销售', 'This colleague is no rep in service');
  }
  if (counts.claims >= rules.claimsIn30Days) {
    throw refused(
      'not_allowed',
      `近 ${claimDays} 天已认领 ${counts.claims} 家，上限 ${rules.claimsIn30Days} 家`,
      `${counts.claims} claimed in ${claimDays} days; the limit is ${rules.claimsIn30Days}`,
    );
  }
  if (counts.held >= rules.mostHeld) {
    throw refused(
      'not_allowed',
      `名下已有 ${counts.held} 家客户，上限 ${rules.mostHeld} 家`,
      `Already holds ${counts.held} customers; the limit is ${rules.mostHeld}`,
    );
  }
}

async function takeFromPool(tx: Transaction, workspaceId: string, { customerId, ownerId }: Claim): Promise<void> {
  const taken = await tx.query(sql`
    update customer set owner_id = ${ownerId ?? null}
     where workspace_id = ${workspaceId} and id = ${customerId} and owner_id is null
    returning id`);
  if (taken.length === 0)
    throw refused('conflict', '这家客户刚被别人认领了', 'Somebody else has just claimed this customer');
}

function refused(code: 'invalid_request' | 'not_allowed' | 'conflict', zh: string, en: string): Problem {
  return new Problem(code, [{ detail: { zh, en } }]);
}
