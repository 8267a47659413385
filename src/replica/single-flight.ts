/** Work that runs at most once at a time. */
export type SingleFlight = {
  /** Served by a run that began after the call: calls that arrive during a run share the next one. */
  (): Promise<void>;
  isRunning(): boolean;
  /** Resolves when nothing runs any more, whatever came of it. */
  settled(): Promise<void>;
};

/** Makes `work` run at most once at a time. A failed run fails those it served, not the next. */
export function singleFlight(work: () => Promise<void>): SingleFlight {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const start = (): Promise<void> => {
    next = null;
    const run = work().finally(() => {
      if (running === run) running = null;
    });
    running = run;
    return run;
  };
  const call = (): Promise<void> => {
    // TRAP: between a run's end and the next one's start nothing runs, yet the next one is promised.
    if (next) return next;
    if (!running) return start();
    next = running.then(start, start);
    return next;
  };
  return Object.assign(call, {
    isRunning: () => running !== null || next !== null,
    async settled() {
      for (let last = next ?? running; last; last = next ?? running) await last.catch(() => undefined);
    },
  });
}
