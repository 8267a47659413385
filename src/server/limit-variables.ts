import { type Variable, wholeNumber } from './config-variable.ts';

/** The environment variables that say how much the server takes on, and how long it waits for whom. */
export const limitVariables = {
  MAX_REQUESTS: {
    schema: wholeNumber(2, 100_000),
    initial: '200',
    meaning: {
      zh: '同时处理多少个请求；再多的回答503，请对方稍后再试。一个工作区最多占四分之三',
      en: 'Requests worked on at the same time; more are answered 503, to come again. One workspace takes three quarters at most',
    },
  },
  MAX_REQUESTS_PER_USER: {
    schema: wholeNumber(1, 100_000),
    initial: '50',
    meaning: {
      zh: '一个用户或一个API密钥同时最多处理多少个请求',
      en: 'Requests of one user or API key worked on at the same time',
    },
  },
  MAX_WAITING_QUESTIONS: {
    schema: wholeNumber(1, 1_000_000),
    initial: '1000',
    meaning: {
      zh: '一个工作区排队等计算的语句到了这么多，新请求就回答503；一个用户最多算四分之一',
      en: 'Once so many statements of a workspace wait for the engine, further requests are answered 503; one user counts for a quarter at most',
    },
  },
  MAX_LOOP_DELAY_MS: {
    schema: wholeNumber(50, 60_000),
    initial: '1000',
    meaning: {
      zh: '服务器持续来不及响应超过这么多毫秒，新请求就回答503',
      en: 'When the process keeps being late by so many milliseconds, further requests are answered 503',
    },
  },
  MAX_HEAP_MB: {
    schema: wholeNumber(64, 1_048_576),
    initial: null,
    meaning: {
      zh: '程序自己的内存（不含分析副本）用到这么多MB，新请求就回答503；不填是Node上限的90%',
      en: 'When the process’s own memory (without replicas) reaches so many MB, further requests are answered 503; 90 % of Node’s limit when left out',
    },
  },
  MAX_REPLICAS: {
    schema: wholeNumber(1, 10_000),
    initial: '50',
    meaning: {
      zh: '内存里最多同时放几个工作区的分析副本；再多时先放下没人用的',
      en: 'Replicas (one a workspace) in memory at the same time; unused ones make room for others',
    },
  },
  QUESTION_TIMEOUT_S: {
    schema: wholeNumber(1, 3_600),
    initial: '30',
    meaning: {
      zh: '一次计算最多几秒（含排队）；到时在引擎里取消',
      en: 'Seconds a statement may take, waiting included; it is then cancelled in the engine',
    },
  },
  QUESTION_MAX_ROWS: {
    schema: wholeNumber(1_000, 10_000_000),
    initial: '100000',
    meaning: { zh: '一次计算最多取多少行', en: 'Rows that one statement may give' },
  },
  BODY_LIMIT_KB: {
    schema: wholeNumber(16, 1_048_576),
    initial: '1024',
    meaning: { zh: '请求内容最大多少KB（上传文件另算）', en: 'Largest body of a request, in KB (uploads aside)' },
  },
  REQUESTS_PER_MINUTE: {
    schema: wholeNumber(0, 10_000_000),
    initial: '3000',
    meaning: {
      zh: '一个用户或一个API密钥每分钟最多多少个请求；0为不限',
      en: 'Requests of one user or API key in a minute; 0 for no limit',
    },
  },
  ADDRESS_REQUESTS_PER_MINUTE: {
    schema: wholeNumber(0, 10_000_000),
    initial: '3000',
    meaning: {
      zh: '没有登录时，一个地址每分钟最多多少个请求；0为不限',
      en: 'Requests of one address in a minute while nobody is signed in; 0 for no limit',
    },
  },
  MAX_CONNECTIONS: {
    schema: wholeNumber(10, 1_000_000),
    initial: '5000',
    meaning: { zh: '同时最多多少个连接', en: 'Connections open at the same time' },
  },
  HEADERS_TIMEOUT_S: {
    schema: wholeNumber(1, 600),
    initial: '15',
    meaning: { zh: '请求头要在几秒内传完', en: 'Seconds within which the headers of a request must have come' },
  },
  BODY_TIMEOUT_S: {
    schema: wholeNumber(1, 3_600),
    initial: '30',
    meaning: {
      zh: '请求内容要在几秒内传完；上传文件时，几秒内不能没有进展',
      en: 'Seconds within which the body of a request must have come; an upload must not stand still so long',
    },
  },
  UPLOAD_TIMEOUT_S: {
    schema: wholeNumber(1, 86_400),
    initial: '3600',
    meaning: { zh: '一次上传最多几秒', en: 'Seconds an upload may take' },
  },
} as const satisfies Record<string, Variable>;
