import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLiveConnection } from './live-events.ts';
import { queryClient } from './queries.ts';

/** How current the figures on the page are: live and of this minute, or stopped at a moment (ms). */
export type Freshness = Readonly<{ live: boolean; at: number }>;

/** The freshness of the whole page: stopped as soon as the connection is lost or any question failed. */
export function useFreshness(): Freshness {
  const connection = useLiveConnection();
  const stopped = useSyncExternalStore(subscribe, stoppedAt);
  const now = useMinute();
  if (stopped !== null) return { live: false, at: stopped };
  if (connection.state === 'lost') return { live: false, at: connection.since };
  return { live: true, at: now };
}

/** When the oldest failing question was last answered; null while none fails. */
function stoppedAt(): number | null {
  const failing = queryClient
    .getQueryCache()
    .findAll({ queryKey: ['answers'], type: 'active', predicate: (query) => query.state.status === 'error' })
    .filter((query) => query.state.dataUpdatedAt > 0);
  return failing.length > 0 ? Math.min(...failing.map((query) => query.state.dataUpdatedAt)) : null;
}

function subscribe(listener: () => void): () => void {
  return queryClient.getQueryCache().subscribe(listener);
}

function useMinute(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(tick);
  }, []);
  return now;
}
