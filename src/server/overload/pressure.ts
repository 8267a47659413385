import { getHeapStatistics } from 'node:v8';
import type { Limits } from '../limits.ts';

/** Whether the process itself is at its limit. */
export type Pressure = Readonly<{ isOver: () => boolean; stop: () => void }>;

const lookEveryMs = 100;
const lateLooks = 3;
const usualHeapShare = 0.9;

/**
 * Watches how late the event loop is and how full the heap. Late counts only several times in a row: after one long computation those who
 * waited for it are answered, not sent away.
 */
export function watchPressure(limits: Pick<Limits, 'MAX_LOOP_DELAY_MS' | 'MAX_HEAP_MB'>): Pressure {
  let lookedAtMs = performance.now();
  let late = 0;
  let isHeapFull = false;
  const timer = setInterval(() => {
    const nowMs = performance.now();
    late = nowMs - lookedAtMs - lookEveryMs > limits.MAX_LOOP_DELAY_MS ? late + 1 : 0;
    lookedAtMs = nowMs;
    isHeapFull = heapIsFull(limits.MAX_HEAP_MB);
  }, lookEveryMs).unref();
  return { isOver: () => late >= lateLooks || isHeapFull, stop: () => clearInterval(timer) };
}

function heapIsFull(mostMb: number | null): boolean {
  const { used_heap_size, heap_size_limit } = getHeapStatistics();
  return used_heap_size > (mostMb === null ? heap_size_limit * usualHeapShare : mostMb * 1024 * 1024);
}
