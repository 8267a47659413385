import type { Viewer } from '#features/viewer.ts';
import type { Instant } from '#shared/day.ts';
import type { Store } from '#store/store.ts';
import type { DemoLife } from './sign-up/demo-life.ts';
import { noteUse } from './sign-up/new-workspace.ts';

type Deps = Readonly<{ store: Store; clock: () => Instant; demoLife: DemoLife }>;

const restMs = 10 * 60_000;
const mostKnown = 10_000;

/** Notes who looks at which workspace, at most every ten minutes, and lets a demo live on. Nobody waits for it. */
export function visitNotes({ store, clock, demoLife }: Deps): (viewer: Viewer) => void {
  const seen = new Map<string, number>();
  return ({ workspace, userId }) => {
    demoLife.look(workspace);
    if (userId === null) return;
    const now = clock();
    const key = `${userId} ${workspace.id}`;
    if (Date.parse(now) - (seen.get(key) ?? 0) < restMs) return;
    seen.delete(key);
    seen.set(key, Date.parse(now));
    for (const oldest of seen.keys()) if (seen.size > mostKnown) seen.delete(oldest);
    // Only a note for next time; a store that is busy or closing loses it without harm.
    noteUse(store, { workspaceId: workspace.id, userId, now }).catch(() => undefined);
  };
}
