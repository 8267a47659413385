import { z } from 'zod';
import { askingOf } from '#features/asking-of.ts';
import { seenPeople } from '#features/seen-people.ts';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import type { Transaction } from '#store/store.ts';
import { addCustomerEvent, type Writing } from './customer-events.ts';

const reason = z.string().trim().min(1).max(500);

/** Why a customer goes back to the pool. */
export const releaseBody = z.strictObject({ reason });

/** Customers that go back to the pool together. */
export const releaseManyBody = z.strictObject({ ids: z.array(z.string().min(1).max(100)).min(1).max(500), reason });

type Release = Readonly<{ ids: readonly string[]; reason: string }>;

/**
 * Puts customers of one's own people back into the pool, all or none. Throws `not_found` for a customer of others or of nobody,
 * as for one that does not exist.
 */
export async function releaseCustomers(
  writing: Writing,
  { ids, reason }: Release,
): Promise<Readonly<{ released: number }>> {
  const { deps, viewer } = writing;
  const people = await seenPeople(await askingOf(deps, viewer));
  const unique = [...new Set(ids)].sort();
  await deps.store.transaction(async (tx) => {
    const owners = await ownersOf(tx, viewer.workspace.id, unique);
    for (const id of unique) {
      const owner = owners.get(id) ?? null;
      if (owner === null || (people !== null && !people.has(owner))) throw new Problem('not_found');
      await addCustomerEvent(tx, writing, { customerId: id, kind: 'released', ownerId: null, reason });
    }
    await tx.query(sql`
      update customer set owner_id = null where workspace_id = ${viewer.workspace.id} and id = any(${unique}::text[])`);
  });
  return { released: unique.length };
}

async function ownersOf(tx: Transaction, workspaceId: string, ids: readonly string[]) {
  const rows = await tx.query<{ id: string; owner_id: string | null }>(sql`
    select id, owner_id from customer
     where workspace_id = ${workspaceId} and id = any(${[...ids]}::text[])
     order by id
       for update`);
  return new Map(rows.map((row) => [row.id, row.owner_id]));
}
