import { z } from 'zod';
import { sql } from '#shared/sql.ts';
import type { Transaction } from '#store/store.ts';

/** Where tier A ends and tier B ends, as shares of the revenue. */
export const tierRules = z
  .strictObject({ a: z.number().min(0.01).max(0.98), b: z.number().min(0.02).max(0.99) })
  .refine(({ a, b }) => a < b, { path: ['b'], error: 'b must be above a' });

/** How many customers a rep may claim and hold, and when an owner has let one go. */
export const poolRules = z.strictObject({
  claimsIn30Days: z.int().min(1).max(1000),
  mostHeld: z.int().min(1).max(100_000),
  releaseAfterDays: z.int().min(14).max(3660).describe('Without an order and without an interaction'),
});

export type TierRules = z.output<typeof tierRules>;
export type PoolRules = z.output<typeof poolRules>;

/** What a company decided about its customers. */
export type CustomerRules = Readonly<{ tiers: TierRules; pool: PoolRules }>;

/** The rules of a company that decided nothing yet. */
export const usualRules: CustomerRules = {
  tiers: { a: 0.7, b: 0.9 },
  pool: { claimsIn30Days: 10, mostHeld: 150, releaseAfterDays: 180 },
};

/** The rules of a workspace, kept in its settings. */
export async function customerRules(tx: Pick<Transaction, 'query'>, workspaceId: string): Promise<CustomerRules> {
  const [found] = await tx.query<{ tiers: unknown; pool: unknown }>(sql`
    select settings #> '{customers,tiers}' as tiers, settings #> '{customers,pool}' as pool
      from workspace where id = ${workspaceId}`);
  return {
    tiers: tierRules.safeParse(found?.tiers).data ?? usualRules.tiers,
    pool: poolRules.safeParse(found?.pool).data ?? usualRules.pool,
  };
}

/** Changes one part of the rules. */
export async function putCustomerRules(
  tx: Pick<Transaction, 'query'>,
  workspaceId: string,
  rules: Partial<CustomerRules>,
): Promise<void> {
  await tx.query(sql`
    update workspace
       set settings = settings || jsonb_build_object(
             'customers', coalesce(settings -> 'customers', '{}'::jsonb) || ${JSON.stringify(rules)}::jsonb)
     where id = ${workspaceId}`);
}
