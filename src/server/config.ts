import { z } from 'zod';
import { type Variable, wholeNumber } from './config-variable.ts';
import { limitVariables } from './limit-variables.ts';

const yesNo = z
  .enum(['0', '1', 'false', 'true'], 'must be 0 or 1')
  .transform((text) => text === '1' || text === 'true');

function isMailServer(text: string): boolean {
  return /^smtps?:\/\//.test(text) && URL.canParse(text) && new URL(text).hostname !== '';
}

/** Every environment variable that Salesboard reads. `docs/reference/configuration.md` and `.env.example` follow it. */
export const variables = {
  PORT: {
    schema: wholeNumber(0, 65_535),
    initial: '4000',
    meaning: { zh: '网页和接口的端口', en: 'Port of the web app and the API' },
  },
  HOST: {
    schema: z.string(),
    initial: '127.0.0.1',
    meaning: {
      zh: '监听的地址；要让别的机器访问，填 0.0.0.0 并在前面放 HTTPS',
      en: 'Address to listen on; 0.0.0.0 lets other machines in: then put HTTPS in front',
    },
  },
  DATA_DIR: {
    schema: z.string(),
    initial: './data',
    meaning: { zh: '数据文件夹', en: 'Folder of the data' },
  },
  DATABASE_URL: {
    schema: z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://'),
    initial: null,
    secret: true,
    meaning: {
      zh: 'PostgreSQL（≥ 15）的地址；不填就用数据文件夹里的内嵌数据库',
      en: 'Address of a PostgreSQL (≥ 15); without it the database embedded in the data folder is used',
    },
  },
  SALESBOARD_KEY: {
    schema: z.string(),
    initial: null,
    secret: true,
    meaning: {
      zh: '加密客户信息的主密钥；不填就在数据文件夹里生成一个（权限 600）。丢了它，客户名称就读不出来',
      en: 'Master key that customer names are encrypted with; made in the data folder (mode 600) when absent. Without it names cannot be read',
    },
  },
  SALESBOARD_KEY_OLD: {
    schema: z.string(),
    initial: null,
    secret: true,
    meaning: {
      zh: '换过主密钥后，以前的密钥（空格分开），只用来读旧数据',
      en: 'Earlier master keys, separated by spaces, after a change of key: they only read what they sealed',
    },
  },
  DEMO: {
    schema: yesNo,
    initial: '1',
    meaning: { zh: '数据库为空时建演示工作区；0 为不建', en: 'Make the demo workspace in an empty store; 0 for none' },
  },
  PUBLIC_URL: {
    schema: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }),
    initial: null,
    meaning: {
      zh: '用户在浏览器里看到的地址；https 开头时 cookie 只走加密连接',
      en: 'The address people see in the browser; when it begins with https, cookies travel over TLS only',
    },
  },
  SMTP_URL: {
    schema: z.string().refine(isMailServer, 'must be smtp://user:password@host:587 or smtps://user:password@host:465'),
    initial: null,
    secret: true,
    meaning: {
      zh: '发邮件的服务器，如 smtp://user:password@mail.example.com:587；不填就不发邮件（开发时写进日志）',
      en: 'Mail server, as smtp://user:password@mail.example.com:587; without it no mail is sent (a development server logs it)',
    },
  },
  MAIL_FROM: {
    schema: z.string().regex(/^(?:[^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/, 'must be an e-mail address'),
    initial: null,
    meaning: {
      zh: '邮件的发件人，如 Salesboard <sales@example.com>',
      en: 'Sender of mail, as Salesboard <sales@example.com>',
    },
  },
  NODE_ENV: {
    schema: z.string(),
    initial: null,
    meaning: {
      zh: 'production：没有邮件服务器时，邮件也绝不写进日志',
      en: 'production: letters are never written to the log, even without a mail server',
    },
  },
  TRIAL_DAYS: {
    schema: wholeNumber(0, 3_650),
    initial: null,
    meaning: {
      zh: '自助试用几天；0 为不开放。不填：有演示工作区时14天，DEMO=0 时不开放。别人连得进来的服务器还要有 SMTP_URL',
      en: 'Days of a trial that people open by themselves; 0 for none. Left out: 14 with the demo workspace, none with DEMO=0. A server that others reach needs SMTP_URL too',
    },
  },
  OPERATOR_EMAIL: {
    schema: z.email('must be an e-mail address'),
    initial: null,
    meaning: { zh: '有人预约演示时通知谁', en: 'Who is told when somebody books a demo' },
  },
  TRUST_PROXY: {
    schema: wholeNumber(0, 10),
    initial: '0',
    meaning: {
      zh: '前面有几层反向代理；只有这么多层的 X-Forwarded-* 会被采信',
      en: 'How many reverse proxies stand in front; X-Forwarded-* is believed that many steps back',
    },
  },
  LOG_LEVEL: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent'),
    initial: 'warn',
    meaning: { zh: '日志的详细程度', en: 'How much is logged' },
  },
  REPLICA_MEMORY_MB: {
    schema: wholeNumber(128, 1_048_576),
    initial: '2048',
    meaning: { zh: '每个工作区的分析副本最多用多少内存（MB）', en: 'Memory for one workspace’s replica, in MB' },
  },
  REPLICA_THREADS: {
    schema: wholeNumber(1, 256),
    initial: null,
    meaning: { zh: '分析副本用几个线程；不填就用全部核心', en: 'Threads of a replica; all cores when left out' },
  },
  BACKUP_DIR: {
    schema: z.string(),
    initial: null,
    meaning: {
      zh: '定时备份放在哪个文件夹（最好在另一块盘上）；不填就没有定时备份',
      en: 'Folder of the scheduled backups, best on another disk; without it there are none',
    },
  },
  BACKUP_PASSPHRASE: {
    schema: z.string().min(12, 'must have at least 12 characters'),
    initial: null,
    secret: true,
    meaning: {
      zh: '备份的口令（至少 12 个字符）；请记在别处，没有它备份打不开',
      en: 'Passphrase of backups (12 characters or more); keep it elsewhere, nothing opens a backup without it',
    },
  },
  BACKUP_RECIPIENT: {
    schema: z.string().regex(/^age1/, 'must be an age recipient (age1…)'),
    initial: null,
    meaning: {
      zh: '代替口令：age 公钥（age1…），只有私钥的主人能打开备份',
      en: 'Instead of a passphrase: an age recipient (age1…), whose owner alone can open backups',
    },
  },
  BACKUP_HOURS: {
    schema: wholeNumber(1, 8_760),
    initial: '24',
    meaning: { zh: '每隔几小时备份一次', en: 'Hours between scheduled backups' },
  },
  BACKUP_KEEP: {
    schema: wholeNumber(1, 10_000),
    initial: '14',
    meaning: { zh: '保留最近几份定时备份', en: 'How many scheduled backups are kept' },
  },
  BACKUP_VERIFY_DAYS: {
    schema: wholeNumber(0, 3_650),
    initial: '7',
    meaning: {
      zh: '每隔几天把最新的备份恢复到临时库里校验一次（需要 BACKUP_PASSPHRASE）；0 为不校验',
      en: 'Days between test restores of the newest backup into a scratch store (needs BACKUP_PASSPHRASE); 0 for none',
    },
  },
  UPLOAD_LIMIT_MB: {
    schema: wholeNumber(1, 16_384),
    initial: '512',
    meaning: { zh: '一个上传文件最大多少 MB', en: 'Largest file that can be uploaded, in MB' },
  },
  ...limitVariables,
} as const satisfies Record<string, Variable>;

type Variables = typeof variables;
type Name = keyof Variables;
type Value<N extends Name> = z.output<Variables[N]['schema']> | (Variables[N]['initial'] extends null ? null : never);

/** The configuration as read: one value a variable, null where it is left out and has no initial value. */
export type Config = Readonly<{ [N in Name]: Value<N> }>;

/** A variable has a value that cannot be used; the message names it and never shows a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads and checks the environment. An empty variable counts as absent. Throws `ConfigError` naming every bad one. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = Object.entries<Variable>(variables).map(([name, variable]) => ({
    name,
    ...parsed(variable, env[name]),
  }));
  const faults = read.flatMap(({ name, fault }) => (fault ? [`${name} ${fault}`] : []));
  if (faults.length > 0) throw new ConfigError(faults.join('\n'));
  // Each value came out of its own variable's schema.
  return Object.fromEntries(read.map(({ name, value }) => [name, value])) as Config;
}

function parsed(variable: Variable, given: string | undefined): { value: unknown; fault?: string } {
  const text = given === undefined || given.trim() === '' ? variable.initial : given.trim();
  if (text === null) return { value: null };
  const result = variable.schema.safeParse(text);
  if (result.success) return { value: result.data };
  const reason = result.error.issues[0]?.message ?? 'is not valid';
  return { value: null, fault: variable.secret ? reason : `${reason}, not "${text}"` };
}
