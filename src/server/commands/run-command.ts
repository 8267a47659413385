import type { Bilingual, Locale } from '#shared/bilingual.ts';
import { Problem, type ProblemDetail, problems } from '#shared/problem.ts';
import { FolderInUse } from '#store/folder-lock.ts';
import { KeyringError } from '#store/seal.ts';
import { ConfigError } from '../config.ts';
import { loggableError } from '../log.ts';
import { StartError } from '../start-error.ts';
import { type Command, type CommandContext, UsageError } from './command.ts';
import { commands } from './commands.ts';

/** The command that the arguments begin with, and the arguments left. Throws `UsageError`. */
export function namedCommand(argv: readonly string[]): { command: Command; args: readonly string[] } {
  const typed = argv.join(' ');
  const command = commands.find(({ name }) => typed === name || typed.startsWith(`${name} `));
  if (!command) throw new UsageError(`unknown command "${argv.slice(0, 2).join(' ')}"`);
  return { command, args: argv.slice(command.name.split(' ').length) };
}

/** Runs a command and returns its exit code: 0, 1 when it failed, 2 when it was called wrongly. Explains failures on `err`. */
export async function runCommand(context: CommandContext, argv: readonly string[]): Promise<number> {
  try {
    const { command, args } = namedCommand(argv);
    return await command.run(context, args);
  } catch (error) {
    return explained(error, context);
  }
}

/** Says on `err` what went wrong. Returns the exit code. */
export function explained(error: unknown, { locale, err }: Pick<CommandContext, 'locale' | 'err'>): number {
  if (error instanceof UsageError) {
    err(`${error.message}\n${locale === 'zh' ? '用法见' : 'See'} npm run salesboard -- --help\n`);
    return 2;
  }
  if (error instanceof Problem) err(`${problemLines(error, locale).join('\n')}\n`);
  else if (isForPeople(error)) err(`${error.message}\n`);
  else err(`${locale === 'zh' ? '意外错误' : 'unexpected error'}: ${JSON.stringify(loggableError(error), null, 2)}\n`);
  return 1;
}

/** Errors whose message was written for the person at the keyboard. */
function isForPeople(error: unknown): error is Error {
  return [ConfigError, StartError, FolderInUse, KeyringError].some((kind) => error instanceof kind);
}

function problemLines(problem: Problem, locale: Locale): readonly string[] {
  const title = problems[problem.code].title[locale];
  return problem.details.length === 0 ? [title] : [title, ...problem.details.map((each) => detailLine(each, locale))];
}

function detailLine({ detail, place, suggestions }: ProblemDetail, locale: Locale): string {
  const where = [place?.file, place?.sheet, place?.row && rowLabel[locale](place.row), place?.column ?? place?.field];
  const at = where.filter(Boolean).join(', ');
  const hint = suggestions && suggestions.length > 0 ? ` → ${suggestions.join(', ')}` : '';
  return `  ${at === '' ? '' : `${at}: `}${detail[locale]}${hint}`;
}

const rowLabel: Record<Locale, (row: number) => string> = {
  zh: (row) => `第 ${row} 行`,
  en: (row) => `row ${row}`,
};

/** What `--help` prints. */
export function helpText(locale: Locale): string {
  const lines = [startHelp, ...commands].map(({ name, usage, summary }) => ({
    call: `${name} ${usage}`.trim(),
    summary,
  }));
  const each = lines.map(({ call, summary }) => `  ${call}\n      ${summary[locale]}`);
  return `${heading[locale]}\n\n${each.join('\n')}\n\n${footer[locale]}\n`;
}

const startHelp = {
  name: 'start',
  usage: '',
  summary: { zh: '启动服务', en: 'start the server' },
};

const heading: Bilingual = {
  zh: '用法：npm run salesboard -- <命令> [选项]',
  en: 'Usage: npm run salesboard -- <command> [options]',
};

const footer: Bilingual = {
  zh: '退出码：0 成功，1 失败，2 用法不对。环境变量见 .env.example。',
  en: 'Exit codes: 0 done, 1 failed, 2 wrong usage. Environment variables: see .env.example.',
};
