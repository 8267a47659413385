import { invoiceBuilder, paymentBuilder, returnBuilder } from './build-after-sales.ts';
import { leadBuilder } from './build-leads.ts';
import { opportunityBuilder } from './build-opportunities.ts';
import { orderBuilder } from './build-orders.ts';
import { customerBuilder, peopleBuilder, productBuilder, regionManagerBuilder } from './build-people.ts';
import { writeBooks } from './company-books.ts';
import type { Findings } from './findings.ts';
import type { ImportRun, MakeBuilder } from './import-run.ts';
import type { KindId } from './kinds.ts';
import type { TablePlan } from './table-plan.ts';
import { isBlankRow, placeOf, type TypedRow, typedRow } from './typed-row.ts';

const builders = {
  region_managers: regionManagerBuilder,
  products: productBuilder,
  people: peopleBuilder,
  customers: customerBuilder,
  leads: leadBuilder,
  opportunities: opportunityBuilder,
  order_lines: orderBuilder,
  returns: returnBuilder,
  payments: paymentBuilder,
  invoices: invoiceBuilder,
} as const satisfies Record<KindId, MakeBuilder>;

/** Kinds that look for orders in the store, those of this import too. */
const needsOrders: ReadonlySet<KindId> = new Set(['returns', 'payments', 'invoices']);

export type Reading = Readonly<{
  findings: Findings;
  zone: string;
  signal: AbortSignal;
  onRows: (count: number) => void;
  /** Whether a fault was found for which nothing will be kept. */
  isFailing: () => boolean;
}>;

/** Reads the tables in their order and writes what they say. A failing import writes no further, but reads on to find every fault. */
export async function writeTables(run: ImportRun, plans: readonly TablePlan[], reading: Reading): Promise<void> {
  for (const [index, plan] of plans.entries()) {
    if (reading.isFailing()) return checkTables(plans.slice(index), reading);
    if (needsOrders.has(plan.kind)) await run.writer.flush();
    await writeTable(run, plan, reading);
  }
  writeBooks(run.books);
  if (!reading.isFailing()) await run.writer.flush();
}

async function writeTable(run: ImportRun, plan: TablePlan, reading: Reading): Promise<void> {
  const builder = builders[plan.kind](run, plan);
  for await (const rows of typedRows(plan, reading)) {
    if (reading.isFailing()) continue;
    for (const row of rows) builder.add(row);
    await builder.settle?.();
    await run.writer.drain();
  }
  if (!reading.isFailing()) await builder.finish?.();
}

/** Reads the tables and writes nothing: finds every cell that cannot be read. */
export async function checkTables(plans: readonly TablePlan[], reading: Reading): Promise<void> {
  for (const plan of plans) for await (const _rows of typedRows(plan, reading));
}

async function* typedRows(plan: TablePlan, reading: Reading): AsyncGenerator<readonly TypedRow[]> {
  for await (const batch of plan.table.rows()) {
    reading.signal.throwIfAborted();
    const rows = batch.filter(({ row }) => row > plan.header.row);
    reading.onRows(rows.length);
    yield rows.flatMap((source) => {
      if (isBlankRow(source)) return [];
      if (plan.repeatedRows.has(source.row)) {
        reading.findings.note({ code: 'repeated_row', text: repeated, place: placeOf(plan, source.row) });
        return [];
      }
      const row = typedRow(source, { plan, findings: reading.findings, zone: reading.zone });
      return row ? [row] : [];
    });
  }
}

const repeated = {
  zh: '与前面的行编号相同，没有重复计入',
  en: 'Rows with the key of an earlier row were not counted again',
};
