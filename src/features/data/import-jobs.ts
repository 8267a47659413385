import { Problem } from '#shared/problem.ts';
import { sql } from '#shared/sql.ts';
import type { Store } from '#store/store.ts';
import type { ImportOutcome, ImportProgress } from './import.ts';
import type { ImportBatch } from './import-batches.ts';

export type ImportJob = Readonly<{
  workspaceId: string;
  batch: ImportBatch;
  cancel: () => void;
  progress: ImportProgress;
}>;

type NewJob = Pick<ImportBatch, 'id' | 'files' | 'startedBy' | 'startedAt'> & Readonly<{ workspaceId: string }>;

type Work = (control: {
  signal: AbortSignal;
  onProgress: (progress: ImportProgress) => void;
}) => Promise<ImportOutcome>;

/** Imports that run in this process, one per workspace. */
export class ImportJobs {
  readonly #jobs = new Map<string, { -readonly [Key in keyof ImportJob]: ImportJob[Key] }>();
  readonly #running = new Set<Promise<void>>();

  /** Starts an import and returns at once; how it ends is written in its batch. Throws `conflict` while another one runs. */
  start({ workspaceId, ...about }: NewJob, work: Work, onEnd: (error: unknown) => Promise<void>): void {
    if ([...this.#jobs.values()].some((each) => each.workspaceId === workspaceId)) {
      throw new Problem('conflict', [{ detail: busy }]);
    }
    const controller = new AbortController();
    const batch: ImportBatch = { ...about, state: 'running', report: {}, finishedAt: null };
    const progress: ImportProgress = { phase: 'surveying', rows: 0, total: null };
    const job = { workspaceId, batch, cancel: () => controller.abort(cancelled), progress };
    this.#jobs.set(batch.id, job);
    const onProgress = (latest: ImportProgress) => {
      job.progress = latest;
    };
    const ended = work({ signal: controller.signal, onProgress })
      .finally(() => this.#jobs.delete(batch.id))
      .then(
        () => onEnd(null),
        (error: unknown) => onEnd(error),
      )
      .finally(() => {
        this.#running.delete(ended);
      });
    this.#running.add(ended);
  }

  /** The running import of that id; null when it does not run here. */
  find(workspaceId: string, batchId: string): ImportJob | null {
    const job = this.#jobs.get(batchId);
    return job?.workspaceId === workspaceId ? job : null;
  }

  /** Cancels everything and waits until it is rolled back. */
  async close(): Promise<void> {
    for (const job of this.#jobs.values()) job.cancel();
    await Promise.allSettled(this.#running);
  }
}

/** Imports that were running when the program stopped were rolled back with it; their batches say so. */
export async function failInterrupted(store: Store): Promise<void> {
  // Another node on the same PostgreSQL may be at work: only what is a day old is surely dead there.
  const isOurs = store.kind === 'pglite';
  await store.query(sql`
    update import_batch set state = 'failed', finished_at = now()
     where state = 'running' and (${isOurs} or started_at < now() - interval '1 day')`);
}

const busy = {
  zh: '这个工作区正在导入，请等它结束或取消它',
  en: 'An import is running in this workspace; wait for it or cancel it',
};
const cancelled = new DOMException('the import was cancelled', 'AbortError');
