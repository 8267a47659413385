import { mkdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Backups, RunningBackup } from '#features/backups.ts';
import type { Instant } from '#shared/day.ts';
import { Problem } from '#shared/problem.ts';
import type { BackupLock } from '#store/backup/backup-lock.ts';
import {
  type BackupRun,
  beginRun,
  failRun,
  finishRun,
  interruptRuns,
  latestRuns,
  pruneRuns,
  type RunActor,
} from '#store/backup/backup-runs.ts';
import { writeBackup } from '#store/backup/write-backup.ts';
import type { Store } from '#store/store.ts';
import type { Config } from '../config.ts';
import { backupFileFor, backupsIn, forgetOldest } from './backup-folder.ts';
import { verifyApart } from './verify-apart.ts';

type Settings = Pick<Config, 'BACKUP_DIR' | 'BACKUP_HOURS' | 'BACKUP_KEEP' | 'BACKUP_VERIFY_DAYS'>;
type Parts = Readonly<{
  store: Store;
  masterKeys: () => readonly Uint8Array[];
  backupLock: BackupLock | null;
  clock: () => Instant;
}>;

type Work = Readonly<{ kind: BackupRun['kind']; startedBy: BackupRun['startedBy']; by: RunActor; file: string }>;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** No backup takes longer; what another node began before that has ended with it. */
const longestMs = 12 * hourMs;
const bySchedule: RunActor = { actor: 'nobody', address: null };

/** Makes and verifies backups for the schedule and for people, one at a time, and writes down what came of each. */
export class BackupKeeper implements Backups {
  readonly settings: Backups['settings'];
  readonly #parts: Parts;
  readonly #stopped = new AbortController();
  #running: RunningBackup | null = null;
  #work: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts, { BACKUP_DIR, BACKUP_HOURS, BACKUP_KEEP, BACKUP_VERIFY_DAYS }: Settings) {
    this.#parts = parts;
    const { backupLock: lock } = parts;
    this.settings = {
      folder: BACKUP_DIR === null ? null : resolve(BACKUP_DIR),
      lock: lock === null ? null : 'passphrase' in lock ? 'passphrase' : 'recipient',
      everyHours: BACKUP_HOURS,
      keep: BACKUP_KEEP,
      verifyDays: BACKUP_VERIFY_DAYS,
      canVerify: lock !== null && 'passphrase' in lock,
    };
  }

  /** Writes down that what a killed server was at has failed; to be called once at the start. */
  async begin(): Promise<void> {
    const { store, clock } = this.#parts;
    const since = store.kind === 'pglite' ? 0 : longestMs;
    await interruptRuns(store, new Date(Date.parse(clock()) - since).toISOString() as Instant);
  }

  running(): RunningBackup | null {
    return this.#running;
  }

  async backUp(by: RunActor): Promise<void> {
    const file = await this.#freshFile();
    await this.#start({ kind: 'backup', startedBy: 'person', by, file });
  }

  async verify(by: RunActor): Promise<void> {
    const newest = await this.#newest();
    if (!newest) throw noBackup();
    await this.#start({ kind: 'verify', startedBy: 'person', by, file: newest.file });
  }

  /** Does what the schedule says: a backup when the newest is old enough, a test restore when the last one is. */
  async runWhenDue(): Promise<'backup' | 'verify' | null> {
    const { folder, lock, everyHours } = this.settings;
    if (folder === null || lock === null || this.#running) return null;
    const now = Date.parse(this.#parts.clock());
    const newest = await this.#newest();
    if (!newest || now - Date.parse(newest.at) >= everyHours * hourMs) {
      await this.#start({ kind: 'backup', startedBy: 'schedule', by: bySchedule, file: await this.#freshFile() });
      await this.#work;
      return 'backup';
    }
    if (!(await this.#isVerifyDue(now))) return null;
    await this.#start({ kind: 'verify', startedBy: 'schedule', by: bySchedule, file: newest.file });
    await this.#work;
    return 'verify';
  }

  /** Breaks off what runs; it is written down as interrupted. */
  async close(): Promise<void> {
    this.#stopped.abort();
    await this.#work.catch(() => undefined);
  }

  async #newest() {
    const { folder } = this.settings;
    return folder === null ? undefined : (await backupsIn(folder)).at(-1);
  }

  async #isVerifyDue(now: number): Promise<boolean> {
    const { verifyDays, canVerify } = this.settings;
    if (verifyDays === 0 || !canVerify) return false;
    const [last] = await latestRuns(this.#parts.store, { limit: 1, kind: 'verify' });
    return !last || now - Date.parse(last.startedAt) >= verifyDays * dayMs;
  }

  async #freshFile(): Promise<string> {
    const { folder, lock } = this.settings;
    if (folder === null || lock === null) throw notSetUp();
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return backupFileFor(folder, this.#parts.clock());
  }

  async #start(work: Work): Promise<void> {
    const { store, clock } = this.#parts;
    const { lock, canVerify } = this.settings;
    if (lock === null || (work.kind === 'verify' && !canVerify)) throw notSetUp();
    if (this.#running || (await this.#othersRun())) throw busy();
    const startedAt = clock();
    this.#running = { kind: work.kind, startedAt, done: 0, tables: null };
    try {
      const id = await beginRun(store, { ...work, lock, now: startedAt });
      this.#work = this.#finished(id, work);
    } catch (error) {
      this.#running = null;
      throw error;
    }
    // Whoever waits for it is told below; nobody else has to.
    this.#work.catch(() => undefined);
  }

  async #othersRun(): Promise<boolean> {
    const { store, clock } = this.#parts;
    const running = await latestRuns(store, { limit: 1, state: 'running' });
    return running.some(({ startedAt }) => Date.parse(clock()) - Date.parse(startedAt) < longestMs);
  }

  async #finished(id: string, { kind, by, file }: Work): Promise<void> {
    const { store, clock } = this.#parts;
    try {
      const result = kind === 'backup' ? await this.#written(file) : await this.#verified(file);
      await finishRun(store, { id, now: clock(), by }, result);
      await pruneRuns(store);
    } catch (error) {
      await failRun(store, { id, now: clock(), by }, this.#faultOf(error));
      throw error;
    } finally {
      this.#running = null;
    }
  }

  async #written(file: string) {
    const { store, masterKeys, backupLock: lock, clock } = this.#parts;
    if (!lock) throw notSetUp();
    const { signal } = this.#stopped;
    const onTable = (done: number, tables: number) => this.#at(done, tables);
    const written = await writeBackup({ store, keys: masterKeys(), lock, file, now: clock(), signal, onTable });
    const { folder, keep } = this.settings;
    if (folder !== null) await forgetOldest(folder, keep);
    return written;
  }

  async #verified(file: string) {
    const { backupLock: lock } = this.#parts;
    if (!lock || !('passphrase' in lock)) throw notSetUp();
    const { signal } = this.#stopped;
    const tables = await verifyApart({ file, opener: lock }, { signal, onTable: (done) => this.#at(done, null) });
    return { tables, bytes: (await stat(file)).size };
  }

  #at(done: number, tables: number | null): void {
    if (this.#running) this.#running = { ...this.#running, done, tables };
  }

  #faultOf(error: unknown): string {
    if (this.#stopped.signal.aborted) return 'interrupted';
    return error instanceof Error ? error.message : String(error);
  }
}

function busy(): Problem {
  const detail = {
    zh: '正在备份或校验，请等它完成',
    en: 'A backup or its verification is running: wait until it is done',
  };
  return new Problem('conflict', [{ detail }]);
}

function notSetUp(): Problem {
  const detail = {
    zh: '备份还没设置好：请设 BACKUP_DIR 和 BACKUP_PASSPHRASE（用 BACKUP_RECIPIENT 加密的备份只能用私钥在命令行校验），再重启',
    en: 'Backups are not set up: set BACKUP_DIR and BACKUP_PASSPHRASE (what BACKUP_RECIPIENT locks is verified by command, with the identity) and restart',
  };
  return new Problem('conflict', [{ detail }]);
}

function noBackup(): Problem {
  const detail = { zh: '还没有可以校验的备份', en: 'There is no backup to verify yet' };
  return new Problem('not_found', [{ detail }]);
}
