/** The program cannot start, or a command cannot reach its data; the message is for the person at the keyboard. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** The error with words on what was being tried, in the reader's terms. */
export function startError(trying: string, cause: unknown): StartError {
  return new StartError(`${trying}: ${reason(cause)}`, { cause });
}

function reason(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(reason).join('; ');
  if (!(cause instanceof Error)) return String(cause);
  // Drizzle's message is the statement; the reason is behind it.
  if (cause.cause instanceof Error && cause.message.startsWith('Failed query')) return reason(cause.cause);
  return cause.message || String((cause as { code?: unknown }).code ?? cause.name);
}
