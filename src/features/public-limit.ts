import { createHash } from 'node:crypto';
import type { Instant } from '#shared/day.ts';
import { Problem } from '#shared/problem.ts';

const mostKeys = 20_000;

/** Counts what strangers may do only so often, by what it is counted for: an address, a mailbox. Keeps hashes, no words. */
export class PublicLimit {
  readonly #windows = new Map<string, { count: number; endsAt: number }>();
  readonly #most: number;
  readonly #windowMs: number;

  constructor({ most, windowMs }: Readonly<{ most: number; windowMs: number }>) {
    this.#most = most;
    this.#windowMs = windowMs;
  }

  /** Counts one more. Throws `rate_limited` when there were too many. */
  count(of: string, now: Instant): void {
    if (!this.takes(of, now)) throw new Problem('rate_limited');
  }

  /** Counts one more; false when there were too many. */
  takes(of: string, now: Instant): boolean {
    const key = createHash('sha256').update(of).digest('base64url');
    const at = Date.parse(now);
    const known = this.#windows.get(key);
    const window = known && known.endsAt > at ? known : { count: 0, endsAt: at + this.#windowMs };
    if (window.count >= this.#most) return false;
    window.count += 1;
    this.#windows.delete(key);
    this.#windows.set(key, window);
    for (const oldest of this.#windows.keys()) if (this.#windows.size > mostKeys) this.#windows.delete(oldest);
    return true;
  }
}
