import { type AddressInfo, createServer as createProbe } from 'node:net';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { advanceDemo } from '#features/data/demo/seed.ts';
import type { Instant } from '#shared/day.ts';
import { listWorkspaces } from '#store/workspaces.ts';
import { openCommandSocket } from './commands/command-socket.ts';
import { runCommand } from './commands/run-command.ts';
import type { Config } from './config.ts';
import { createServer } from './create-server.ts';
import { demoEmails, demoPassword, hasDemo, lacksDemo, makeDemo } from './demo.ts';
import { type Foundations, openFoundations } from './foundations.ts';
import { startMaintenance } from './maintenance.ts';
import { sessionSecret } from './sign-in/session-secret.ts';
import { StartError, startError } from './start-error.ts';

type Options = Readonly<{
  config: Config;
  clock: () => Instant;
  out: (text: string) => void;
  /** Aborted when the server is to stop. */
  signal: AbortSignal;
}>;

/** Opens the data, serves until the signal aborts, and closes everything. Returns the exit code. */
export async function start({ config, clock, out, signal }: Options): Promise<number> {
  await refuseTakenPort(config);
  const foundations = await openFoundations(config, clock);
  try {
    await serve(foundations, { config, clock, out, signal });
    return 0;
  } finally {
    await foundations.close();
  }
}

async function serve(foundations: Foundations, { config, out, signal }: Options): Promise<void> {
  let phase: 'starting' | 'ready' = 'starting';
  await foundations.backups.begin();
  const server = await createServer({
    ...foundations,
    config,
    signInSecret: await sessionSecret(foundations),
    webDir: join(import.meta.dirname, '../../dist/web'),
    phase: () => phase,
  });
  const stopped = aborted(signal);
  try {
    await listen(server, config);
    await Promise.race([demoUpToNow(foundations, config, out), stopped]);
    const commands = config.DATABASE_URL ? null : await takeCommands(foundations);
    const maintenance = startMaintenance(foundations, { log: server.log });
    phase = 'ready';
    out(await greeting(foundations, config, server));
    await stopped;
    out('正在停止 · stopping\n');
    maintenance.stop();
    await commands?.close();
  } finally {
    await server.close();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** Before the data is opened, which takes longer. */
async function refuseTakenPort({ PORT: port, HOST: host }: Config): Promise<void> {
  const probe = createProbe();
  try {
    await new Promise<void>((resolve, reject) => probe.once('error', reject).listen({ port, host }, resolve));
    await new Promise((resolve) => probe.close(resolve));
  } catch (error) {
    throw listenError(error, { port, host });
  }
}

async function listen(server: FastifyInstance, { PORT: port, HOST: host }: Config): Promise<void> {
  try {
    await server.listen({ port, host });
  } catch (error) {
    throw listenError(error, { port, host });
  }
}

function listenError(error: unknown, { port, host }: { port: number; host: string }): StartError {
  if ((error as { code?: string }).code !== 'EADDRINUSE') {
    return startError(`不能监听 ${host}:${port} · cannot listen on ${host}:${port}`, error);
  }
  return new StartError(
    `端口 ${port} 已被占用，可以换一个：PORT=4001 npm start · port ${port} is in use; take another one: PORT=4001 npm start`,
  );
}

/** An empty store gets the demo; one that has it is told what happened there since the last start. */
async function demoUpToNow(foundations: Foundations, config: Config, out: Options['out']): Promise<void> {
  if (!config.DEMO) return;
  if (await lacksDemo(foundations.store)) {
    out('正在准备演示数据 · making the demo workspace …\n');
    await makeDemo(foundations);
  } else {
    await advanceDemo({ ...foundations, now: foundations.clock() });
  }
}

function takeCommands(foundations: Foundations) {
  return openCommandSocket(foundations.dataDir, (sent, argv) => runCommand({ ...foundations, ...sent }, argv));
}

async function greeting(foundations: Foundations, config: Config, server: FastifyInstance): Promise<string> {
  const { store } = foundations;
  const url = config.PUBLIC_URL ?? addressOf(server);
  const isDemo = await hasDemo(store);
  const isEmpty = (await listWorkspaces(store)).length === 0;
  return [
    `\nSalesboard 销售绩效看板  ${url}\n`,
    ...(isDemo ? demoLines : []),
    ...(isEmpty ? emptyLines : []),
    ...(isDemo && isOpenToOthers(config) ? warningLines : []),
    ...(lacksLetters(foundations, config) ? trialLines : []),
    ...(!isDemo && lacksBackups(config) ? backupLines : []),
    '按 Ctrl-C 停止 · Ctrl-C stops\n\n',
  ].join('');
}

const demoLines = [
  `演示登录 · demo sign-in  ${demoEmails[0]}  密码 · password  ${demoPassword}\n`,
  `其他角色 · other roles   ${demoEmails.slice(1).join('  ')}\n`,
];

const emptyLines = [
  '还没有工作区：导入文件会新建一个，再建登录用户 · no workspace yet: an import makes one; then let somebody sign in\n',
  '  npm run salesboard -- import orders.csv --workspace my-company\n',
  '  npm run salesboard -- user create --workspace my-company --email you@example.com --role admin\n',
];

const warningLines = [
  '注意：别的机器也能连进来，而演示密码是公开的；正式使用请设 DEMO=0 并新建数据文件夹\n',
  'Careful: other machines can connect and the demo password is public; for real use set DEMO=0 and a new data folder\n',
];

const trialLines = [
  '设了 TRIAL_DAYS，但没有 SMTP_URL：别人连得进来的服务器要能发邮件才开放自助试用\n',
  'TRIAL_DAYS is set without SMTP_URL: a server that others reach opens trials only when it can send letters\n',
];

function lacksLetters({ mailer, installation }: Foundations, { TRIAL_DAYS }: Config): boolean {
  return TRIAL_DAYS !== null && TRIAL_DAYS > 0 && !mailer.isConfigured && !installation.isPrivate;
}

const backupLines = [
  '没有定时备份：内嵌数据库断电时可能丢掉最后片刻；请设 BACKUP_DIR 和 BACKUP_PASSPHRASE，或使用 PostgreSQL\n',
  'No scheduled backups: the embedded store can lose the last moments in a power cut; set BACKUP_DIR and BACKUP_PASSPHRASE, or use PostgreSQL\n',
];

function lacksBackups({ DATABASE_URL, BACKUP_DIR, BACKUP_PASSPHRASE, BACKUP_RECIPIENT }: Config): boolean {
  return DATABASE_URL === null && (BACKUP_DIR === null || (BACKUP_PASSPHRASE ?? BACKUP_RECIPIENT) === null);
}

function isOpenToOthers({ HOST }: Config): boolean {
  return !['127.0.0.1', '::1', 'localhost'].includes(HOST);
}

function addressOf(server: FastifyInstance): string {
  // A TCP server that listens has an address with a port.
  const { address, port, family } = server.server.address() as AddressInfo;
  const isAny = address === '0.0.0.0' || address === '::';
  const host = family === 'IPv6' && !isAny ? `[${address}]` : address;
  return `http://${isAny ? 'localhost' : host}:${port}`;
}
