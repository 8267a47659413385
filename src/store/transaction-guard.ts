import { AsyncLocalStorage } from 'node:async_hooks';

type Mark = { isOpen: boolean };

/**
 * Notices a statement on the store inside a transaction of the same store: embedded it would wait for itself for ever, on a server
 * it would miss the transaction's writes.
 */
export class TransactionGuard {
  readonly #marks = new AsyncLocalStorage<Mark>();

  /** Runs a transaction's work under watch. */
  async inside<T>(work: () => Promise<T>): Promise<T> {
    const mark = { isOpen: true };
    try {
      return await this.#marks.run(mark, work);
    } finally {
      mark.isOpen = false;
    }
  }

  /** The same, or an error when called from a transaction's work. */
  checked<T>(value: T): T {
    if (this.#marks.getStore()?.isOpen) throw new Error('inside a transaction use tx, not the store');
    return value;
  }

  /** Runs something that does not belong to the transaction that happens to trigger it. */
  outside(work: () => void): void {
    this.#marks.exit(work);
  }
}
