import { fillDemo, unfilledWorkspaces } from '#features/data/demo/fill-demo.ts';
import { advanceDemo } from '#features/data/demo/seed.ts';
import { isReadOnly, planOf } from '#features/installation/plan.ts';
import type { Instant } from '#shared/day.ts';
import type { Keyring } from '#store/seal.ts';
import type { Store } from '#store/store.ts';
import type { Workspace } from '#store/workspaces.ts';

type Deps = Readonly<{
  store: Store;
  keyring: Keyring;
  clock: () => Instant;
  /** Told when something went wrong, with what it was about. */
  warn: (error: unknown, chore: string) => void;
}>;

const restMinutes = 30;
const restMs = restMinutes * 60_000;
const mostKnown = 5000;

/** The demo companies of workspaces: fills new ones one after the other, and lets those live on that somebody looks at. */
export class DemoLife {
  readonly #deps: Deps;
  readonly #lookedAt = new Map<string, number>();
  #last: Promise<void> = Promise.resolve();
  readonly #end = new AbortController();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Fills a workspace in the background, after those that came before. */
  fill(workspace: Pick<Workspace, 'id' | 'zone'>): void {
    const { store, keyring, clock } = this.#deps;
    this.#after('fill a demo', () => fillDemo({ store, keyring, workspace, now: clock(), signal: this.#end.signal }));
  }

  /** Goes on with what was interrupted when the server stopped. */
  async resume(): Promise<void> {
    for (const workspace of await unfilledWorkspaces(this.#deps.store)) this.fill(workspace);
  }

  /** Somebody looks at the workspace: if it is a demo, what happened in it since is written, at most every half hour. */
  look({ id, slug }: Pick<Workspace, 'id' | 'slug'>): void {
    const { store, keyring, clock } = this.#deps;
    const now = clock();
    const at = Date.parse(now);
    if (at - (this.#lookedAt.get(id) ?? 0) < restMs) return;
    this.#lookedAt.delete(id);
    this.#lookedAt.set(id, at);
    for (const oldest of this.#lookedAt.keys()) if (this.#lookedAt.size > mostKnown) this.#lookedAt.delete(oldest);
    this.#after('let a demo live on', async () => {
      if (isReadOnly(await planOf(store, id, now))) return;
      await advanceDemo({ store, keyring, now, slug, restMinutes });
    });
  }

  /** Begins nothing more and waits for what is being written. */
  async close(): Promise<void> {
    this.#end.abort();
    await this.#last;
  }

  #after(chore: string, work: () => Promise<unknown>): void {
    this.#last = this.#last
      .then(async () => {
        if (!this.#end.signal.aborted) await work();
      })
      .catch((error: unknown) => {
        if (!this.#end.signal.aborted) this.#deps.warn(error, chore);
      });
  }
}
