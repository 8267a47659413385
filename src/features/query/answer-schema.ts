import { z } from 'zod';

// What questions and answers look like over HTTP: validated on the way in, documented on the way out.

const bilingual = z.object({ zh: z.string(), en: z.string() });

const cell = z.union([z.string(), z.number(), z.null()]).describe('Money is a decimal string; null is unknown');

const dayText = z.string().describe('YYYY-MM-DD');
const range = z.object({ from: dayText, before: dayText });
const unit = z.enum(['money', 'count', 'quantity', 'ratio', 'days', 'minutes']);

const column = z.object({
  id: z.string(),
  role: z.enum(['dimension', 'key', 'time', 'measure', 'base', 'change', 'delta', 'numerator', 'denominator', 'n']),
  of: z.string(),
  label: bilingual,
  unit: unit.optional(),
  better: z.enum(['up', 'down']).optional(),
});

const rows = z.array(z.record(z.string(), cell)).readonly();

/** An answer, as DESIGN's public contract says. */
export const answer = z.object({
  columns: z.array(column).readonly(),
  rows,
  totals: z.record(z.string(), cell).describe('Computed over all rows of the question, not summed from `rows`'),
  compare: z
    .object({
      kind: z.enum(['previous', 'year_ago', 'spring_festival']),
      period: range,
      compared: range.nullable(),
      basis: z.enum(['whole', 'workdays', 'days', 'none']),
      workdaysElapsed: z.number(),
      workdaysTotal: z.number(),
    })
    .nullable(),
  partial: dayText.nullable().describe('The bucket that is still running'),
  notes: z.array(z.object({ code: z.string(), text: bilingual })).readonly(),
  query: z.looseObject({ period: range }).describe('The question as understood, its period as days'),
  asOf: z.object({
    day: dayText,
    dataUpTo: dayText.nullable(),
    workdaysElapsed: z.number(),
    workdaysTotal: z.number(),
    zone: z.string(),
    currency: z.string(),
  }),
});

export const catalogueAnswer = z.object({
  measures: z.array(
    z.object({
      id: z.string(),
      label: bilingual,
      meaning: bilingual,
      unit,
      better: z.enum(['up', 'down']).nullable(),
      dimensions: z.array(z.string()).describe('What it can be split and filtered by'),
      addsUp: z.boolean().describe('Whether share, cumulative and moving average make sense'),
    }),
  ),
  dimensions: z.array(
    z.object({
      id: z.string(),
      label: bilingual,
      members: z.array(z.object({ key: z.string(), label: bilingual })).optional(),
    }),
  ),
  grains: z.array(z.object({ id: z.string(), label: bilingual })),
});

/** The 口径卡 of one number. */
export const passportAnswer = z.object({
  measure: z.string(),
  label: bilingual,
  unit,
  value: cell,
  formula: bilingual,
  period: z.object({ range, asOf: dayText, zone: z.string(), unfinished: z.boolean(), timeColumn: bilingual }),
  scope: z.array(bilingual).readonly(),
  counted: z.array(z.object({ label: bilingual, rows: z.number(), amount: cell })).readonly(),
  leftOut: z.array(z.object({ reason: bilingual, rows: z.number(), amount: cell })).readonly(),
  dataUpTo: dayText.nullable(),
});

export const behindAnswer = z.object({
  columns: z.array(column).readonly(),
  rows,
  next: z.string().nullable(),
  total: z.number(),
  sum: cell,
});

export const membersAnswer = z.object({
  members: z.array(z.object({ key: z.string(), name: z.string(), parent: z.string().nullable() })).readonly(),
});
