import type { Bilingual } from '#shared/bilingual.ts';
import { type ProblemCode, type ProblemDetail, problems } from '#shared/problem.ts';

/** Why a request gave no answer: a problem the server names, no server at all, or the reader stopped waiting. */
export type FailureCode = ProblemCode | 'offline' | 'cancelled';

/** A request that failed, with what to tell the reader. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly details: readonly ProblemDetail[];

  constructor(code: FailureCode, details: readonly ProblemDetail[] = [], options?: ErrorOptions) {
    super(code, options);
    this.name = 'Failure';
    this.code = code;
    this.details = details;
  }
}

/** What happened, in a few words. */
export function failureTitle(failure: Failure): Bilingual {
  if (failure.code === 'offline') return { zh: '连不上服务器', en: 'The server cannot be reached' };
  if (failure.code === 'cancelled') return { zh: '已取消计算', en: 'Cancelled' };
  return problems[failure.code].title;
}

/** Any thrown value as a failure; a broken connection is `offline`. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  return new Failure(error instanceof TypeError ? 'offline' : 'internal', [], { cause: error });
}

/** The failure a problem+json body describes; a body of another kind is judged by its status. */
export function failureOfBody(body: unknown, status: number): Failure {
  const problem = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const code = problem.code;
  if (typeof code === 'string' && code in problems) {
    const details = Array.isArray(problem.details) ? (problem.details as ProblemDetail[]) : [];
    return new Failure(code as ProblemCode, details);
  }
  return new Failure(codeOfStatus(status));
}

/** TRAP: a proxy in front of a stopped server answers 502 or 504; to the reader that is a server out of reach. */
function codeOfStatus(status: number): FailureCode {
  if (status === 502 || status === 504) return 'offline';
  if (status === 503) return 'starting_up';
  if (status === 429) return 'rate_limited';
  const known = Object.entries(problems).find(([, problem]) => problem.status === status)?.[0];
  return (known as ProblemCode | undefined) ?? 'internal';
}
