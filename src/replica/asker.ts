import { AsyncLocalStorage } from 'node:async_hooks';

/** Who waits for answers: askers take turns at the engine, and what they ask stops when their signal aborts. */
export type Asker = Readonly<{ id: string; signal: AbortSignal | null }>;

const current = new AsyncLocalStorage<Asker>();
const nobody: Asker = { id: '', signal: null };

/** Does the work for an asker: every question in it is theirs, however deep below it is asked. */
export function askedBy<T>(asker: Asker, work: () => T): T {
  return current.run(asker, work);
}

/** Does work whose result is kept for others: it goes on when the one who asked first leaves. */
export function askedForEveryone<T>(work: () => T): T {
  return current.run({ ...currentAsker(), signal: null }, work);
}

/** For whom the running work is done. */
export function currentAsker(): Asker {
  return current.getStore() ?? nobody;
}
