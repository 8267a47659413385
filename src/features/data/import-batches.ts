import type { SourceFile } from '#connectors/files/source-row.ts';
import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import { type AuditActor, audited, byCommand } from '#store/audit.ts';
import type { Keyring } from '#store/seal.ts';
import type { Store, Transaction } from '#store/store.ts';
import { type UndoCounts, undoBatch } from '#store/undo.ts';
import type { ImportReport } from './import-report.ts';
import type { ImportMapping } from './table-mapping.ts';

export type BatchState = 'running' | 'done' | 'failed' | 'cancelled' | 'undone';

/** One import in the history. */
export type ImportBatch = Readonly<{
  id: string;
  state: BatchState;
  files: readonly Readonly<{ name: string }>[];
  report: Partial<ImportReport>;
  startedBy: string | null;
  startedAt: string;
  finishedAt: string | null;
}>;

type BatchKey = Readonly<{ workspaceId: string; batchId: string }>;

const columns = sql`id, state, files, report, words, started_by as "startedBy", started_at as "startedAt", finished_at as "finishedAt"`;

/** As stored: what quotes the files is sealed apart. */
type StoredBatch = ImportBatch & Readonly<{ words: string | null }>;
type Words = Pick<ImportReport, 'rejected' | 'notes'>;

type Begun = BatchKey &
  Readonly<{ files: readonly SourceFile[]; mapping?: ImportMapping | undefined; startedBy: string | null }>;

/** Writes down that an import began. */
export async function openBatch(tx: Transaction, begun: Begun): Promise<void> {
  const files = JSON.stringify(begun.files.map(({ name }) => ({ name })));
  const mapping = JSON.stringify(begun.mapping ?? {});
  await tx.query(sql`
    insert into import_batch (workspace_id, id, state, files, mapping, started_by)
    values (${begun.workspaceId}, ${begun.batchId}, 'running', ${files}::jsonb, ${mapping}::jsonb, ${begun.startedBy})`);
}

/** Writes down how an import ended. */
export async function finishBatch(
  tx: Transaction,
  { workspaceId, batchId }: BatchKey,
  { state, report, keyring }: Readonly<{ state: BatchState; report: ImportReport | null; keyring: Keyring }>,
): Promise<void> {
  const { rejected = [], notes = [], ...counts } = report ?? {};
  const words: Words = { rejected, notes };
  const place = { workspaceId, entity: 'import_batch', column: 'words', rowId: batchId };
  await tx.query(sql`
    update import_batch
       set state = ${state}, report = ${JSON.stringify(counts)}::jsonb, finished_at = clock_timestamp(),
           words = ${report === null ? null : keyring.seal(JSON.stringify(words), place)}
     where workspace_id = ${workspaceId} and id = ${batchId}`);
}

/** The latest imports of a workspace, newest first, without their lists of rejected rows; `before` is the last page's oldest start. */
export async function importHistory(
  tx: Transaction,
  keyring: Keyring,
  { workspaceId, before, limit }: Readonly<{ workspaceId: string; before: string | null; limit: number }>,
): Promise<readonly ImportBatch[]> {
  const found = await tx.query<StoredBatch>(sql`
    select ${columns} from import_batch
     where workspace_id = ${workspaceId} and (${before}::timestamptz is null or started_at < ${before}::timestamptz)
     order by started_at desc
     limit ${limit}`);
  return found.map((stored) => {
    const { report, ...batch } = openedBatch(keyring, stored);
    const { rejected: _, ...short } = report;
    return { ...batch, report: short };
  });
}

/** One import. Throws `Problem('not_found')`. */
export async function importBatch(
  tx: Transaction,
  keyring: Keyring,
  { workspaceId, batchId }: BatchKey,
): Promise<ImportBatch> {
  const [found] = await tx.query<StoredBatch>(sql`
    select ${columns} from import_batch where workspace_id = ${workspaceId} and id = ${batchId}`);
  if (!found) throw new Problem('not_found');
  return openedBatch(keyring, found);
}

/** Reports of earlier versions hold their words in clear, until the keys are next rotated. */
function openedBatch(keyring: Keyring, { words, ...batch }: StoredBatch): ImportBatch {
  if (words === null) return batch;
  // as: the words are what `finishBatch` sealed.
  return { ...batch, report: { ...batch.report, ...(JSON.parse(keyring.open(words)) as Words) } };
}

async function stateOf(tx: Transaction, { workspaceId, batchId }: BatchKey): Promise<BatchState> {
  const [found] = await tx.query<{ state: BatchState }>(sql`
    select state from import_batch where workspace_id = ${workspaceId} and id = ${batchId}`);
  if (!found) throw new Problem('not_found');
  return found.state;
}

/** Takes an import back. Throws `Problem('import_cannot_be_undone')` when it is not done, or someone built on its rows. */
export async function undoImport(
  store: Store,
  { actor, ...key }: BatchKey & Readonly<{ actor?: AuditActor }>,
): Promise<UndoCounts> {
  return store.transaction(async (tx) => {
    const state = await stateOf(tx, key);
    if (state !== 'done') {
      const detail = {
        zh: `这次导入的状态是 ${state}，没有可撤销的内容`,
        en: `The import is ${state}; there is nothing to undo`,
      };
      throw new Problem('import_cannot_be_undone', [{ detail }]);
    }
    const counts = await undoBatch(tx, key);
    await tx.query(sql`
      update import_batch set state = 'undone'
       where workspace_id = ${key.workspaceId} and id = ${key.batchId}`);
    const subject = { kind: 'import', id: key.batchId };
    const by = actor ?? byCommand(key.workspaceId);
    await audited(tx, { ...by, action: 'import_undone', subject, details: { ...counts } });
    return counts;
  });
}
