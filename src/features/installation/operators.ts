import { sql } from '#shared/sql.ts';
import type { Transaction } from '#store/store.ts';

type Querying = Pick<Transaction, 'query'>;

/** Whether the user runs the installation. */
export async function isOperator(tx: Querying, userId: string): Promise<boolean> {
  const found = await tx.query(sql`select 1 from installation_operator where user_id = ${userId}`);
  return found.length > 0;
}

/** Makes the user one who runs the installation. */
export async function addOperator(tx: Querying, userId: string): Promise<void> {
  await tx.query(sql`insert into installation_operator (user_id) values (${userId}) on conflict do nothing`);
}

/** Takes that away again; false when they were none. */
export async function removeOperator(tx: Querying, userId: string): Promise<boolean> {
  const gone = await tx.query(sql`delete from installation_operator where user_id = ${userId} returning user_id`);
  return gone.length > 0;
}
