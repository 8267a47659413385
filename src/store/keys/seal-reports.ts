import { sql } from '#shared/sql.ts';
import type { Transaction } from '../store.ts';
import type { DataKeyring } from './data-keyring.ts';

const batchRows = 20;

/** Seals what reports of imports of earlier versions quote from files; returns how many, 0 when none is left. */
export async function sealReports(
  tx: Transaction,
  { keyring, workspaceId }: Readonly<{ keyring: DataKeyring; workspaceId: string }>,
): Promise<number> {
  const found = await tx.query<{ id: string; rejected: unknown; notes: unknown }>(sql`
    select id, report -> 'rejected' as rejected, report -> 'notes' as notes from import_batch
     where workspace_id = ${workspaceId} and (report -> 'rejected' is not null or report -> 'notes' is not null)
     order by id limit ${batchRows} for update`);
  for (const { id, rejected, notes } of found) {
    const place = { workspaceId, entity: 'import_batch', column: 'words', rowId: id };
    const words = keyring.seal(JSON.stringify({ rejected: rejected ?? [], notes: notes ?? [] }), place);
    await tx.query(sql`
      update import_batch set words = coalesce(words, ${words}), report = report - 'rejected' - 'notes'
       where workspace_id = ${workspaceId} and id = ${id}`);
  }
  return found.length;
}
