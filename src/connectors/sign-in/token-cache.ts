type Token = Readonly<{ token: string; expiresInSeconds: number }>;
type Kept = { token: Promise<string>; until: number };

const earlierMs = 5 * 60_000;
const mostKept = 200;

/** Keeps an app's tokens until shortly before they end, and asks once when many need one: the services count how often they are asked. */
export class TokenCache {
  readonly #kept = new Map<string, Kept>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** The token of a key; asked for when there is none that still holds. */
  async get(key: string, ask: () => Promise<Token>): Promise<string> {
    const kept = this.#kept.get(key);
    if (kept && kept.until > this.#now()) return kept.token;
    const entry: Kept = { token: Promise.resolve(''), until: Number.POSITIVE_INFINITY };
    entry.token = ask().then(({ token, expiresInSeconds }) => {
      entry.until = this.#now() + Math.max(0, expiresInSeconds * 1000 - earlierMs);
      return token;
    });
    this.#kept.delete(key);
    this.#kept.set(key, entry);
    for (const oldest of this.#kept.keys()) if (this.#kept.size > mostKept) this.#kept.delete(oldest);
    return await entry.token.catch((error) => {
      this.forget(key);
      throw error;
    });
  }

  /** Forgets a token that the service no longer accepts. */
  forget(key: string): void {
    this.#kept.delete(key);
  }
}
