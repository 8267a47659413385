import { createHash } from 'node:crypto';
import { z } from 'zod';
import { delimiters } from '#connectors/files/csv-rows.ts';
import { dayOrders } from '#connectors/files/dates.ts';
import { encodings } from '#connectors/files/encoding.ts';
import { sql } from '#shared/sql.ts';
import type { Transaction } from '#store/store.ts';
import { type FieldId, fields } from './fields.ts';
import { type KindId, kindIds } from './kinds.ts';
import { normalName } from './names.ts';

const kindId = z.enum(kindIds as readonly [KindId, ...KindId[]]);
const fieldId = z.enum(Object.keys(fields) as [FieldId, ...FieldId[]]);

/** How one table is read. What is left out is detected. */
export const tableMappingSchema = z.object({
  file: z.string().optional().describe('File the mapping is for; all files when left out'),
  sheet: z.string().optional(),
  kind: z.union([kindId, z.literal('skip')]).optional(),
  headerRow: z.number().int().min(1).optional(),
  columns: z.record(z.string(), fieldId.nullable()).optional().describe('Field of each column; null leaves it out'),
  dateOrder: z.union([z.enum(dayOrders), z.record(z.string(), z.enum(dayOrders))]).optional(),
  decimalStyle: z.enum(['point', 'comma']).optional(),
  discountIs: z.enum(['rate', 'amount']).optional(),
  orderKey: z.enum(['number', 'number_customer_date']).optional(),
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
});

/** How the tables of an import are read. */
export const importMappingSchema = z.object({ tables: z.array(tableMappingSchema) });

export type TableMapping = z.output<typeof tableMappingSchema>;
export type ImportMapping = z.output<typeof importMappingSchema>;

/** The mapping a person gave for a file, or a table of it. */
export function givenFor(mapping: ImportMapping | undefined, file: string, sheet?: string | null): TableMapping {
  const fits = (each: TableMapping) =>
    (each.file === undefined || each.file === file) &&
    (sheet === undefined || each.sheet === undefined || each.sheet === sheet);
  return mapping?.tables.find(fits) ?? {};
}

/** Stands for a header: the same columns in the same order, whatever the file is called. */
function headerFingerprint(columns: readonly string[]): string {
  return createHash('sha256').update(columns.map(normalName).join('\u001f')).digest('hex').slice(0, 32);
}

/** The mapping that was used last for this header; null when it is new. */
export async function rememberedMapping(
  tx: Transaction,
  workspaceId: string,
  columns: readonly string[],
): Promise<TableMapping | null> {
  const [found] = await tx.query<{ mapping: unknown }>(sql`
    select mapping from import_mapping
     where workspace_id = ${workspaceId} and fingerprint = ${headerFingerprint(columns)}`);
  const parsed = tableMappingSchema.safeParse(found?.mapping);
  return found && parsed.success ? parsed.data : null;
}

/** Remembers how a header was read. */
export async function rememberMapping(
  tx: Transaction,
  workspaceId: string,
  { columns, mapping }: Readonly<{ columns: readonly string[]; mapping: TableMapping }>,
): Promise<void> {
  await tx.query(sql`
    insert into import_mapping (workspace_id, fingerprint, mapping)
    values (${workspaceId}, ${headerFingerprint(columns)}, ${JSON.stringify(mapping)}::jsonb)
    on conflict (workspace_id, fingerprint) do update set mapping = excluded.mapping, used_at = now()`);
}
