import { setTimeout as wait } from 'node:timers/promises';

const attempts = 6;
/** Serialization failure and deadlock: the server has rolled everything back and asks to try again. Nothing else is safe to repeat. */
const retryable = new Set(['40001', '40P01']);

/** Runs a transaction again, after a short random pause, when the server says that it lost against another one. */
export async function withRetry<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (attempt === attempts || !isRetryable(error)) throw error;
      await wait(Math.random() * 10 * 2 ** attempt);
    }
  }
}

/** PostgreSQL's code of an error, also of one that Drizzle wrapped. */
export function sqlState(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)) return error.code;
  return sqlState(error.cause);
}

/** Thrown by our own statements when they notice that a concurrent write slipped in between: the transaction is run again. */
export class LostRace extends Error {
  readonly code = '40001';
}

function isRetryable(error: unknown): boolean {
  return retryable.has(sqlState(error) ?? '');
}
