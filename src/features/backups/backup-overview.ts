import type { Instant } from '#shared/day.ts';
import type { BackupRun } from '#store/backup/backup-runs.ts';
import type { BackupSettings, Backups, RunningBackup } from '../backups.ts';

/** What is to be worried about, the gravest first. */
export const backupWarnings = [
  'not_set_up',
  'no_lock',
  'none',
  'old',
  'last_failed',
  'never_verified',
  'verified_long_ago',
  'cannot_verify',
] as const;

type BackupWarning = (typeof backupWarnings)[number];

type Known = Readonly<{
  backups: Backups;
  lastBackup: BackupRun | null;
  lastVerified: BackupRun | null;
  /** Newest first. */
  runs: readonly BackupRun[];
  now: Instant;
}>;

type Overview = Readonly<{
  settings: BackupSettings;
  running: RunningBackup | null;
  nextBackupAt: string | null;
  nextVerifyAt: string | null;
  warnings: BackupWarning[];
}>;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** When the schedule comes next, and what is not as it should be. */
export function backupOverview({ backups, lastBackup, lastVerified, runs, now }: Known): Overview {
  const { settings } = backups;
  const isScheduled = settings.folder !== null && settings.lock !== null;
  const verifies = isScheduled && settings.canVerify && settings.verifyDays > 0;
  const lastTry = runs.find(({ kind }) => kind === 'verify') ?? lastVerified;
  return {
    settings,
    running: backups.running() ?? elsewhere(runs),
    nextBackupAt: isScheduled ? after(lastBackup, settings.everyHours * hourMs, now) : null,
    nextVerifyAt: verifies ? after(lastTry, settings.verifyDays * dayMs, now) : null,
    warnings: backupWarnings.filter((each) => isWorry[each]({ settings, lastBackup, lastVerified, runs, now })),
  };
}

function after(run: BackupRun | null, pauseMs: number, now: Instant): string {
  const due = run ? Date.parse(run.startedAt) + pauseMs : 0;
  return new Date(Math.max(due, Date.parse(now))).toISOString();
}

/** What another node is at. */
function elsewhere(runs: readonly BackupRun[]): RunningBackup | null {
  const running = runs.find(({ state }) => state === 'running');
  return running ? { kind: running.kind, startedAt: running.startedAt, done: 0, tables: null } : null;
}

type Judged = Omit<Known, 'backups'> & Readonly<{ settings: BackupSettings }>;

const isWorry: Readonly<Record<BackupWarning, (judged: Judged) => boolean>> = {
  not_set_up: ({ settings }) => settings.folder === null,
  no_lock: ({ settings }) => settings.folder !== null && settings.lock === null,
  none: ({ settings, lastBackup }) => settings.folder !== null && lastBackup === null,
  old: ({ settings, lastBackup, now }) => isOlder(lastBackup, 2 * settings.everyHours * hourMs, now),
  last_failed: ({ runs }) => runs.find(({ state }) => state !== 'running')?.state === 'failed',
  never_verified: ({ settings, lastBackup, lastVerified }) =>
    settings.canVerify && lastBackup !== null && lastVerified === null,
  verified_long_ago: ({ settings, lastVerified, now }) =>
    settings.canVerify && isOlder(lastVerified, 2 * Math.max(settings.verifyDays, 7) * dayMs, now),
  cannot_verify: ({ settings }) => settings.lock === 'recipient',
};

function isOlder(run: BackupRun | null, ageMs: number, now: Instant): boolean {
  return run !== null && Date.parse(now) - Date.parse(run.startedAt) > ageMs;
}
