import type { FastifyBaseLogger } from 'fastify';
import { sql } from '#shared/sql.ts';
import { pruneFeed } from '#store/feed.ts';
import { pruneIdempotency } from '#store/idempotency.ts';
import type { Foundations } from './foundations.ts';
import { keyChore } from './key-chore.ts';
import { loggableError } from './log.ts';

type Chore = Readonly<{ name: string; everyMs: number; run: () => Promise<unknown> }>;

const minuteMs = 60_000;
const keptDays = 7;

/** Does what has to be done from time to time: backs up, closes replicas nobody asks, forgets old answers, changes and sessions. */
export function startMaintenance(
  foundations: Omit<Foundations, 'close'>,
  { log }: Readonly<{ log: FastifyBaseLogger }>,
): { stop: () => void } {
  const { store, replicas } = foundations;
  const chores: readonly Chore[] = [
    { name: 'back up', everyMs: 10 * minuteMs, run: () => foundations.backups.runWhenDue() },
    { name: 'look after keys', everyMs: minuteMs, run: keyChore(foundations) },
    { name: 'close idle replicas', everyMs: 5 * minuteMs, run: () => replicas.closeIdle() },
    { name: 'prune the feed', everyMs: 360 * minuteMs, run: () => pruneFeed(store, keptDays) },
    { name: 'prune answers', everyMs: 360 * minuteMs, run: () => pruneIdempotency(store, keptDays) },
    {
      name: 'prune sessions',
      everyMs: 360 * minuteMs,
      run: () => store.query(sql`delete from sign_in_session where expires_at < now()`),
    },
  ];
  const timers = chores.map(({ name, everyMs, run }) =>
    setInterval(() => {
      // It is tried again next time; nobody waits for it.
      run().catch((error: unknown) => log.warn({ fault: loggableError(error), chore: name }, 'a chore failed'));
    }, everyMs).unref(),
  );
  return { stop: () => timers.forEach(clearInterval) };
}
