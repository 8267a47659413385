import type { FastifyBaseLogger } from 'fastify';
import { loggableError } from '../log.ts';

/**
 * Work that begins once the answer is out, so that its time does not tell whether there is such an account. What fails is logged
 * under the name of the work.
 */
export class AfterAnswer {
  readonly #log: FastifyBaseLogger;
  readonly #working = new Set<Promise<void>>();

  constructor(log: FastifyBaseLogger) {
    this.#log = log;
  }

  /** Does it soon. */
  begin(name: string, work: () => Promise<void>): void {
    const working = new Promise<void>((resolve) => setImmediate(resolve))
      .then(work)
      .catch((error) => this.#log.error({ fault: loggableError(error) }, name))
      .finally(() => this.#working.delete(working));
    this.#working.add(working);
  }

  /** When all that began is done. */
  async done(): Promise<void> {
    await Promise.allSettled(this.#working);
  }
}
