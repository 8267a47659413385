import { Worker } from 'node:worker_threads';
import type { FitTask, Fitted } from './fit-task.ts';

/** Fits in a thread of its own, so that the server answers meanwhile. */
export function fitInThread(task: FitTask): Promise<Fitted> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./fit-worker.ts', import.meta.url), { workerData: task, execArgv: [] });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the fit stopped with code ${code}`)));
  });
}
