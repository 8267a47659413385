import type { Instant } from '#shared/day.ts';
import type { Keyring } from '#store/seal.ts';
import type { Store } from '#store/store.ts';
import type { DatabaseLimits } from './database.ts';
import { openReplica, type Replica } from './replica.ts';

export type ReplicasOptions = DatabaseLimits &
  Readonly<{
    store: Store;
    keyring: Keyring;
    clock: () => Instant;
    /** A replica that nobody asked for so long is closed by `closeIdle`. */
    idleMs?: number | undefined;
  }>;

/** The replicas of the workspaces that are being asked about. */
export type Replicas = Readonly<{
  /** The workspace's replica, loaded first when nobody asked before; after a failed load the next call tries again. */
  for(workspaceId: string): Promise<Replica>;
  /** Closes replicas that nobody uses; returns how many. */
  closeIdle(): Promise<number>;
  close(): Promise<void>;
}>;

type Held = { loading: Promise<Replica>; replica: Replica | null; usedAt: number };

const halfAnHourMs = 30 * 60_000;

/** One replica per active workspace, opened once however many ask at the same time. */
export function createReplicas({ clock, idleMs = halfAnHourMs, ...options }: ReplicasOptions): Replicas {
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
  return {
    for(workspaceId) {
      const known = held.get(workspaceId) ?? open(workspaceId);
      known.usedAt = now();
      return known.loading;
    },
    async closeIdle() {
      const idle = [...held].filter(
        ([, { replica, usedAt }]) => replica && !replica.isBusy && now() - usedAt >= idleMs,
      );
      for (const [workspaceId] of idle) held.delete(workspaceId);
      await Promise.all(idle.map(([, { replica }]) => replica?.close()));
      return idle.length;
    },
    async close() {
      const all = [...held.values()];
      held.clear();
      await Promise.allSettled(all.map(async ({ loading }) => (await loading).close()));
    },
  };
}
