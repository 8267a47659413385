import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import type { Locale } from '#shared/bilingual.ts';
import type { Instant } from '#shared/day.ts';
import { FolderInUse } from '#store/folder-lock.ts';
import { explained } from './commands/explain.ts';
import { sendCommand } from './commands/send-command.ts';
import { type Config, readConfig } from './config.ts';

type Options = Readonly<{
  argv: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  stdin: NodeJS.ReadableStream;
  clock: () => Instant;
  out: (text: string) => void;
  err: (text: string) => void;
  signal: AbortSignal;
}>;

/**
 * Runs what the command line says. Returns the exit code: 0 done, 1 failed, 2 wrong usage. The store, the replica and the server are
 * loaded only where they are needed: a command that the running server does for us starts at once.
 */
export async function commandLine(options: Options): Promise<number> {
  const { argv, env, err } = options;
  const locale = localeOf(env);
  try {
    if (isHelp(argv)) return await help(options, locale);
    const config = readConfig(env);
    if (argv[0] === 'start') return await (await import('./start.ts')).start({ ...options, config });
    const offline = await offlineCommand(argv[0]);
    if (offline) return await offline.run({ ...options, config, locale, input: await inputOf(options) }, argv.slice(1));
    return await command(options, { config, locale });
  } catch (error) {
    return explained(error, { locale, err });
  }
}

function isHelp(argv: readonly string[]): boolean {
  return argv.length === 0 || argv[0] === 'help' || argv.includes('--help') || argv.includes('-h');
}

async function help({ argv, out, err }: Options, locale: Locale): Promise<number> {
  const { helpText } = await import('./commands/help.ts');
  const isAsked = argv.length > 0;
  (isAsked ? out : err)(helpText(locale));
  return isAsked ? 0 : 2;
}

/** A command that replaces or does without the data, and so must not open it. */
async function offlineCommand(name: string | undefined) {
  if (name !== 'restore' && name !== 'verify-backup') return undefined;
  const { offlineCommands } = await import('./commands/restore.ts');
  return offlineCommands.find((each) => each.name === name);
}

/** What was piped in, when an option asks for it. */
async function inputOf({ argv, stdin }: Options): Promise<string> {
  return argv.some((each) => each.endsWith('-stdin')) ? text(stdin) : '';
}

async function command(options: Options, { config, locale }: { config: Config; locale: Locale }): Promise<number> {
  const input = await inputOf(options);
  const sent = { argv: [...options.argv], cwd: options.cwd, locale, input };
  const send = () => sendCommand(resolve(config.DATA_DIR), sent, options);
  if (config.DATABASE_URL) return await runHere(options, config, sent);
  const code = await send();
  if (code !== null) return code;
  try {
    return await runHere(options, config, sent);
  } catch (error) {
    // A server that is still starting holds the folder before it takes commands.
    for (let tries = 0; error instanceof FolderInUse && tries < startingTries; tries += 1) {
      await setTimeout(startingWaitMs);
      const late = await send();
      if (late !== null) return late;
    }
    throw error;
  }
}

const startingTries = 40;
const startingWaitMs = 250;

type Typed = Readonly<{ input: string; locale: Locale }>;

async function runHere(options: Options, config: Config, { input, locale }: Typed): Promise<number> {
  const [{ openFoundations }, { namedCommand, runCommand }] = await Promise.all([
    import('./foundations.ts'),
    import('./commands/run-command.ts'),
  ]);
  // A mistyped command should not make a data folder.
  namedCommand(options.argv);
  const foundations = await openFoundations(config, options.clock);
  try {
    return await runCommand({ ...foundations, ...options, input, locale }, options.argv);
  } finally {
    await foundations.close();
  }
}

/** Chinese where the terminal is; English elsewhere. */
function localeOf(env: Options['env']): Locale {
  return /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'zh' : 'en';
}
