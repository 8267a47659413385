import { parentPort, workerData } from 'node:worker_threads';
import { type FitTask, fitted } from './fit-task.ts';

// as: the one who starts the thread sends exactly this.
parentPort?.postMessage(fitted(workerData as FitTask));
