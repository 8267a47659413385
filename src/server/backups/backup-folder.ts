import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '#shared/day.ts';

/** A backup in the folder of the scheduled ones; its name tells when it was made. */
export type FoundBackup = Readonly<{ file: string; at: string }>;

const pattern = /^salesboard-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z\.age$/;

/** Where a backup made now belongs. */
export function backupFileFor(folder: string, now: Instant): string {
  return join(folder, `salesboard-${now.replaceAll(':', '').replace(/\.\d+/, '')}.age`);
}

/** The backups in a folder, the oldest first; other files are left alone. None when there is no such folder yet. */
export async function backupsIn(folder: string): Promise<readonly FoundBackup[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.toSorted().flatMap((name) => {
    const [, day, hour, minute, second] = pattern.exec(name) ?? [];
    return day ? [{ file: join(folder, name), at: `${day}T${hour}:${minute}:${second}Z` }] : [];
  });
}

/** Forgets the oldest beyond the number kept. */
export async function forgetOldest(folder: string, keep: number): Promise<void> {
  const all = await backupsIn(folder);
  for (const { file } of all.slice(0, -keep)) await rm(file);
}
