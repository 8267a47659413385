import type { Instant } from '#shared/day.ts';
import { Problem } from '#shared/problem.ts';
import type { Keyring } from '#store/seal.ts';
import type { Store } from '#store/store.ts';
import type { DatabaseLimits } from './database.ts';
import type { QuestionLimits } from './readers.ts';
import { openReplica, type Replica } from './replica.ts';

export type ReplicasOptions = DatabaseLimits &
  Readonly<{
    store: Store;
    keyring: Keyring;
    clock: () => Instant;
    /** A replica that nobody asked for so long is closed by `closeIdle`. */
    idleMs?: number | undefined;
    /** The most replicas in memory; beyond it those unused for a minute make room. */
    most?: number | undefined;
    questions?: QuestionLimits | undefined;
  }>;

/** The replicas of the workspaces that are being asked about. */
export type Replicas = Readonly<{
  /** The workspace's replica, loaded first when nobody asked before; after a failed load the next call tries again. Rejects with `overloaded`. */
  for(workspaceId: string): Promise<Replica>;
  /** How many questions of the workspace wait for the engine; of one asker no more than `share` counted. */
  waiting(workspaceId: string, share: number): number;
  /** Closes replicas that nobody uses; returns how many. */
  closeIdle(): Promise<number>;
  close(): Promise<void>;
}>;

type Held = { loading: Promise<Replica>; replica: Replica | null; usedAt: number };

const halfAnHourMs = 30 * 60_000;
// Longer than a request keeps a replica in hand between two questions.
const restingMs = 60_000;
const usualMost = 50;

/** One replica per active workspace, opened once however many ask at the same time. */
export function createReplicas({
  clock,
  idleMs = halfAnHourMs,
  most = usualMost,
  ...options
}: ReplicasOptions): Replicas {
  const held = new Map<string, Held>();
  const now = () => Date.parse(clock());
  const open = (workspaceId: string): Held => {
    const fresh: Held = { loading: openReplica({ ...options, workspaceId }), replica: null, usedAt: now() };
    fresh.loading.then(
      (replica) => {
        fresh.replica = replica;
      },
      () => held.delete(workspaceId),
    );
    held.set(workspaceId, fresh);
    return fresh;
  };
  const closeUnused = async (sinceMs: number, atMost = held.size): Promise<number> => {
    const idle = [...held]
      .filter(([, { replica, usedAt }]) => replica && !replica.isBusy && now() - usedAt >= sinceMs)
      .sort(([, a], [, b]) => a.usedAt - b.usedAt)
      .slice(0, atMost);
    for (const [workspaceId] of idle) held.delete(workspaceId);
    await Promise.all(idle.map(([, { replica }]) => replica?.close()));
    return idle.length;
  };
  const openWithRoom = async (workspaceId: string): Promise<Replica> => {
    await closeUnused(restingMs, held.size - most + 1);
    const { loading } = held.get(workspaceId) ?? openIfRoom(workspaceId);
    return loading;
  };
  const openIfRoom = (workspaceId: string): Held => {
    if (held.size >= most) throw new Problem('overloaded');
    return open(workspaceId);
  };
  return {
    for(workspaceId) {
      const known = held.get(workspaceId);
      if (!known) return held.size < most ? open(workspaceId).loading : openWithRoom(workspaceId);
      known.usedAt = now();
      return known.loading;
    },
    waiting: (workspaceId, share) => held.get(workspaceId)?.replica?.waiting(share) ?? 0,
    closeIdle: () => closeUnused(idleMs),
    async close() {
      const all = [...held.values()];
      held.clear();
      await Promise.allSettled(all.map(async ({ loading }) => (await loading).close()));
    },
  };
}
