/** A place that is wanted: whose, and how many of theirs there may be. */
export type Wanted = Readonly<{ key: string; most: number }>;

/** Counts what is being worked on, for everyone and for each. */
export class Slots {
  readonly #held = new Map<string, number>();

  /** Takes one of each wanted place and returns how to give them back; the one that is full when there is none. */
  take(wanted: readonly Wanted[]): { release: () => void } | { full: Wanted } {
    const full = wanted.find(({ key, most }) => this.held(key) >= most);
    if (full) return { full };
    for (const { key } of wanted) this.#held.set(key, this.held(key) + 1);
    return {
      release: () => {
        for (const { key } of wanted) this.#giveBack(key);
      },
    };
  }

  held(key: string): number {
    return this.#held.get(key) ?? 0;
  }

  #giveBack(key: string): void {
    const left = this.held(key) - 1;
    if (left > 0) this.#held.set(key, left);
    else this.#held.delete(key);
  }
}
