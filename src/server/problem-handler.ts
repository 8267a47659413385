import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { ZodError, z } from 'zod';
import type { Locale } from '#shared/bilingual.ts';
import { Problem, type ProblemCode, type ProblemDetail, problems } from '#shared/problem.ts';
import { loggableError } from './log.ts';

/** Renders every error of a request as RFC 9457 `application/problem+json`; what is not a `Problem` is a bug: 500. */
export function addProblemHandler(server: FastifyInstance): void {
  server.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
}

/** Answers with the problem that the error is. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error);
  if (!problem) request.log.error({ fault: loggableError(error) }, 'unexpected error');
  const answered = problem ?? new Problem('internal');
  const waitS = answered.retryAfterS ?? usualWaitS[answered.code];
  if (waitS !== undefined && !reply.hasHeader('retry-after')) reply.header('retry-after', waitS);
  return reply
    .code(answered.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send(problemBody(answered, { locale: localeOf(request), requestId: request.id }));
}

/** Answers, where there is no request yet: what came is no HTTP, too long or too slow. */
export function sendProblemOnSocket(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const problem = new Problem(socketProblems[error.code ?? ''] ?? 'malformed_request');
  const body = JSON.stringify(problemBody(problem, { locale: 'zh', requestId: randomUUID() }));
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    'content-type: application/problem+json; charset=utf-8',
    'cache-control: no-store',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

const socketProblems: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'header_too_large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'body_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_too_slow',
};

/** When it is worth asking again. */
const usualWaitS: Readonly<Partial<Record<ProblemCode, number>>> = {
  overloaded: 5,
  starting_up: 5,
  question_timeout: 30,
  rate_limited: 60,
};

/** The body of RFC 9457, with our code and both languages of every detail. */
function problemBody(problem: Problem, about: { locale: Locale; requestId: string }) {
  const details = problem.details.map((each) => each.detail[about.locale]);
  return {
    type: `urn:salesboard:problem:${problem.code}`,
    title: problems[problem.code].title[about.locale],
    status: problem.status,
    detail: details.length > 0 ? details.join('\n') : undefined,
    code: problem.code,
    details: problem.details,
    instance: `urn:request:${about.requestId}`,
  };
}

/** The problem that an error amounts to; null for a bug. */
function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issues = error.validation.map((each) => ({
      ...each.params,
      code: each.keyword,
      message: each.message ?? '',
      path: each.instancePath.split('/').filter((step) => step !== ''),
    }));
    return invalidRequest(issues, error.validationContext);
  }
  if (error instanceof ZodError) return null;
  const { code, statusCode } = (error ?? {}) as Partial<FastifyError>;
  const known = code ? fastifyProblems[code] : undefined;
  if (known) return new Problem(known);
  return isFastifyRefusal(code, statusCode) ? new Problem('invalid_request', refusal) : null;
}

type Issue = Readonly<{ code: string; message: string; path: readonly string[]; expected?: unknown }>;

function invalidRequest(issues: readonly Issue[], context: string | undefined): Problem {
  return new Problem(
    'invalid_request',
    issues.slice(0, 50).map((issue): ProblemDetail => {
      const field = issue.path.join('.') || (context ?? 'body');
      return {
        detail: { zh: `「${field}」${chinese(issue)}`, en: `${field}: ${issue.message}` },
        place: { field },
      };
    }),
  );
}

const chineseIssue = z.locales.zhCN().localeError;

function chinese(issue: Issue): string {
  if (issue.code === 'invalid_type') return `缺少或类型不对，应为 ${String(issue.expected)}`;
  if (issue.code === 'custom') return `：${issue.message}`;
  // The locale reads what an issue of its code carries, which came from the same library.
  const text = chineseIssue({ ...issue, input: undefined } as unknown as Parameters<typeof chineseIssue>[0]);
  return `：${typeof text === 'string' ? text : (text?.message ?? issue.message)}`;
}

const fastifyProblems: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_REQ_FILE_TOO_LARGE: 'body_too_large',
  FST_FILES_LIMIT: 'body_too_large',
  FST_PARTS_LIMIT: 'body_too_large',
  FST_FIELDS_LIMIT: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported_media_type',
};

const refusal: readonly ProblemDetail[] = [
  { detail: { zh: '请求的格式读不懂', en: 'The request cannot be read: is it well-formed?' } },
];

function isFastifyRefusal(code: string | undefined, status: number | undefined): boolean {
  return (code ?? '').startsWith('FST_') && status !== undefined && status >= 400 && status < 500;
}

function localeOf(request: FastifyRequest): Locale {
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh';
}
