import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Locale } from '#shared/bilingual.ts';
import type { Instant } from '#shared/day.ts';
import { explained, helpText, namedCommand, runCommand } from './commands/run-command.ts';
import { sendCommand } from './commands/send-command.ts';
import { type Config, readConfig } from './config.ts';
import { openFoundations } from './foundations.ts';
import { start } from './start.ts';

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

/** Runs what the command line says. Returns the exit code: 0 done, 1 failed, 2 wrong usage. */
export async function commandLine(options: Options): Promise<number> {
  const { argv, env, out, err } = options;
  const locale = localeOf(env);
  try {
    if (isHelp(argv)) {
      (argv.length === 0 ? err : out)(helpText(locale));
      return argv.length === 0 ? 2 : 0;
    }
    if (argv[0] === 'start') return await start({ ...options, config: readConfig(env) });
    return await command(options, { config: readConfig(env), locale });
  } catch (error) {
    return explained(error, { locale, err });
  }
}

function isHelp(argv: readonly string[]): boolean {
  return argv.length === 0 || argv[0] === 'help' || argv.includes('--help') || argv.includes('-h');
}

async function command(options: Options, { config, locale }: { config: Config; locale: Locale }): Promise<number> {
  const { command: named, args } = namedCommand(options.argv);
  const input = named.readsInput?.(args) ? await text(options.stdin) : '';
  if (!config.DATABASE_URL) {
    const sent = { argv: [...options.argv], cwd: options.cwd, locale, input };
    const code = await sendCommand(resolve(config.DATA_DIR), sent, options);
    if (code !== null) return code;
  }
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
