import type { Store } from '#store/store.ts';
import { auditedForUser } from './audited-for-user.ts';
import { userIdOf } from './users.ts';

/**
 * Writes failed sign-ins of people who exist into the audit log. Only after the answer is out: the time it takes must not tell whether
 * there is such a person.
 */
export class FailedSignIns {
  readonly #store: Store;
  readonly #writing = new Set<Promise<void>>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Notes one, soon. */
  note(failed: Readonly<{ account: string; address: string }>): void {
    const writing = new Promise<void>((resolve) => setImmediate(resolve))
      .then(() => this.#write(failed))
      .finally(() => this.#writing.delete(writing));
    this.#writing.add(writing);
  }

  /** When all that were noted are written. */
  async written(): Promise<void> {
    await Promise.allSettled(this.#writing);
  }

  async #write({ account, address }: Readonly<{ account: string; address: string }>): Promise<void> {
    await this.#store.transaction(async (tx) => {
      const userId = await userIdOf(tx, account);
      if (userId) await auditedForUser(tx, { userId, actor: 'nobody', address, action: 'sign_in_failed' });
    });
  }
}
