import { z } from 'zod';
import { type Asking, planOf } from '#features/ask.ts';
import { seenCatalogue } from '#features/seen-catalogue.ts';
import { type ParsedFilter, parse, questionSchema, wellFormed } from '#semantic/parse.ts';
import type { Plan } from '#semantic/plan.ts';
import { type Grain, grains } from '#semantic/question.ts';
import type { ResolvedMeasure } from '#semantic/ways.ts';
import type { Day } from '#shared/day.ts';
import { Problem } from '#shared/problem.ts';

/**
 * One number: the question it stands in and, in `at`, its place there: the key of each dimension, and the bucket under the
 * grain's name. Without `at` it is the total.
 */
export const cellSchema = questionSchema.extend({
  measures: z.array(z.string().min(1).max(120)).length(1),
  at: z.record(z.string().max(120), z.string().max(400).nullable()).optional(),
});

export type CellQuestion = z.input<typeof cellSchema>;

/** The plan of one number, and its measure. Throws as `parse` does, and `illegal_question` for a bucket that is not there. */
export async function plannedCell(asking: Asking, input: unknown): Promise<{ plan: Plan; measure: ResolvedMeasure }> {
  const { at = {}, ...question } = wellFormed(cellSchema, input);
  const grain = grains.find((each) => each in at) ?? null;
  const places = Object.entries(at).filter(([field]) => field !== grain);
  const parsed = parse(seenCatalogue(asking), {
    ...question,
    by: undefined,
    compare: undefined,
    order: undefined,
    limit: undefined,
    grain: grain ?? undefined,
    where: [
      ...(question.where ?? []),
      ...places.map(([field, key]) => ({ field: keyField(field), op: 'in', values: [key] })),
    ],
  });
  const exactFrom = question.where?.length ?? 0;
  const where = parsed.where.map((filter, index): ParsedFilter => ({ ...filter, isExact: index >= exactFrom }));
  const planned = await planOf(asking, { ...parsed, where });
  const plan = grain ? atBucket(planned, grain, at[grain] ?? null) : planned;
  const [measure] = plan.measures;
  if (!measure) throw new RangeError('a cell without a measure');
  return { plan, measure };
}

function keyField(field: string): string {
  return field.endsWith('_key') ? field : `${field}_key`;
}

/** The plan narrowed to one bucket; what is known stays that of the whole period, so that buckets add up to it. */
function atBucket(plan: Plan, grain: Grain, bucket: string | null): Plan {
  const found = plan.buckets.find((each) => each.bucket === (bucket as Day));
  if (!found) {
    const detail = { zh: `期间里没有这一段：${bucket}`, en: `the period has no ${grain} ${bucket}` };
    throw new Problem('illegal_question', [{ detail, place: { field: `at.${grain}` } }]);
  }
  return { ...plan, grain: null, buckets: [], partial: null, elapsed: found.range, standsAt: found.range.before };
}
