import { z } from 'zod';
import { dayOrders } from '#connectors/files/dates.ts';
import { tableMappingSchema } from './table-mapping.ts';

const bilingual = z.object({ zh: z.string(), en: z.string() });
const counts = z.object({ inserted: z.number(), updated: z.number(), unchanged: z.number() });
const place = z.object({
  field: z.string().optional(),
  file: z.string().optional(),
  sheet: z.string().optional(),
  row: z.number().optional(),
  column: z.string().optional(),
});
const detail = z.object({ detail: bilingual, place: place.optional() });
const suggestion = z.object({ column: z.string(), field: z.string(), confidence: z.number() });

/** What an upload holds. */
export const uploadAnswer = z.object({
  uploadId: z.string(),
  files: z
    .array(
      z.object({
        name: z.string(),
        kind: z.enum(['csv', 'xlsx', 'xls']).nullable(),
        encoding: z.string().nullable(),
        delimiter: z.string().nullable(),
        notes: z.array(bilingual).readonly(),
        tables: z
          .array(
            z.object({
              sheet: z.string().nullable(),
              headerRow: z.number().nullable(),
              header: z.array(z.string()).readonly(),
              sample: z.array(z.array(z.string()).readonly()).readonly(),
              suggestion: z.object({
                kind: z.string().nullable(),
                nearest: z.string(),
                isDescription: z.boolean(),
                columns: z.array(suggestion).readonly(),
              }),
              remembered: tableMappingSchema.nullable(),
            }),
          )
          .readonly(),
        problems: z.array(detail).readonly(),
      }),
    )
    .readonly(),
});

/** A row that was not taken over. */
export const rejectedRow = z.object({
  file: z.string(),
  sheet: z.string().nullable(),
  row: z.number().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  code: z.string(),
  reason: bilingual,
  blocking: z.boolean(),
});

const report = z.object({
  tables: z
    .array(
      z.object({
        file: z.string(),
        sheet: z.string().nullable(),
        kind: z.string(),
        encoding: z.string().nullable(),
        delimiter: z.string().nullable(),
        headerRow: z.number(),
        rows: z.number(),
        columns: z.array(z.object({ column: z.string(), field: z.string().nullable() })).readonly(),
      }),
    )
    .readonly(),
  entities: z.record(z.string(), counts),
  rejectedCount: z.number(),
  blockingCount: z.number(),
  notes: z
    .array(
      z.object({
        code: z.string(),
        text: bilingual,
        file: z.string().nullable(),
        sheet: z.string().nullable(),
        count: z.number(),
        firstRow: z.number().nullable(),
      }),
    )
    .readonly(),
  totals: z.object({
    orders: z.number(),
    orderLines: z.number(),
    opportunities: z.number(),
    amount: z.string(),
    cost: z.string(),
    wonAmount: z.string(),
    firstDay: z.string().nullish(),
    lastDay: z.string().nullish(),
  }),
});

const dayOrder = z.enum(dayOrders);

/** What an import would do. */
export const previewAnswer = z.object({
  report,
  counted: z.boolean().describe('Whether the report says how many rows would be new, changed and unchanged'),
  fatalCount: z.number().describe('Faults of whole tables, which forbid the import'),
  rejected: z.array(rejectedRow).readonly(),
  tables: z
    .array(
      z.object({
        file: z.string(),
        sheet: z.string().nullable(),
        columns: z
          .array(
            z.object({
              column: z.string(),
              field: z.string(),
              type: z.string(),
              dateOrder: dayOrder.nullable(),
              dateChoices: z.array(dayOrder).readonly(),
              decimalStyle: z.enum(['point', 'comma']),
              decimalIsOpen: z.boolean(),
            }),
          )
          .readonly(),
        rows: z.array(z.record(z.string(), z.string())).readonly(),
      }),
    )
    .readonly(),
});

const state = z.enum(['running', 'done', 'failed', 'cancelled', 'undone']);

/** One import of the history. */
export const importAnswer = z.object({
  id: z.string(),
  state,
  files: z.array(z.object({ name: z.string() })).readonly(),
  startedBy: z.string().nullable(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  progress: z
    .object({ phase: z.enum(['surveying', 'writing']), rows: z.number(), total: z.number().nullable() })
    .nullable(),
  report: report.partial(),
});

/** What a mapping may say: kinds of tables and fields of each. */
export const fieldsAnswer = z.object({
  kinds: z
    .array(
      z.object({
        id: z.string(),
        label: bilingual,
        fields: z.array(z.object({ id: z.string(), label: bilingual, type: z.string() })).readonly(),
        requires: z.array(z.array(z.string()).readonly()).readonly(),
      }),
    )
    .readonly(),
  entities: z.array(z.object({ id: z.string(), label: bilingual })).readonly(),
  encodings: z.array(z.string()).readonly(),
  delimiters: z.array(z.string()).readonly(),
});
