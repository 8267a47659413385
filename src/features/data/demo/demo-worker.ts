import { parentPort, workerData } from 'node:worker_threads';
import { type DemoOptions, demoCompany } from './company.ts';
import { type ToldRows, toldRows } from './news.ts';

/** What the worker is asked: the company as it is now, less what is already written of it. */
export type DemoTask = Readonly<{ now: DemoOptions; known: DemoOptions | null }>;

if (parentPort) {
  const { now, known } = workerData as DemoTask;
  const rows: readonly ToldRows[] = toldRows(demoCompany(now), known && demoCompany(known));
  parentPort.postMessage(rows);
}
