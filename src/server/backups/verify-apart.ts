import { Worker } from 'node:worker_threads';
import { BackupError, type TableSums } from '#store/backup/backup-format.ts';
import type { BackupFile } from '#store/backup/restore-backup.ts';

/** What the thread says: how many tables are loaded, in the end what they hold, or why the backup does not restore. */
export type VerifyAnswer = Readonly<{ done: number } | { tables: TableSums } | { fault: string }>;

/** Restores a backup into a scratch store in a thread of its own. Throws `BackupError` when it does not restore. */
export function verifyApart(
  backup: BackupFile,
  { signal, onTable }: Readonly<{ signal: AbortSignal; onTable: (done: number) => void }>,
): Promise<TableSums> {
  const worker = new Worker(new URL('./verify-worker.ts', import.meta.url), { workerData: backup, execArgv: [] });
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  return new Promise<TableSums>((resolve, reject) => {
    worker.on('message', (answer: VerifyAnswer) => {
      if ('done' in answer) onTable(answer.done);
      else if ('tables' in answer) resolve(answer.tables);
      else reject(new BackupError(answer.fault));
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new BackupError('interrupted')));
  }).finally(() => signal.removeEventListener('abort', stop));
}
