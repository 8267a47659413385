import type { Bilingual } from './bilingual.ts';

/** What can go wrong in a request: one closed table. A code is a promise to clients and never changes its meaning. */
export const problems = {
  not_signed_in: { status: 401, title: { zh: '请先登录', en: 'Sign in first' } },
  wrong_credentials: { status: 401, title: { zh: '邮箱或密码不对', en: 'E-mail or password is wrong' } },
  wrong_code: { status: 401, title: { zh: '验证码不对', en: 'The code is wrong' } },
  second_factor_required: {
    status: 403,
    title: { zh: '这个工作区要求两步验证，请先开启', en: 'This workspace asks for a second factor; set one up first' },
  },
  single_sign_on_required: {
    status: 403,
    title: { zh: '这个工作区要用单点登录', en: 'This workspace asks for single sign-on' },
  },
  provider_failed: {
    status: 502,
    title: { zh: '登录服务没有正常应答', en: 'The sign-in provider did not answer as it should' },
  },
  not_allowed: { status: 403, title: { zh: '没有权限', en: 'You may not do this' } },
  workspace_expired: {
    status: 403,
    title: { zh: '工作区现在只读', en: 'The workspace is read-only now' },
  },
  not_found: { status: 404, title: { zh: '没有找到', en: 'Not found' } },
  invalid_request: { status: 422, title: { zh: '请求的内容不对', en: 'The request is not valid' } },
  unknown_name: { status: 422, title: { zh: '没有这个名称', en: 'Unknown name' } },
  illegal_question: { status: 422, title: { zh: '这样问不成立', en: 'This question cannot be asked' } },
  too_many_rows: { status: 422, title: { zh: '结果太多，请缩小范围', en: 'Too many rows; narrow the question' } },
  question_too_large: {
    status: 422,
    title: { zh: '这个问题要的内存太多，请缩小范围', en: 'The question needs too much memory; narrow it' },
  },
  question_timeout: { status: 503, title: { zh: '计算超时', en: 'The question took too long' } },
  body_too_large: { status: 413, title: { zh: '内容太大', en: 'The body is too large' } },
  unsupported_media_type: { status: 415, title: { zh: '内容的类型不支持', en: 'Unsupported media type' } },
  conflict: { status: 409, title: { zh: '与别人的修改冲突', en: 'Conflicts with another change' } },
  unreadable_file: { status: 422, title: { zh: '文件读不了', en: 'The file cannot be read' } },
  import_rejected: {
    status: 422,
    title: { zh: '导入未通过，数据没有改动', en: 'Import rejected; nothing was changed' },
  },
  import_cannot_be_undone: { status: 409, title: { zh: '导入不能撤销', en: 'The import cannot be undone' } },
  rate_limited: { status: 429, title: { zh: '太频繁了，请稍后再试', en: 'Too many requests; try again later' } },
  method_not_allowed: {
    status: 405,
    title: { zh: '这个地址不支持这种方法', en: 'The address does not know this method' },
  },
  malformed_request: { status: 400, title: { zh: '不是合格的HTTP请求', en: 'Not a well-formed HTTP request' } },
  request_too_slow: { status: 408, title: { zh: '请求传得太慢', en: 'The request came too slowly' } },
  header_too_large: { status: 431, title: { zh: '请求的地址或头部太长', en: 'Address or headers are too long' } },
  asker_left: { status: 499, title: { zh: '提问的人已经离开', en: 'Nobody waits for the answer any more' } },
  overloaded: { status: 503, title: { zh: '现在太忙，请稍后再试', en: 'Too busy right now; try again shortly' } },
  starting_up: { status: 503, title: { zh: '正在启动', en: 'Starting up' } },
  internal: { status: 500, title: { zh: '服务器出错', en: 'Server error' } },
} as const satisfies Record<string, { status: number; title: Bilingual }>;

export type ProblemCode = keyof typeof problems;

/** Where a problem sits: a field of the request, or a place in a file (rows count from 1, the header being row 1). */
export type ProblemPlace = Readonly<{ field?: string; file?: string; sheet?: string; row?: number; column?: string }>;

export type ProblemDetail = Readonly<{
  detail: Bilingual;
  place?: ProblemPlace | undefined;
  suggestions?: readonly string[];
}>;

/** A request met a rule. The one problem handler renders it as RFC 9457 `application/problem+json`. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: readonly ProblemDetail[];
  /** When it is worth trying again; null where the server's usual patience holds. */
  readonly retryAfterS: number | null;

  constructor(
    code: ProblemCode,
    details: readonly ProblemDetail[] = [],
    { retryAfterS = null, ...options }: ErrorOptions & Readonly<{ retryAfterS?: number | null }> = {},
  ) {
    super([problems[code].title.en, ...details.map((each) => each.detail.en)].join(': '), options);
    this.name = 'Problem';
    this.code = code;
    this.details = details;
    this.retryAfterS = retryAfterS;
  }

  get status(): number {
    return problems[this.code].status;
  }
}
