import { parentPort, workerData } from 'node:worker_threads';
import { BackupError } from '#store/backup/backup-format.ts';
import { type BackupFile, verifyBackup } from '#store/backup/restore-backup.ts';
import type { VerifyAnswer } from './verify-apart.ts';

// A restore into a scratch store keeps a thread busy for a while: this one serves nobody else.
if (parentPort) {
  const port = parentPort;
  const say = (answer: VerifyAnswer) => port.postMessage(answer);
  try {
    const { tables } = await verifyBackup(workerData as BackupFile, (done) => say({ done }));
    say({ tables });
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    say({ fault: error.message });
  }
}
