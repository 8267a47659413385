import type { CellQuestion } from '#web/api/types.ts';
import type { QuestionBase } from '#web/filters/filters.ts';

/**
 * One number of a page: its measure and, in `at`, where it stands in the question it comes from: the key of each dimension it
 * was split by (null is "none"), and the bucket under the grain's name. TRAP: a bucket asked as a period of its own is another
 * number, because what was cancelled later still counted then.
 */
export function cellOf(
  base: Pick<QuestionBase, 'period' | 'where'>,
  measure: string,
  at: Readonly<Record<string, string | null>> = {},
): CellQuestion {
  const { period, where } = base;
  return { measures: [measure], period, ...(where ? { where } : {}), ...(Object.keys(at).length > 0 ? { at } : {}) };
}
