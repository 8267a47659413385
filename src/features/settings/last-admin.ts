import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import type { Transaction } from '#store/store.ts';

/**
 * A workspace always keeps an admin: refuses when that user is its only one. Its admins are locked until the transaction ends, so
 * that two who demote each other at once cannot both succeed. Throws `conflict`.
 */
export async function refuseLastAdmin(
  tx: Pick<Transaction, 'query'>,
  { workspaceId, userId }: Readonly<{ workspaceId: string; userId: string }>,
): Promise<void> {
  const admins = await tx.query<{ userId: string }>(sql`
    select user_id as "userId" from member where workspace_id = ${workspaceId} and role = 'admin' order by user_id for update`);
  if (admins.length === 1 && admins[0]?.userId === userId) throw new Problem('conflict', [lastAdmin]);
}

const lastAdmin = {
  detail: {
    zh: '这是最后一位管理员；请先让另一位成员成为管理员',
    en: 'This is the last admin; make somebody else one first',
  },
};
