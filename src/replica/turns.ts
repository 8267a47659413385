/** Those who wait, asker by asker in turn: who asks for much waits longer than who asks for little. */
export class Turns<Waiting> {
  readonly #queues = new Map<string, Waiting[]>();

  /** Puts one at the end of its asker's queue. */
  add(asker: string, waiting: Waiting): void {
    const queue = this.#queues.get(asker);
    if (queue) queue.push(waiting);
    else this.#queues.set(asker, [waiting]);
  }

  /** The first of the first asker who may come now, who then stands behind the others; undefined when none may. */
  next(mayCome: (asker: string) => boolean): Waiting | undefined {
    for (const [asker, queue] of this.#queues) {
      if (!mayCome(asker)) continue;
      const first = queue.shift();
      this.#queues.delete(asker);
      if (queue.length > 0) this.#queues.set(asker, queue);
      return first;
    }
    return undefined;
  }

  /** Takes one away who no longer wants to wait. */
  remove(asker: string, waiting: Waiting): void {
    const left = (this.#queues.get(asker) ?? []).filter((each) => each !== waiting);
    if (left.length > 0) this.#queues.set(asker, left);
    else this.#queues.delete(asker);
  }

  /** How many wait, of one asker no more than `share` counted: one who floods does not make it look full for the others. */
  fairCount(share: number): number {
    return [...this.#queues.values()].reduce((sum, { length }) => sum + Math.min(length, share), 0);
  }
}
