import { sql } from '#shared/sql.ts';
import type { Transaction } from '../store.ts';

/** Whether the store holds anything that a key has sealed: then no new master key may take the place of a lost one. */
export async function hasSealedData(tx: Pick<Transaction, 'query'>): Promise<boolean> {
  const [found] = await tx.query<{ has: boolean }>(
    sql`select exists (select from workspace) or exists (select from data_key) as has`,
  );
  return found?.has ?? false;
}
