import { z } from 'zod';
import { type Day, isDay } from '#shared/day.ts';
import { Problem, type ProblemDetail } from '#shared/problem.ts';
import { type Catalogue, type Dimension, legalDimensions, type Measure } from './define.ts';
import { grains, type MeasureInput, type Question } from './question.ts';
import { suggestions } from './suggest.ts';

const dayText = z.custom<Day>((value) => typeof value === 'string' && isDay(value), {
  error: 'a day is YYYY-MM-DD',
});
const name = z.string().min(1).max(120);
const grain = z.enum(grains);

const period = z.union([
  z.strictObject({ from: dayText, before: dayText }),
  z.strictObject({ kind: z.enum(['this', 'last']), unit: grain }),
  z.strictObject({ kind: z.literal('last_days'), days: z.int().min(1).max(3660) }),
  z.strictObject({ kind: z.literal('all') }),
]);

const filter = z.strictObject({
  field: name,
  op: z.enum(['in', 'not_in']),
  values: z.array(z.string().max(400).nullable()).min(1).max(2000),
});

/** The shape of a question, before its names are looked up. */
export const questionSchema = z.strictObject({
  measures: z
    .array(z.union([name, z.strictObject({ id: name, show: z.enum(['share', 'cumulative', 'moving_average']) })]))
    .min(1)
    .max(60),
  by: z.array(name).max(6).optional(),
  period,
  grain: grain.optional(),
  compare: z.enum(['previous', 'year_ago', 'spring_festival']).optional(),
  where: z.array(filter).max(30).optional(),
  order: z
    .array(z.strictObject({ by: name, direction: z.enum(['asc', 'desc']) }))
    .max(6)
    .optional(),
  limit: z.int().min(1).max(100_000).optional(),
  asOf: dayText.optional(),
  organisation: z.enum(['as_was', 'restated']).optional(),
});

export type ParsedMeasure = Readonly<{ measure: Measure; show: 'value' | 'share' | 'cumulative' | 'moving_average' }>;

export type ParsedFilter = Readonly<{
  dimension: Dimension;
  /** Values are keys only. */
  byKey: boolean;
  /** The key itself and nothing below it: one cell of an answer. */
  isExact: boolean;
  not: boolean;
  values: readonly (string | null)[];
}>;

/** A question whose names exist and go together. */
export type Parsed = Readonly<{
  question: Question;
  measures: readonly ParsedMeasure[];
  by: readonly Dimension[];
  where: readonly ParsedFilter[];
}>;

/** Reads a question. Throws `invalid_request`, `unknown_name` (with "did you mean") or `illegal_question`. */
export function parse(catalogue: Catalogue, input: unknown): Parsed {
  const question = wellFormed(questionSchema, input);
  const measures = question.measures.map((each) => parsedMeasure(catalogue, each));
  const by = question.by?.map((each) => found(catalogue, 'dimensions', { id: each, field: 'by' })) ?? [];
  const where = question.where?.map((each) => parsedFilter(catalogue, each)) ?? [];
  if (new Set(by).size !== by.length) refuse('by', '同一个维度写了两次', 'a dimension is named twice');
  for (const { measure } of measures) refuseUnreachable(catalogue, measure, [...by, ...where.map((f) => f.dimension)]);
  return { question, measures: unique(measures), by, where };
}

/** The input as the schema says. Throws `invalid_request` naming each field. */
export function wellFormed<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const details = result.error.issues.map(
    (issue): ProblemDetail => ({
      detail: { zh: `字段 ${issue.path.join('.') || '（整体）'} 不对：${issue.message}`, en: issue.message },
      place: { field: issue.path.join('.') },
    }),
  );
  throw new Problem('invalid_request', details, { cause: result.error });
}

function parsedMeasure(catalogue: Catalogue, input: MeasureInput): ParsedMeasure {
  const { id, show } = typeof input === 'string' ? { id: input, show: 'value' as const } : input;
  return { measure: found(catalogue, 'measures', { id, field: 'measures' }), show };
}

function parsedFilter(catalogue: Catalogue, input: NonNullable<Question['where']>[number]): ParsedFilter {
  const byKey = input.field.endsWith('_key') && !catalogue.dimensions.has(input.field);
  const id = byKey ? input.field.slice(0, -'_key'.length) : input.field;
  return {
    dimension: found(catalogue, 'dimensions', { id, field: 'where' }),
    byKey,
    isExact: false,
    not: input.op === 'not_in',
    values: input.values,
  };
}

type Named = Readonly<{ id: string; field: string }>;

function found(catalogue: Catalogue, kind: 'measures', name: Named): Measure;
function found(catalogue: Catalogue, kind: 'dimensions', name: Named): Dimension;
function found(catalogue: Catalogue, kind: 'measures' | 'dimensions', { id, field }: Named): Measure | Dimension {
  const known = catalogue[kind];
  const item = known.get(id);
  if (item) return item;
  refuseWithheld(catalogue, { id, field });
  const near = suggestions(id, known.keys());
  const zh = near.length > 0 ? `，是不是 ${near.join('、')}？` : '';
  const en = near.length > 0 ? `; did you mean ${near.join(', ')}?` : '';
  throw new Problem('unknown_name', [
    { detail: { zh: `没有“${id}”${zh}`, en: `no “${id}”${en}` }, place: { field }, suggestions: near },
  ]);
}

/** Throws `not_allowed` for a field that is there, but not for this reader. */
export function refuseWithheld({ withheld }: Catalogue, { id, field }: Named): void {
  const guard = withheld?.get(id);
  if (!guard) return;
  throw new Problem('not_allowed', [
    { detail: { zh: `看“${id}”要有权限 ${guard}`, en: `“${id}” needs the permission ${guard}` }, place: { field } },
  ]);
}

function refuseUnreachable(catalogue: Catalogue, measure: Measure, asked: readonly Dimension[]): void {
  const legal = legalDimensions(catalogue, measure);
  const bad = asked.find((dimension) => !legal.includes(dimension));
  if (!bad) return;
  throw new Problem('illegal_question', [
    {
      detail: {
        zh: `${measure.label.zh}不能按${bad.label.zh}拆分或筛选`,
        en: `${measure.id} cannot be split or filtered by ${bad.id}`,
      },
      suggestions: legal.map((dimension) => dimension.id),
    },
  ]);
}

function refuse(field: string, zh: string, en: string): never {
  throw new Problem('illegal_question', [{ detail: { zh, en }, place: { field } }]);
}

function unique(measures: readonly ParsedMeasure[]): readonly ParsedMeasure[] {
  return measures.filter(
    (each, index) => measures.findIndex((m) => m.measure === each.measure && m.show === each.show) === index,
  );
}
