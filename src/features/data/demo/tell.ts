import { Worker } from 'node:worker_threads';
import type { DemoTask } from './demo-worker.ts';
import type { ToldRows } from './news.ts';

/** Makes the company up in a thread of its own, which takes seconds, so that nobody else waits. Rejects when it is told to stop. */
export function tell(task: DemoTask, signal?: AbortSignal): Promise<readonly ToldRows[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./demo-worker.ts', import.meta.url), { workerData: task });
    worker.once('message', (rows: readonly ToldRows[]) => {
      resolve(rows);
      void worker.terminate();
    });
    worker.once('error', reject);
    signal?.addEventListener('abort', () => void worker.terminate(), { once: true });
    worker.once('exit', () => reject(new Error('the demo company was not told to its end')));
  });
}
