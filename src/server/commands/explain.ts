import type { Locale } from '#shared/bilingual.ts';
import { Problem, type ProblemDetail, problems } from '#shared/problem.ts';
import { BackupError } from '#store/backup/backup-format.ts';
import { FolderInUse } from '#store/folder-lock.ts';
import { KeyringError } from '#store/seal.ts';
import { ConfigError } from '../config.ts';
import { loggableError } from '../log.ts';
import { StartError } from '../start-error.ts';
import { type CommandContext, UsageError } from './command.ts';

/** Says on `err` what went wrong. Returns the exit code: 2 for a wrong command line, else 1. */
export function explained(error: unknown, { locale, err }: Pick<CommandContext, 'locale' | 'err'>): number {
  if (error instanceof UsageError) {
    err(`${error.message}\n${locale === 'zh' ? '用法见' : 'See'} npm run salesboard -- --help\n`);
    return 2;
  }
  if (isAbort(error)) err(locale === 'zh' ? '已取消，数据没有改动\n' : 'Cancelled; nothing was changed\n');
  else if (error instanceof Problem) err(`${problemLines(error, locale).join('\n')}\n`);
  else if (isForPeople(error)) err(`${error.message}\n`);
  else err(`${locale === 'zh' ? '意外错误' : 'unexpected error'}: ${JSON.stringify(loggableError(error), null, 2)}\n`);
  return 1;
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** Errors whose message was written for the person at the keyboard. */
function isForPeople(error: unknown): error is Error {
  return [ConfigError, StartError, FolderInUse, KeyringError, BackupError].some((kind) => error instanceof kind);
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
