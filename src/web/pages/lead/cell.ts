import type { CellQuestion, Filter } from '#web/api/types.ts';
import type { QuestionBase } from '#web/filters/filters.ts';

/** The question of one number of a page: its measure, narrowed to members of dimensions (by key; null is "none"). */
export function cellOf(
  base: QuestionBase,
  measure: string,
  members: Readonly<Record<string, string | null>> = {},
): CellQuestion {
  const narrowed = Object.entries(members).map(
    ([dimension, key]): Filter => ({
      field: `${dimension}_key`,
      op: 'in',
      values: [key],
    }),
  );
  const where = [...(base.where ?? []), ...narrowed];
  return { measures: [measure], period: base.period, ...(where.length > 0 ? { where } : {}) };
}
