import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

const rememberedMs = 200;
const mostKept = 10_000;

/** Remembers for a moment whose credentials were refused, so that a flood does not cost the store a look at each of them. */
export class RecentRefusals {
  readonly #until = new Map<string, number>();

  /** Notes that the bearer of these credentials has its share already. */
  note(request: FastifyRequest): void {
    if (this.#until.size >= mostKept) this.#until.clear();
    const credentials = credentialsOf(request);
    if (credentials !== null) this.#until.set(credentials, performance.now() + rememberedMs);
  }

  /** Whether they were refused a moment ago. */
  has(request: FastifyRequest): boolean {
    if (this.#until.size === 0) return false;
    const credentials = credentialsOf(request);
    const until = credentials === null ? undefined : this.#until.get(credentials);
    if (credentials === null || until === undefined) return false;
    if (until > performance.now()) return true;
    this.#until.delete(credentials);
    return false;
  }
}

/** Hashed, so that no secret is kept; null without any. */
function credentialsOf({ headers: { authorization, cookie } }: FastifyRequest): string | null {
  if (authorization === undefined && cookie === undefined) return null;
  return createHash('sha256')
    .update(JSON.stringify([authorization, cookie]))
    .digest('base64');
}
