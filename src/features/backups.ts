import type { BackupRun, RunActor } from '#store/backup/backup-runs.ts';

/** How backups are set up, as the environment says. */
export type BackupSettings = Readonly<{
  folder: string | null;
  lock: 'passphrase' | 'recipient' | null;
  everyHours: number;
  keep: number;
  /** 0: never by itself. */
  verifyDays: number;
  /** A passphrase is at hand; what is locked for a recipient only its owner can open. */
  canVerify: boolean;
}>;

/** What runs now, and how far it is. */
export type RunningBackup = Readonly<{
  kind: BackupRun['kind'];
  startedAt: string;
  done: number;
  tables: number | null;
}>;

/** Makes and verifies backups, one at a time. */
export type Backups = Readonly<{
  settings: BackupSettings;
  /** Of this process; another node's is known from the list of runs. */
  running(): RunningBackup | null;
  /** Starts a backup; it goes on after the call. Throws `conflict` while another runs or when nothing is set up. */
  backUp(by: RunActor): Promise<void>;
  /** Starts a test restore of the newest backup. Throws `conflict` like `backUp`, `not_found` when there is no backup. */
  verify(by: RunActor): Promise<void>;
}>;
