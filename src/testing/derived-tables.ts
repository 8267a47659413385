import { openDatabase } from '#replica/database.ts';
import { deriveAll, replicaTables } from '#replica/derive.ts';
import { plainRows } from '#replica/result-rows.ts';

/** A row of the store as a test gives it. */
export type RawRow = Record<string, string | number | boolean | null>;

const defaults: Record<string, RawRow> = {
  sales_order: { number: 'N', rate: '1', is_draft: false, discount: '0' },
  order_line: { order_discount: '0', discount: '0' },
  opportunity: { pipeline_id: 'P', rate: '1', has_stage_history: true },
  opportunity_event: { status: 'open' },
  region: { level: 'region' },
};

/** What the replica derives from rows of the store: ask it with plain SQL. Columns that a test does not care about are filled in. */
export async function derivedTables(raw: Record<string, RawRow[]>) {
  const instance = await openDatabase(replicaTables);
  const connection = await instance.connect();
  for (const [entity, rows] of Object.entries(raw)) {
    for (const row of rows) {
      const whole = { id: crypto.randomUUID(), ...defaults[entity], ...row };
      const names = Object.keys(whole).filter((name) => entity !== 'calendar_day' || name !== 'id');
      const values = names.map((name) => whole[name as keyof typeof whole] as string);
      const marks = names.map((_, index) => `$${index + 1}`);
      await connection.run(`insert into raw_${entity} (${names.join(', ')}) values (${marks.join(', ')})`, values);
    }
  }
  await connection.run(deriveAll);
  return async (query: string) => {
    const result = await connection.run(query);
    const chunks = await result.fetchAllChunks();
    return chunks.flatMap(plainRows);
  };
}
