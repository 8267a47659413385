import type { Bilingual } from '#shared/bilingual.ts';
import { Problem, type ProblemPlace } from '#shared/problem.ts';

/** A cell that a workbook could not give a value for: an error such as #REF!, or a formula that was never calculated. */
type BrokenCell = Readonly<{ broken: 'error' | 'formula'; text: string }>;

/** Text as written; blank is ''. Dates of workbooks are ISO text, numbers the shortest decimal text. */
export type SourceCell = string | BrokenCell;

/** One record of a file. `row` counts from 1, the first line being row 1. */
export type SourceRow = Readonly<{ row: number; cells: readonly SourceCell[] }>;

/** A file that was uploaded or named on the command line: where it lies, and what the person calls it. */
export type SourceFile = Readonly<{ path: string; name: string }>;

/** A problem with the file as a whole or with its structure. */
export function unreadable(detail: Bilingual, place: ProblemPlace, cause?: unknown): Problem {
  return new Problem('unreadable_file', [{ detail, place }], cause === undefined ? {} : { cause });
}
