import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import type { Limits } from '../limits.ts';

/** Whether the process itself is at its limit. */
export type Pressure = Readonly<{ isOver: () => boolean; stop: () => void }>;

const resolutionMs = 20;
const windowMs = 500;
const usualHeapShare = 0.9;

/**
 * Watches how late the event loop is and how full the heap. Late counts only when two windows in a row were: after one long computation
 * those who waited for it are answered, not sent away.
 */
export function watchPressure(limits: Pick<Limits, 'MAX_LOOP_DELAY_MS' | 'MAX_HEAP_MB'>): Pressure {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  let lateWindows = 0;
  let isHeapFull = false;
  const timer = setInterval(() => {
    const lateMs = Number.isNaN(delay.mean) ? 0 : delay.mean / 1e6 - resolutionMs;
    delay.reset();
    lateWindows = lateMs > limits.MAX_LOOP_DELAY_MS ? lateWindows + 1 : 0;
    isHeapFull = heapIsFull(limits.MAX_HEAP_MB);
  }, windowMs).unref();
  return {
    isOver: () => lateWindows > 1 || isHeapFull,
    stop: () => {
      clearInterval(timer);
      delay.disable();
    },
  };
}

function heapIsFull(mostMb: number | null): boolean {
  const { used_heap_size, heap_size_limit } = getHeapStatistics();
  return used_heap_size > (mostMb === null ? heap_size_limit * usualHeapShare : mostMb * 1024 * 1024);
}
