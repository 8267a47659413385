import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writeBackup } from '#store/backup/write-backup.ts';
import type { Config } from './config.ts';
import type { Foundations } from './foundations.ts';

type Settings = Pick<Config, 'BACKUP_DIR' | 'BACKUP_HOURS' | 'BACKUP_KEEP'>;
type Parts = Pick<Foundations, 'store' | 'masterKeys' | 'backupLock' | 'clock'>;

const hourMs = 3_600_000;

/**
 * Writes a backup into the configured folder when the newest one there is old enough, and forgets the oldest beyond the number kept.
 * The names of the files tell their age, so nothing else has to be remembered. Returns the new file; null when none was due.
 */
export async function backUpWhenDue(parts: Parts, settings: Settings): Promise<string | null> {
  const { BACKUP_DIR, BACKUP_HOURS, BACKUP_KEEP } = settings;
  if (BACKUP_DIR === null || !parts.backupLock) return null;
  const folder = resolve(BACKUP_DIR);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const now = parts.clock();
  const newest = (await backupsIn(folder)).at(-1);
  if (newest && Date.parse(now) - Date.parse(newest.at) < BACKUP_HOURS * hourMs) return null;
  const file = join(folder, `salesboard-${now.replaceAll(':', '').replace(/\.\d+/, '')}.age`);
  await writeBackup({ store: parts.store, keys: parts.masterKeys(), lock: parts.backupLock, file, now });
  const all = await backupsIn(folder);
  for (const { name } of all.slice(0, -BACKUP_KEEP)) await rm(join(folder, name));
  return file;
}

const pattern = /^salesboard-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z\.age$/;

/** The scheduled backups in a folder, the oldest first; other files are left alone. */
async function backupsIn(folder: string): Promise<readonly { name: string; at: string }[]> {
  const names = (await readdir(folder)).toSorted();
  return names.flatMap((name) => {
    const [, day, hour, minute, second] = pattern.exec(name) ?? [];
    return day ? [{ name, at: `${day}T${hour}:${minute}:${second}Z` }] : [];
  });
}
