import type { FastifyServerOptions } from 'fastify';
import type { Config } from './config.ts';

/** Where lines of the log go. */
export type LogStream = Readonly<{ write: (line: string) => unknown }>;

/** How the server logs: JSON lines on stderr, no query strings, no bodies, no headers that carry secrets. */
export function logOptions(
  level: Config['LOG_LEVEL'],
  stream: LogStream = process.stderr,
): NonNullable<FastifyServerOptions['logger']> {
  if (level === 'silent') return false;
  return {
    level,
    stream,
    redact: { paths: ['req.headers', '*.password', '*.token', '*.cookie', '*.authorization'], remove: true },
    serializers: {
      req: (request: { method: string; url: string }) => ({
        method: request.method,
        path: request.url.split('?', 1)[0],
      }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      err: (error: unknown) => loggableError(error) as never,
    },
  };
}

/** An error as it may be logged: quoted values and bound parameters are masked, for they can be customers' names. */
export function loggableError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    message: masked(error.message),
    at: frames(error.stack),
    ...(error.cause === undefined ? {} : { cause: loggableError(error.cause) }),
  };
}

function masked(message: string): string {
  return message
    .replace(/\bparams:[\s\S]*$/i, 'params: …')
    .replace(/\{[\s\S]*\}/g, '{…}')
    .replace(/=\([^)]*\)/g, '=(…)')
    .replace(/"[^"]*"|'[^']*'|“[^”]*”|「[^」]*」/g, '"…"')
    .slice(0, 300);
}

function frames(stack: string | undefined): readonly string[] {
  const lines = (stack ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => line.startsWith('at ')).slice(0, 8);
}
