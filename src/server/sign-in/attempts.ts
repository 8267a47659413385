import type { Instant } from '#shared/day.ts';
import { Problem } from '#shared/problem.ts';

type Limits = Readonly<{ pair: number; account: number; address: number }>;
type Window = { count: number; endsAt: number };

const windowMs = 15 * 60_000;
const usualLimits = { pair: 5, account: 30, address: 40 };
const mostKeys = 50_000;

/**
 * Counts failed sign-ins in windows of 15 minutes: 5 for one account from one address, 30 for one account from anywhere,
 * 40 from one address. An attempt counts before its password is checked, so that parallel guesses cannot slip through.
 */
export class SignInAttempts {
  readonly #windows = new Map<string, Window>();
  readonly #limits: Limits;

  /** Other limits than those for one account from one address, one account from anywhere, and one address. */
  constructor(limits: Limits = usualLimits) {
    this.#limits = limits;
  }

  /** Counts an attempt. Throws `rate_limited` when too many failed; call `succeeded` to take it back. */
  begin(attempt: { account: string; address: string; now: Instant }): { succeeded: () => void } {
    const now = Date.parse(attempt.now);
    const windows = keysOf(attempt, this.#limits).map(({ key, limit }) => ({
      window: this.#window(key, now),
      limit,
      key,
    }));
    const full = windows.find(({ window, limit }) => window.count >= limit);
    if (full) throw tooMany(full.window.endsAt - now);
    for (const { window } of windows) window.count += 1;
    return {
      succeeded: () => {
        for (const { window, key } of windows) {
          if (key.startsWith('pair ')) this.#windows.delete(key);
          else window.count -= 1;
        }
      },
    };
  }

  #window(key: string, now: number): Window {
    const known = this.#windows.get(key);
    if (known && known.endsAt > now) return known;
    if (this.#windows.size >= mostKeys) this.#forgetEnded(now);
    const opened = { count: 0, endsAt: now + windowMs };
    this.#windows.set(key, opened);
    return opened;
  }

  #forgetEnded(now: number): void {
    for (const [key, window] of this.#windows) if (window.endsAt <= now) this.#windows.delete(key);
    // Under a flood of made-up accounts the oldest windows go first; the address's own window is renewed by its use.
    for (const key of this.#windows.keys()) {
      if (this.#windows.size < mostKeys) break;
      if (!key.startsWith('address ')) this.#windows.delete(key);
    }
  }
}

function keysOf({ account, address }: { account: string; address: string }, limits: Limits) {
  return [
    { key: `pair ${account} ${address}`, limit: limits.pair },
    { key: `account ${account}`, limit: limits.account },
    { key: `address ${address}`, limit: limits.address },
  ];
}

function tooMany(waitMs: number): Problem {
  const minutes = Math.max(1, Math.ceil(waitMs / 60_000));
  return new Problem('rate_limited', [
    {
      detail: {
        zh: `登录失败次数太多，请 ${minutes} 分钟后再试`,
        en: `Too many failed sign-ins; try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
      },
    },
  ]);
}
