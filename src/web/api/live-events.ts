import { useEffect, useSyncExternalStore } from 'react';
import { meQuery, queryClient } from './queries.ts';
import { sharedBase } from './shared-base.ts';

/** Whether changes reach this page: `lost` since a moment (ms), until the connection is back. */
export type LiveConnection = Readonly<{ state: 'open' } | { state: 'lost'; since: number }>;

let connection: LiveConnection = { state: 'open' };
const listeners = new Set<() => void>();

/** The state of the live connection; the component is drawn again when it changes. */
export function useLiveConnection(): LiveConnection {
  return useSyncExternalStore(subscribe, () => connection);
}

/** Listens to the server while the component is there: every change of the workspace's numbers asks the open questions again. */
export function useLiveEvents(): void {
  useEffect(() => {
    const stop = listen();
    return () => {
      stop();
      setConnection({ state: 'open' });
    };
  }, []);
}

const firstRetryMs = 2000;
const lastRetryMs = 30_000;

function listen(): () => void {
  const refresh = refresher();
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryMs = firstRetryMs;
  const connect = (again: boolean) => {
    source = new EventSource(`${sharedBase}/api/v1/events`);
    source.addEventListener('open', () => {
      // A browser that reconnects by itself tells the last event it saw; a new connection cannot, so it asks again.
      if (again) refresh.soon();
      again = false;
      retryMs = firstRetryMs;
      setConnection({ state: 'open' });
    });
    source.addEventListener('change', refresh.soon);
    source.addEventListener('access', () => void queryClient.invalidateQueries());
    source.addEventListener('signed_out', () => void queryClient.invalidateQueries({ queryKey: meQuery.queryKey }));
    source.addEventListener('error', () => {
      if (connection.state === 'open') setConnection({ state: 'lost', since: Date.now() });
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(() => connect(true), retryMs);
      retryMs = Math.min(retryMs * 2, lastRetryMs);
    });
  };
  connect(false);
  return () => {
    clearTimeout(timer);
    refresh.stop();
    source?.close();
  };
}

const quietMs = 80;
const mostOftenMs = 1000;

/** What hardly ever changes with the numbers is asked again when it is next needed, not at once. */
const slow = new Set<unknown>([meQuery.queryKey[0], 'members', 'calendar']);

/** Asks again at most once a second, and only while somebody looks; a hidden page catches up when it is shown. */
function refresher(): Readonly<{ soon: () => void; stop: () => void }> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  const refresh = () => {
    timer = undefined;
    if (document.hidden) return document.addEventListener('visibilitychange', refresh, { once: true });
    last = Date.now();
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => !slow.has(queryKey[0]) });
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => slow.has(queryKey[0]), refetchType: 'none' });
  };
  return {
    soon: () => {
      timer ??= setTimeout(refresh, Math.max(quietMs, last + mostOftenMs - Date.now()));
    },
    stop: () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', refresh);
    },
  };
}

function setConnection(next: LiveConnection): void {
  connection = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
