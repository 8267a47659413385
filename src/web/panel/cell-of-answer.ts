import type { Answer, CellQuestion } from '#web/api/types.ts';

/** The number that an answer is about as a whole: its first measure over its period and filters; null when it has none. */
export function cellOfAnswer({ query }: Answer): CellQuestion | null {
  const [first] = query.measures;
  if (first === undefined) return null;
  return {
    measures: [typeof first === 'string' ? first : first.id],
    period: query.period,
    ...(query.where && query.where.length > 0 ? { where: query.where } : {}),
    ...(query.asOf ? { asOf: query.asOf } : {}),
    ...(query.organisation ? { organisation: query.organisation } : {}),
  };
}
