import { queryOptions } from '@tanstack/react-query';
import { answered, client } from '#web/api/client.ts';
import { queryClient } from '#web/api/queries.ts';

export type BackupRun = Readonly<{
  id: string;
  kind: 'backup' | 'verify';
  startedBy: 'schedule' | 'person' | 'command';
  state: 'running' | 'done' | 'failed';
  startedAt: string;
  finishedAt: string | null;
  file: string;
  bytes: number | null;
  tables: number | null;
  rows: number | null;
  fault: string | null;
}>;

type Warning =
  | 'not_set_up'
  | 'no_lock'
  | 'none'
  | 'old'
  | 'last_failed'
  | 'never_verified'
  | 'verified_long_ago'
  | 'cannot_verify';

export type BackupOverview = Readonly<{
  settings: Readonly<{
    folder: string | null;
    lock: 'passphrase' | 'recipient' | null;
    everyHours: number;
    keep: number;
    verifyDays: number;
    canVerify: boolean;
  }>;
  lastBackup: BackupRun | null;
  lastVerified: BackupRun | null;
  nextBackupAt: string | null;
  nextVerifyAt: string | null;
  running: Readonly<{ kind: 'backup' | 'verify'; startedAt: string; done: number; tables: number | null }> | null;
  warnings: readonly Warning[];
  runs: readonly BackupRun[];
}>;

const whileRunningMs = 1000;
const otherwiseMs = 60_000;

/** Backups of the installation; asked anew every second while one runs. */
export const backupsQuery = queryOptions({
  queryKey: ['settings', 'backups'],
  queryFn: ({ signal }) => answered<BackupOverview>(client.GET('/api/v1/operator/backups', { signal })),
  refetchInterval: ({ state }) => (state.data?.running ? whileRunningMs : otherwiseMs),
});

/** Starts a backup or the verification of the newest one; the overview tells how far it is. */
export async function startBackup(kind: BackupRun['kind']): Promise<void> {
  try {
    if (kind === 'backup') await answered(client.POST('/api/v1/operator/backups'));
    else await answered(client.POST('/api/v1/operator/backups/verify'));
  } finally {
    await queryClient.invalidateQueries({ queryKey: backupsQuery.queryKey });
  }
}
