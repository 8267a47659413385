import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Bilingual, Locale } from '#shared/bilingual.ts';
import type { Foundations } from '../foundations.ts';

/** What a command works with, in its own process or inside the running server. */
export type CommandContext = Omit<Foundations, 'close'> &
  Readonly<{
    /** Folder that relative file names start from: where the command was typed. */
    cwd: string;
    locale: Locale;
    /** What was piped in, when an option that ends in `-stdin` asks for it. */
    input: string;
    out: (text: string) => void;
    err: (text: string) => void;
    /** Aborted by ctrl-C. */
    signal: AbortSignal;
  }>;

/** One command of `npm run salesboard -- <name>`. */
export type Command = Readonly<{
  name: string;
  /** Arguments after the name, as the help shows them. */
  usage: string;
  summary: Bilingual;
  /** Returns the exit code. */
  run: (context: CommandContext, args: readonly string[]) => Promise<number>;
}>;

/** The command line cannot be understood: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** `parseArgs`, strict, with a wrong command line as `UsageError`. */
export function parsedArgs<T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** The option's value. Throws `UsageError` when it was left out. */
export function required(value: string | undefined, option: string): string {
  if (value === undefined || value.trim() === '') throw new UsageError(`--${option} is missing`);
  return value.trim();
}

/** The value, which must be one of a list. Throws `UsageError` naming the list. */
export function oneOf<T extends string>(value: string, allowed: readonly T[], option: string): T {
  const found = allowed.find((each) => each === value);
  if (!found) throw new UsageError(`--${option} must be one of ${allowed.join(', ')}, not "${value}"`);
  return found;
}
